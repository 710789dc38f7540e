import type { By } from '../platform/audit'
import { derivedId } from '../platform/crypto'
import { dropWrite, namelessWrite } from './file-steps-store'
import { findFiles, listFileIdsOf, written, type KeptFile } from './file-store'

/** Everything a person uploaded that is still kept, oldest first. */
export const listEveryFileOf = async (uploaderId: string): Promise<KeptFile[]> =>
  (await findFiles(await listFileIdsOf(uploaderId)))
    .filter((file) => file.uploaderId === uploaderId)
    .sort((one, other) => (one.at < other.at ? -1 : 1))

/**
 * Takes a person out of everything they uploaded: what lies in a case stays there as the archive keeps it, all else
 * goes, and its bytes follow. Broken off, it is called again; false when something changed meanwhile.
 */
export async function forgetFilesOf(uploaderId: string, by: By): Promise<boolean> {
  for (const file of await listEveryFileOf(uploaderId)) {
    const write = file.of?.startsWith('case:')
      ? namelessWrite(file, `n_${derivedId('nobody', file.fileId)}`)
      : dropWrite(file)
    if (!(await written([write], by, file, { uploaderId: null }))) return false
  }
  return true
}
