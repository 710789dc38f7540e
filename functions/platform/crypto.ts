/**
 * Personal data at rest: AES-256-GCM, bound to its table, key and field, so that a value copied to another person
 * does not open. Form `v1:<iv>:<text>:<tag>`, base64url.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { config } from './config'

const SUITE = 'v1'

/** Where a sealed value lives. */
export interface Place {
  table: string
  key: string
  field: string
}

const bound = ({ table, key, field }: Place): Buffer => Buffer.from([table, key, field].join('\u001f'))

/** Seals a text for its place. */
export function seal(text: string, place: Place): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', config().dataKey.subarray(0, 32), iv)
  cipher.setAAD(bound(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [
    SUITE,
    iv.toString('base64url'),
    sealed.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
  ].join(':')
}

/** Opens a sealed text; throws when it was changed or belongs elsewhere. */
export function open(sealed: string, place: Place): string {
  const [suite, iv, text, tag] = sealed.split(':')
  if (suite !== SUITE || !iv || text === undefined || !tag)
    throw new Error(`unknown seal at ${place.table}.${place.field}`)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    config().dataKey.subarray(0, 32),
    Buffer.from(iv, 'base64url'),
  )
  decipher.setAAD(bound(place))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
}

/** A stable id from its parts: 128 bits, not guessable without the session secret. */
export const derivedId = (...parts: string[]): string =>
  createHmac('sha256', config().sessionSecret).update(parts.join('\u001f')).digest('base64url').slice(0, 22)

/** The fingerprint of a value, to tell a repeated request from a changed one. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
