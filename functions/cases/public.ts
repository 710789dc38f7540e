/** What other capabilities may ask of cases. */
export { findCase } from './case-store'
