/**
 * Personal data at rest, bound to its table, key and field, so that a value copied to another person does not open.
 * Form `<suite>.<keyId>:<iv>:<text>:<tag>`, parts in base64url. Keys come from the ring: wait for `keysReady` first.
 */
import { createHash, createHmac } from 'node:crypto'
import { IdNumber, Phone } from '@one-window/shared/identity/fields'
import * as z from 'zod/mini'
import { config } from './config'
import { blindKey, dataKey, idKey } from './key-ring'
import { log } from './log'
import { suites } from './suites'

const FORM = /^(g1|s1)\.([a-z0-9]{1,12}):([\w-]+):([\w-]*):([\w-]+)$/

/**
 * Where a sealed value lies: the table, the item's key attributes joined by `.`, and the name of the attribute that
 * holds it, however deep. It follows from the item, so that values can be sealed again by whoever finds them.
 */
export interface Place {
  table: string
  key: string
  field: string
}

const bound = (suite: string, keyId: string, { table, key, field }: Place): string =>
  JSON.stringify([suite, keyId, table, key, field])

/** Seals a text for its place, by the suite and under the key that are current. */
export function seal(text: string, place: Place): string {
  const { suite, current } = config().keys
  const parts = suites[suite].seal(keyOf(current), bound(suite, current, place), text)
  return [
    `${suite}.${current}`,
    ...[parts.iv, parts.text, parts.tag].map((part) => part.toString('base64url')),
  ].join(':')
}

/**
 * Opens a sealed text, whichever of the known keys and suites sealed it. Throws when it was changed or belongs
 * elsewhere, and reports that as a security event.
 */
export function open(sealed: string, place: Place): string {
  const [, suite, keyId = '', ...parts] = FORM.exec(sealed) ?? []
  try {
    if (suite !== 'g1' && suite !== 's1') throw new Error('it has no known form')
    const [iv, text, tag] = parts.map(bytesOf) as [Buffer, Buffer, Buffer]
    return suites[suite].open(keyOf(keyId), bound(suite, keyId, place), { iv, text, tag })
  } catch (error) {
    if (error instanceof UnknownKey) throw error
    log.error(doesNotBelong, { ...place })
    throw new Error(`${doesNotBelong}: ${place.table}.${place.field}`, { cause: error })
  }
}

/** The words of the security event that a changed or copied value raises; an alarm waits for them. */
export const doesNotBelong = 'a sealed value does not belong here'

class UnknownKey extends Error {}
function keyOf(keyId: string): Uint8Array {
  const key = dataKey(keyId)
  if (!key)
    throw new UnknownKey(`DATA_KEYS has no key ${keyId}: it was taken away before all was sealed again`)
  return key
}

/** One text for the same bytes: what differs in bits that mean nothing was changed too. */
function bytesOf(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') !== part) throw new Error('a part is not as it was written')
  return bytes
}

/** Tells a sealed value by its form. */
export const isSealed = (value: unknown): value is string => typeof value === 'string' && FORM.test(value)
/** True for a value that is sealed by the suite and under the key that are current. */
export const isCurrent = (sealed: string): boolean =>
  sealed.startsWith(`${config().keys.suite}.${config().keys.current}:`)

/** A stable id from its parts: 128 bits, not guessable without the index key, the same for ever. */
export const derivedId = (...parts: string[]): string =>
  createHmac('sha256', idKey()).update(JSON.stringify(parts)).digest('base64url').slice(0, 22)

/** What a person may be found by, each in the one form that is indexed. */
const whole = {
  phone: Phone,
  'id-number': IdNumber,
  openid: z.string().check(z.regex(/^[\w-]{8,128}$/)),
}

/**
 * Finds a person by a value that is kept sealed: 256 bits, the same for the same value however it was typed. Throws on
 * what is not a whole value: an index of last digits would be read back by trying ten thousand.
 */
export function blindIndex(kind: keyof typeof whole, value: string): string {
  const parsed = whole[kind].safeParse(value)
  if (!parsed.success) throw new Error(`a blind index is made of a whole ${kind} only`)
  return createHmac('sha256', blindKey())
    .update(JSON.stringify([kind, parsed.data]))
    .digest('base64url')
}

/** The fingerprint of a value, to tell a repeated request from a changed one. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
