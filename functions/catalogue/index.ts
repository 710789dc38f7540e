import checkTable from './check-table'
import confirmTable from './confirm-table'
import decideGuides from './decide-guides'
import exportTable from './export-table'
import listGuides from './list-guides'
import listServices from './list-services'
import saveGuide from './save-guide'
import sendGuides from './send-guides'
import viewGuide from './view-guide'
import viewSearchIndex from './view-search-index'
import viewService from './view-service'
import withdrawGuide from './withdraw-guide'

/** The catalogue of guides (办事指南), and those who keep it. */
export default [
  ...[listServices, viewService, viewSearchIndex],
  ...[listGuides, viewGuide, saveGuide, sendGuides, decideGuides, withdrawGuide],
  ...[exportTable, checkTable, confirmTable],
]
