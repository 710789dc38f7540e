/** What a bucket checks before it takes an upload: the signature of its policy, its end, and every field against it. */
import { policySignature } from '../platform/object-signing'

/** Why a bucket says no, in its own words. */
export type UploadRefusal =
  | 'SignatureDoesNotMatch'
  | 'ExpiredToken'
  | 'AccessDenied'
  | 'EntityTooLarge'
  | 'EntityTooSmall'
  | 'MalformedPOSTRequest'

interface Policy {
  expiration: string
  conditions: (Record<string, string> | [string, ...(string | number)[]])[]
}

/** Fields that no condition needs to name. */
const SIGNING = new Set(['policy', 'x-amz-signature'])

/** What is wrong with an upload of so many bytes; undefined when it is taken. Names of fields in small letters. */
export async function uploadRefusal(
  fields: Readonly<Record<string, string>>,
  size: number,
  now: Date,
): Promise<UploadRefusal | undefined> {
  const { policy = '' } = fields
  const day = (fields['x-amz-date'] ?? '').slice(0, 8)
  if ((await policySignature(policy, day)) !== fields['x-amz-signature']) return 'SignatureDoesNotMatch'
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as Policy
  if (now >= new Date(expiration)) return 'ExpiredToken'
  const named = new Set<string>()
  for (const condition of conditions) {
    if (Array.isArray(condition)) {
      const [kind, least, most] = condition
      if (kind !== 'content-length-range') return 'AccessDenied'
      if (size > Number(most)) return 'EntityTooLarge'
      if (size < Number(least)) return 'EntityTooSmall'
      continue
    }
    for (const [name, value] of Object.entries(condition)) {
      if (fields[name.toLowerCase()] !== value) return 'AccessDenied'
      named.add(name.toLowerCase())
    }
  }
  return Object.keys(fields).every((name) => named.has(name) || SIGNING.has(name))
    ? undefined
    : 'AccessDenied'
}
