import handOverDay from './hand-over-day'
import viewDay from './view-day'

/** The hand-over of a day's papers (移交、封存). */
export default [viewDay, handOverDay]
