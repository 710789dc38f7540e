import listHalls from './list-halls'
import viewCode from './view-code'
import viewHall from './view-hall'

/** Halls (大厅). */
export default [listHalls, viewHall, viewCode]
