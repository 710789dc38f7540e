/** What other capabilities may ask of cases. */
export { listCasesOf } from './case-lists-store'
export { findCase } from './case-store'
