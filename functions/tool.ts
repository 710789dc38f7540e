/** What `functions/tool.mjs` can run. */
export { reseal, rotate } from './keep-keys'
export { verifyAudit } from './verify-audit'
export { staffFirst } from './staff-first'
