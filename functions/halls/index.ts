import listHalls from './list-halls'
import viewHall from './view-hall'

/** Halls (大厅). */
export default [listHalls, viewHall]
