/** Access tokens as getStableAccessToken gives them. */
import { randomBytes } from 'node:crypto'
import { refusal, type Json } from './refusal'

const LIFE_MS = 7200_000
/** From then on an asker gets a new one, and the old one lives on to its end. */
const LAST_MS = 300_000
const FORCED_A_DAY = 20
const BETWEEN_FORCED_MS = 30_000

export interface Tokens {
  /** The token that is good, the same for every asker; by force a new one, and no other is good then. */
  give(force: boolean): Json
  /** Why a call with this token is refused, if it is. */
  refusalOf(token: string | null): Json | undefined
  /** All given out so far are over (42001). */
  expire(): void
  /** The token that is good is refused (40001), though every asker still gets it, until another one is forced. */
  spoil(): void
}

export function newTokens(now: () => number): Tokens {
  const until = new Map<string, number>()
  let current = ''
  let spoiled: string | undefined
  let forced = { day: 0, times: 0, at: -Infinity }
  const left = (token: string): number => (until.get(token) ?? 0) - now()
  const make = (): void => {
    current = randomBytes(24).toString('hex')
    until.set(current, now() + LIFE_MS)
  }
  return {
    give: (force) => {
      const day = Math.floor((now() + 8 * 3600_000) / 86_400_000)
      if (force && now() - forced.at >= BETWEEN_FORCED_MS) {
        if (forced.day !== day) forced = { ...forced, day, times: 0 }
        if (forced.times === FORCED_A_DAY) return refusal(45009, 'reach max api daily quota limit')
        forced = { day, times: forced.times + 1, at: now() }
        until.clear()
      }
      if (left(current) <= LAST_MS) make()
      return { access_token: current, expires_in: Math.floor(left(current) / 1000) }
    },
    refusalOf: (token) => {
      if (!token) return refusal(41001, 'access_token missing')
      if (!until.has(token) || token === spoiled)
        return refusal(40001, 'invalid credential, access_token is invalid or not latest')
      return left(token) > 0 ? undefined : refusal(42001, 'access_token expired')
    },
    expire: () => {
      for (const token of until.keys()) until.set(token, 0)
    },
    spoil: () => void (spoiled = current),
  }
}
