/** What a tool works on: the data folder of this machine or, where KMS_KEY_ID is set, a stage in the cloud. */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { claimFolder, isServed } from './claim'
import { openDatabase, startDatabase } from './database'
import { localKeys } from './keys'

/**
 * Runs `work` with configuration and tables in place. A folder that a run uses is left alone, unless `work` only reads:
 * then it reads beside the run.
 */
export async function withStore<T>(
  dataFolder: string,
  work: () => Promise<T>,
  { reads = false } = {},
): Promise<T> {
  // a tool signs nothing
  process.env.SESSION_SECRET ??= randomBytes(32).toString('base64')
  process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR'
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  if (process.env.KMS_KEY_ID) return work()
  const folder = resolve(dataFolder)
  const isBeside = reads && isServed(folder)
  const claim = isBeside ? undefined : claimFolder(folder)
  const file = join(folder, 'one-window.db')
  const database = process.env.DYNAMODB_ENDPOINT
    ? undefined
    : await (isBeside ? openDatabase(file) : startDatabase(file))
  try {
    if (database) claim?.database(database.pid)
    Object.assign(process.env, {
      STAGE: 'local',
      TABLE_PREFIX: 'one-window-',
      ...(database && { DYNAMODB_ENDPOINT: database.endpoint }),
      ...localKeys(folder),
    })
    const { createMissingTables } = await import('./tables')
    await import('../endpoints')
    if (!isBeside) await createMissingTables()
    return await work()
  } finally {
    await database?.stop()
    claim?.release()
  }
}
