/** What other capabilities may ask of ratings. */
export { ratingCodeOf } from './rating-code'
export { findLevels, findTexts, textKey } from './rating-store'
