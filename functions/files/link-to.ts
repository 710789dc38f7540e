import type { LinkedFile } from '@one-window/shared/files/file'
import { fileSettings } from '@one-window/shared/files/settings'
import { objects } from '../platform/objects'
import { signedUrl } from '../platform/object-signing'
import { shownFile, smallKey, type KeptFile } from './file-store'

/** A link to a clean file for whoever may see it, good for 5 minutes; the caller has settled that. */
export async function linkTo(
  { key, name, type }: KeptFile,
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  if (key === undefined) throw new Error('only a clean file has a link')
  const expiresAt = new Date(now.getTime() + fileSettings.linkMs).toISOString()
  const url = await signedUrl('GET', key, now, fileSettings.linkMs / 1000, {
    'response-content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'response-content-type': type,
    'response-cache-control': 'private, no-store',
  })
  return { url, expiresAt }
}

/** A link to the small picture of a clean file; undefined where there is none. */
const linkToSmall = async ({ key, hasSmall }: KeptFile, now: Date): Promise<string | undefined> =>
  key && hasSmall ? signedUrl('GET', smallKey(key), now, fileSettings.linkMs / 1000) : undefined

/** A file with its links for whoever may see it; the caller has settled that. */
export async function linkedFile(file: KeptFile, now: Date): Promise<LinkedFile> {
  if (file.state !== 'clean') return shownFile(file)
  const smallUrl = await linkToSmall(file, now)
  return { ...shownFile(file), url: (await linkTo(file, now)).url, ...(smallUrl && { smallUrl }) }
}

/** The bytes of a clean file; the caller has settled who may read it. */
export async function readFile({ key }: KeptFile, now: Date): Promise<Buffer> {
  const bytes = key === undefined ? undefined : await objects(now).read(key)
  if (!bytes) throw new Error('the bytes of a file are gone')
  return bytes
}
