/** The configuration every test process runs with: local, made-up secrets, an embedded database of its own. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wrapKey } from '../../functions/platform/master-key'

const fixed = (what: string): Buffer => createHash('sha256').update(`test ${what}`).digest()
const master = fixed('master')

/** The data keys of a test: those of these ids, the last one current. */
export const testDataKeys = (...ids: string[]): string =>
  JSON.stringify({
    current: ids.at(-1),
    keys: Object.fromEntries(ids.map((id) => [id, wrapKey(master, fixed(`data ${id}`), 'data')])),
  })

/** Must be called before anything of `functions/` that reads the configuration is imported. */
export function testEnvironment(endpoint: string): void {
  Object.assign(process.env, {
    STAGE: 'local',
    TABLE_PREFIX: 'test-',
    DYNAMODB_ENDPOINT: endpoint,
    SESSION_SECRET: fixed('session').toString('base64'),
    MASTER_KEY: master.toString('base64'),
    DATA_KEYS: testDataKeys('k1'),
    FILES_FOLDER: join(tmpdir(), `one-window-files-${process.pid}`),
    INDEX_KEY: wrapKey(master, fixed('index'), 'index'),
    POWERTOOLS_LOG_LEVEL: 'CRITICAL',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  })
}
