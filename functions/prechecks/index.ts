import answerPrecheck from './answer-precheck'
import createPrecheck from './create-precheck'
import listDeskPrechecks from './list-desk-prechecks'
import listMyPrechecks from './list-my-prechecks'
import setPrecheckMaterial from './set-precheck-material'
import submitPrecheck from './submit-precheck'
import viewPrecheck from './view-precheck'
import withdrawPrecheck from './withdraw-precheck'

/** Pre-checks (预审): photos sent ahead, answered before the trip. */
export default [
  createPrecheck,
  setPrecheckMaterial,
  submitPrecheck,
  withdrawPrecheck,
  viewPrecheck,
  listMyPrechecks,
  listDeskPrechecks,
  answerPrecheck,
]
