import { createHash } from 'node:crypto'
import { bySystem } from '../platform/audit'
import { objects } from '../platform/objects'
import { checkBytes } from './check-bytes'
import { claimArrived, settleFile, type Arrived, type Found } from './file-steps-store'
import { cleanKey, keptKey, rawKey, smallKey } from './file-store'

/**
 * Looks through what arrived under a key and settles its file, once; what was uploaded is then removed. A notice may
 * come twice, and an upload may be sent again: the first that was settled stays. A check that was broken off is done
 * again by the next notice.
 */
export async function checkArrived(key: string, now: Date): Promise<void> {
  const store = objects(now)
  const fileId = key.slice(rawKey('').length)
  const file = await claimArrived(fileId)
  const bytes = file && (await store.read(key))
  if (file && bytes) {
    const found = await lookedThrough(file, bytes, now)
    const settled = await settleFile(file, found, bySystem('check-file', now))
    if (!settled && 'key' in found && (await keptKey(fileId)) !== found.key)
      for (const written of [found.key, smallKey(found.key)]) await store.remove(written)
  }
  await store.remove(key)
}

/** What the bytes are; those of a clean file are kept under their own fingerprint. */
async function lookedThrough(file: Arrived, bytes: Buffer, now: Date): Promise<Found> {
  const checked = await checkBytes(bytes, file)
  if ('refusal' in checked) return checked
  const sha256 = createHash('sha256').update(checked.bytes).digest('hex')
  const key = cleanKey(file.fileId, sha256)
  const { bytes: kept, small, type, pages } = checked
  const store = objects(now)
  await store.write(key, kept, type)
  if (small) await store.write(smallKey(key), small, type)
  return { key, sha256, size: kept.length, type, ...(small && { hasSmall: true }), ...(pages && { pages }) }
}
