import answerFollowUp from './answer-follow-up'
import appealFollowUp from './appeal-follow-up'
import appealMyRating from './appeal-my-rating'
import askExtension from './ask-extension'
import checkFollowUp from './check-follow-up'
import decideAppeal from './decide-appeal'
import listFollowUps from './list-follow-ups'
import listTasks from './list-tasks'
import logCallback from './log-callback'
import proposeExclusion from './propose-exclusion'
import rectifyFollowUp from './rectify-follow-up'
import reportBack from './report-back'
import settleExclusion from './settle-exclusion'
import settleExtension from './settle-extension'
import signDossier from './sign-dossier'
import transferFollowUp from './transfer-follow-up'
import triageFollowUp from './triage-follow-up'
import unmaskRater from './unmask-rater'
import verifyFollowUp from './verify-follow-up'
import viewDossier from './view-dossier'
import viewFollowUp from './view-follow-up'

/** What becomes of a poor rating (差评跟进). */
export default [
  listFollowUps,
  viewFollowUp,
  triageFollowUp,
  logCallback,
  verifyFollowUp,
  rectifyFollowUp,
  reportBack,
  checkFollowUp,
  askExtension,
  settleExtension,
  proposeExclusion,
  settleExclusion,
  appealFollowUp,
  appealMyRating,
  decideAppeal,
  transferFollowUp,
  viewDossier,
  signDossier,
  unmaskRater,
  listTasks,
  answerFollowUp,
]
