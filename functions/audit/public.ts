/** What other capabilities may ask of the audit. */
export { rowsOfDay } from './row-store'
