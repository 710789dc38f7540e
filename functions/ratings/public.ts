/** What other capabilities may ask of ratings. */
export { forgettingRatings } from './forget-ratings'
export { ratingCodeOf } from './rating-code'
export { findReceived } from './received'
export { findAgain, findLevels, findTexts, levelsOf, listRatingsOf, textKey, unnamed } from './rating-store'
