import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '../platform/config'
import type { Context } from '../platform/implement'

/** The bytes of a table that the caller has uploaded; undefined when there is none. Local runs keep uploads in a folder. */
export async function tableOf(
  fileId: string,
  { caller: { personId } }: Pick<Context, 'caller' | 'now'>,
): Promise<Uint8Array | undefined> {
  const folder = process.env.TABLE_FOLDER
  if (config().stage !== 'local' || !folder || !/^[\w-]+$/.test(fileId)) return undefined
  return readFile(join(folder, personId, fileId)).catch(() => undefined)
}
