import listFollowUps from './list-follow-ups'

/** What becomes of a poor rating (差评跟进). */
export default [listFollowUps]
