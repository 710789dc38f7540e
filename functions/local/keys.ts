/** The secrets of a local run: made once, readable by their owner only. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { DataKeys, dataKeysOf } from '../platform/config'
import { wrapKey, type KeyUse } from '../platform/master-key'
import { Stopped } from './stopped'

const LocalKeys = z.object({
  SESSION_SECRET: z.string(),
  /** Wraps the keys of the two others. */
  MASTER_KEY: z.string(),
  DATA_KEYS: z.string(),
  INDEX_KEY: z.string(),
})
/** The secrets as the environment of a run carries them. */
export type LocalKeys = z.infer<typeof LocalKeys>

const newKey = (master: Uint8Array, use: KeyUse): string => wrapKey(master, randomBytes(32), use)

/** New secrets, with one data key. */
export function newLocalKeys(): LocalKeys {
  const master = randomBytes(32)
  return {
    SESSION_SECRET: randomBytes(32).toString('base64'),
    MASTER_KEY: master.toString('base64'),
    DATA_KEYS: JSON.stringify({ current: 'k1', keys: { k1: newKey(master, 'data') } }),
    INDEX_KEY: newKey(master, 'index'),
  }
}

/** The same secrets with one more data key, which is the current one. */
export function withNewDataKey(keys: LocalKeys): LocalKeys {
  const { keys: data } = DataKeys.parse(JSON.parse(keys.DATA_KEYS))
  const current = nextKeyId(Object.keys(data))
  const wrapped = newKey(Buffer.from(keys.MASTER_KEY, 'base64'), 'data')
  return { ...keys, DATA_KEYS: JSON.stringify({ current, keys: { ...data, [current]: wrapped } }) }
}

/** The id of the next data key: `k1`, `k2`, … */
export const nextKeyId = (keyIds: readonly string[]): string =>
  `k${Math.max(0, ...keyIds.map((id) => Number(id.slice(1)) || 0)) + 1}`

const fileIn = (folder: string): string => join(folder, 'keys.json')

/** Whole or not at all: without the file nothing that is sealed opens. */
function write(folder: string, keys: LocalKeys): void {
  const fresh = `${fileIn(folder)}.new`
  writeFileSync(fresh, JSON.stringify(keys), { mode: 0o600, flush: true })
  renameSync(fresh, fileIn(folder))
}

/** Reads the secrets of the folder, or makes them. None is ever taken away: what was sealed must stay readable. */
export function localKeys(folder: string): LocalKeys {
  if (!existsSync(fileIn(folder))) write(folder, newLocalKeys())
  try {
    const keys = LocalKeys.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    if (!dataKeysOf({ DATA_KEYS: keys.DATA_KEYS })) throw new Error('no data keys')
    return keys
  } catch {
    throw new Stopped(
      `${fileIn(folder)} 读不懂了：请从备份恢复它(没有它，已存的姓名电话打不开),或用 npm start -- --fresh 重新开始`,
    )
  }
}

/** Adds a data key to the folder's secrets, the current one from the next start on; answers its id. */
export function rotateLocalKeys(folder: string): string {
  const keys = withNewDataKey(localKeys(folder))
  write(folder, keys)
  return DataKeys.parse(JSON.parse(keys.DATA_KEYS)).current
}
