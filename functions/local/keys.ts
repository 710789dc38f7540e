/** The secrets of a local run: made once, readable by their owner only. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Stopped } from './stopped'

const Keys = z.object({ SESSION_SECRET: z.string(), DATA_KEY: z.string() })
type Keys = z.infer<typeof Keys>

/** Reads the secrets of the folder, or makes them. They are never replaced: what was sealed must stay readable. */
export function localKeys(folder: string): Keys {
  const file = join(folder, 'keys.json')
  if (!existsSync(file)) {
    const made = () => randomBytes(32).toString('base64')
    writeFileSync(file, JSON.stringify({ SESSION_SECRET: made(), DATA_KEY: made() }), { mode: 0o600 })
  }
  try {
    return Keys.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Stopped(
      `${file} 读不懂了：请从备份恢复它(没有它，已存的姓名电话打不开),或用 npm start -- --fresh 重新开始`,
    )
  }
}
