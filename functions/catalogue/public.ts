/** What other capabilities may ask the catalogue. */
export { findService } from './catalogue-store'
