/** What other capabilities may ask the catalogue. */
export { findService, listSummaries } from './catalogue-store'
