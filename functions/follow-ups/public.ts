/** What other capabilities may ask of follow-ups. */
export {
  findFollowUps,
  followUpIdOf,
  followUpWrite,
  forgetRaterWrite,
  type KeptFollowUp,
} from './follow-up-store'
