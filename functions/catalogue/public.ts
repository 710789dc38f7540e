/** What other capabilities may ask the catalogue. */
export { findService, listSummaries } from './catalogue-store'
export { findGuide, findGuideVersion } from './guide-in-force'
