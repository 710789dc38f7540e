/** What other capabilities may ask of cases. */
export { listCasesOf } from './case-lists-store'
export { findCase } from './case-store'
export { isOpenCase, listEveryCaseOf, partCase } from './forgetting-store'
export { wholeCase } from './show-case'
