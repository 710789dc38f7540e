import listServices from './list-services'
import viewSearchIndex from './view-search-index'
import viewService from './view-service'

/** The catalogue of guides (办事指南). */
export default [listServices, viewService, viewSearchIndex]
