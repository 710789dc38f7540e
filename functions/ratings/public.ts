/** What other capabilities may ask of ratings. */
export { forgettingRatings } from './forget-ratings'
export { ratingCodeOf } from './rating-code'
export { findLevels, findTexts, listRatingsOf, textKey } from './rating-store'
