// its table is made with the others, though only the job of the evening writes there
import './head-store'
import listAudit from './list-audit'
import viewAuditState from './view-audit-state'

/** Who did what (审计). */
export default [listAudit, viewAuditState]
