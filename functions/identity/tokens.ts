/** Tokens: one algorithm, one secret; an audience for each client and a type for each use, so that none stands in for another. */
import { webcrypto } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { ClientKind } from '@one-window/shared/identity/session'
import * as z from 'zod/mini'
import { config } from '../platform/config'

const ALGORITHM = 'HS256'
const audienceOf = (client: ClientKind): string => `one-window/${client}`
const audiences = ClientKind.options.map(audienceOf)

let imported: Promise<webcrypto.CryptoKey> | undefined
/** The secret as a key, made once: from the bytes it would be made again for every request. */
const sessionKey = (): Promise<webcrypto.CryptoKey> =>
  (imported ??= webcrypto.subtle.importKey(
    'raw',
    config().sessionSecret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  ))

/** What a token is for. */
export type TokenUse = 'access' | 'refresh' | 'bind'

/** One text for the same signature: its last letter carries bits that mean nothing. */
const isAsWritten = (token: string): boolean => {
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return Buffer.from(signature, 'base64url').toString('base64url') === signature
}

const Claims = z.object({ sub: z.string(), sid: z.string(), turn: z.number(), aud: z.string() })

/** What a token says: the person, the session, and which turn of its refreshing it belongs to. */
export interface TokenOf {
  readonly personId: string
  readonly sessionId: string
  readonly client: ClientKind
  readonly turn: number
}

/** A token for one use, good until `until`. */
export const signToken = async (
  use: TokenUse,
  { personId, sessionId, client, turn }: TokenOf,
  now: Date,
  until: Date,
): Promise<string> =>
  new SignJWT({ sid: sessionId, turn })
    .setProtectedHeader({ alg: ALGORITHM, typ: use })
    .setSubject(personId)
    .setAudience(audienceOf(client))
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .setNotBefore(Math.floor(now.getTime() / 1000))
    .setExpirationTime(Math.floor(until.getTime() / 1000))
    .sign(await sessionKey())

/** What a token says; undefined when it was made for another use, is over, or is not ours. Clocks may differ by 60 s. */
export async function readToken(use: TokenUse, token: string, now: Date): Promise<TokenOf | undefined> {
  if (!isAsWritten(token)) return undefined
  try {
    const { payload } = await jwtVerify(token, await sessionKey(), {
      algorithms: [ALGORITHM],
      audience: audiences,
      typ: use,
      currentDate: now,
      clockTolerance: 60,
      requiredClaims: ['exp', 'iat', 'nbf', 'sub'],
    })
    const { sub, sid, turn, aud } = Claims.parse(payload)
    const client = ClientKind.parse(aud.slice(aud.indexOf('/') + 1))
    return { personId: sub, sessionId: sid, turn, client }
  } catch {
    return undefined
  }
}
