/**
 * How a text is sealed under a key, bound to its place: by what most of the world uses, or by the Chinese standards
 * (GB/T 32907 SM4, GB/T 32905 SM3, as GB/T 39786 asks where it applies). A sealed value names its suite, so both open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** What sealing makes; each part is of the length its suite fixes. */
export interface Parts {
  readonly iv: Buffer
  readonly text: Buffer
  readonly tag: Buffer
}

export interface Suite {
  /** False when the machine's OpenSSL lacks it. */
  readonly isOffered: () => boolean
  seal(key: Uint8Array, place: string, text: string): Parts
  /** Throws when key, place or any part is not what was sealed. */
  open(key: Uint8Array, place: string, parts: Parts): string
}

/** 256 bits for one purpose, from a key that has several (HKDF-Expand of RFC 5869, one block). */
export const subkey = (key: Uint8Array, purpose: string): Buffer =>
  createHmac('sha256', key).update(`one-window ${purpose}\u0001`).digest()

const TAG_G1 = 16
const g1: Suite = {
  isOffered: () => true,
  seal(key, place, text) {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key.subarray(0, 32), iv)
    cipher.setAAD(Buffer.from(place))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { iv, text: sealed, tag: cipher.getAuthTag() }
  },
  open(key, place, { iv, text, tag }) {
    // a shorter tag would be easier to forge
    const decipher = createDecipheriv('aes-256-gcm', key.subarray(0, 32), iv, { authTagLength: TAG_G1 })
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  },
}

/** The length of the place comes first, so that no byte can move from one part to the next. */
const tagS1 = (key: Uint8Array, place: string, iv: Buffer, text: Buffer): Buffer =>
  createHmac('sm3', subkey(key, 's1 tag'))
    .update(`${Buffer.byteLength(place)}:${place}`)
    .update(iv)
    .update(text)
    .digest()
const cipherS1 = (key: Uint8Array) => subkey(key, 's1 text').subarray(0, 16)
const s1: Suite = {
  isOffered: () => getCiphers().includes('sm4-ctr') && getHashes().includes('sm3'),
  seal(key, place, text) {
    const iv = randomBytes(16)
    const cipher = createCipheriv('sm4-ctr', cipherS1(key), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { iv, text: sealed, tag: tagS1(key, place, iv, sealed) }
  },
  open(key, place, { iv, text, tag }) {
    const right = tagS1(key, place, iv, text)
    if (iv.length !== 16 || tag.length !== right.length || !timingSafeEqual(tag, right))
      throw new Error('the tag is not right')
    const decipher = createDecipheriv('sm4-ctr', cipherS1(key), iv)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  },
}

/** Every suite a stored value may name. */
export const suites: Readonly<Record<'g1' | 's1', Suite>> = { g1, s1 }
