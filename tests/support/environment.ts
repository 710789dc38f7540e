/** The configuration every test process runs with: local, made-up secrets, an embedded database of its own. */
import { createHash } from 'node:crypto'

const fixed = (what: string): string => createHash('sha256').update(`test ${what}`).digest('base64')

/** Must be called before anything of `functions/` is imported. */
export function testEnvironment(endpoint: string): void {
  Object.assign(process.env, {
    STAGE: 'local',
    TABLE_PREFIX: 'test-',
    DYNAMODB_ENDPOINT: endpoint,
    SESSION_SECRET: fixed('session'),
    DATA_KEY: fixed('data'),
    POWERTOOLS_LOG_LEVEL: 'CRITICAL',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  })
}
