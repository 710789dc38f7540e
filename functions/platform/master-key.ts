/** Wraps keys on a local run, as KMS does in the cloud: AES-256-GCM, bound to what the key is used for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What a key is for; a key that was wrapped for one use does not unwrap for the other. */
export type KeyUse = 'data' | 'index'

const IV = 12
const TAG = 16

/** A key as it may be kept: base64 of IV, text and tag. */
export function wrapKey(master: Uint8Array, key: Uint8Array, use: KeyUse): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', master.subarray(0, 32), iv)
  cipher.setAAD(Buffer.from(use))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** The key again; throws when it was wrapped by another master key or for another use. */
export function unwrapKey(master: Uint8Array, wrapped: string, use: KeyUse): Buffer {
  const bytes = Buffer.from(wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', master.subarray(0, 32), bytes.subarray(0, IV), {
    authTagLength: TAG,
  })
  decipher.setAAD(Buffer.from(use))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()])
}
