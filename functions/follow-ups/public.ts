/** What other capabilities may ask of follow-ups. */
export { findFollowUps, followUpIdOf, followUpWrite, type KeptFollowUp } from './follow-up-store'
