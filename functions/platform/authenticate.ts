/** Sessions: a signed token that says who is calling. One algorithm, one audience, one secret. */
import { webcrypto } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { Role } from '@one-window/shared/foundation/roles'
import type { Caller } from '@one-window/shared/identity/identity'
import * as z from 'zod/mini'
import { config } from './config'

const ALGORITHM = 'HS256'
const AUDIENCE = 'one-window'
const HOURS = 12

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

const Claims = z.object({ sub: z.string(), role: Role, halls: z.array(z.string()) })

/** A token for the caller, good for 12 hours from `now`. */
export const signSession = (caller: Caller, now: Date): Promise<string> => {
  const issued = Math.floor(now.getTime() / 1000)
  return new SignJWT({ role: caller.role, halls: [...caller.hallIds] })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'session' })
    .setSubject(caller.personId)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + HOURS * 3600)
    .sign(config().sessionSecret)
}

/** The caller of a Bearer token; undefined when there is none or it does not verify. */
export async function callerOf(authorization: string | undefined, now: Date): Promise<Caller | undefined> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token) return undefined
  try {
    const { payload } = await jwtVerify(token, await sessionKey(), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      typ: 'session',
      currentDate: now,
      clockTolerance: 60,
      requiredClaims: ['exp', 'iat', 'sub'],
    })
    const { sub, role, halls } = Claims.parse(payload)
    return { personId: sub, role, hallIds: halls }
  } catch {
    return undefined
  }
}
