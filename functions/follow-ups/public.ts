/** What other capabilities may ask of follow-ups. */
export { contactsOn, findRatedCase, finishedAt, servedBy, servedOn } from './case-facts'
export { forgettingAnswers, listEvents } from './event-store'
export {
  findFollowUps,
  followUpIdOf,
  followUpsSince,
  followUpWrite,
  forgetRaterWrite,
  ratedAgainWrite,
  type KeptFollowUp,
} from './follow-up-store'
export { tellSteps } from './tell-steps'
