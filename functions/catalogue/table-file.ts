import { findFiles, readFile } from '../files/public'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'

/** The bytes of a table that the caller has uploaded and that was looked through; refused when there is none. */
export async function tableOf(
  fileId: string,
  { caller: { personId }, now }: Pick<Context, 'caller' | 'now'>,
): Promise<Uint8Array> {
  const [file] = await findFiles([fileId])
  if (file?.uploaderId !== personId || file.purpose !== 'table') throw new Problem('not-found')
  if (file.state === 'refused') throw new Problem('table-unreadable')
  if (file.state !== 'clean') throw new Problem('file-not-ready')
  return readFile(file, now)
}
