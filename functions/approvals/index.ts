import approveCase from './approve-case'
import askExtension from './ask-extension'
import askPause from './ask-pause'
import callMeeting from './call-meeting'
import denyAsk from './deny-ask'
import giveOpinion from './give-opinion'
import grantAsk from './grant-ask'
import listInbox from './list-inbox'
import recordMeeting from './record-meeting'
import recordVisit from './record-visit'
import refuseCase from './refuse-case'
import resumeCase from './resume-case'
import returnCase from './return-case'

/** Approvals (审批): what offices, leaders and the director do with a case, and with its clock. */
export default [
  listInbox,
  approveCase,
  refuseCase,
  returnCase,
  recordVisit,
  askPause,
  askExtension,
  grantAsk,
  denyAsk,
  resumeCase,
  callMeeting,
  giveOpinion,
  recordMeeting,
]
