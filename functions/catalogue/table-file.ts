import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caller } from '@one-window/shared/identity/identity'
import { config } from '../platform/config'

/** The bytes of a table that the caller has uploaded; undefined when there is none. Local runs keep uploads in a folder. */
export async function tableOf(fileId: string, { personId }: Caller): Promise<Uint8Array | undefined> {
  const folder = process.env.TABLE_FOLDER
  if (config().stage !== 'local' || !folder || !/^[\w-]+$/.test(fileId)) return undefined
  return readFile(join(folder, personId, fileId)).catch(() => undefined)
}
