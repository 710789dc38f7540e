/** What other capabilities may ask of ratings. */
export { findLevels, findTexts, textKey } from './rating-store'
