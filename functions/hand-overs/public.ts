/** What other capabilities may ask of hand-overs. */
export { findHandOver } from './hand-over-store'
