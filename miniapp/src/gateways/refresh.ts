import type { SessionTokens } from '@one-window/shared/identity/session'
import { refreshSession } from '@one-window/shared/identity/endpoints'
import { now } from './clock'
import { Refusal, Unreachable } from './refusal'
import { expireSession, keptSession, keepSession, session, type Session } from './session'
import { newIdempotencyKey, send } from './wire'

/** A phone whose clock is wrong takes every token for over: it asks no oftener than this. */
const NOT_AGAIN_MS = 5 * 60_000

let running: { token: string; answer: Promise<Session | undefined> } | undefined
let askedAt = -Infinity

/** True when the access token stopped to work, as far as this phone's clock tells. */
export const isOver = ({ expiresAt }: Session): boolean => {
  const at = now().getTime()
  return at >= Date.parse(expiresAt) && Math.abs(at - askedAt) > NOT_AGAIN_MS
}

/**
 * The session with a token that works again; undefined when the service no longer knows it, and then it has ended here
 * too. One refresh runs at a time. Throws Unreachable or Broken.
 */
export const refreshed = (held: Session): Promise<Session | undefined> => {
  if (running?.token === held.token) return running.answer
  const mine = { token: held.token, answer: turned(held) }
  running = mine
  void mine.answer
    .catch(() => undefined)
    .then(() => {
      if (running === mine) running = undefined
    })
  return mine.answer
}

async function turned(held: Session): Promise<Session | undefined> {
  const kept = keptSession() ?? held
  if (kept.personId !== held.personId) return undefined
  if (kept.token !== held.token) {
    keepSession(kept) // another window has renewed it
    return kept
  }
  // Kept before it is sent: a lost answer, or another window, asks again with the same key.
  const from = { ...kept, refreshKey: kept.refreshKey ?? newIdempotencyKey() }
  const isStill = () => session()?.token === held.token
  if (isStill()) keepSession(from)
  askedAt = now().getTime()
  const { refreshToken, refreshKey } = from
  const ask = () => send(refreshSession, { refreshToken }, { key: refreshKey }) as Promise<SessionTokens>
  try {
    const tokens = await ask().catch((thrown: unknown) => {
      const mayPass = thrown instanceof Unreachable || (thrown instanceof Refusal && thrown.code === 'busy')
      if (mayPass) return ask()
      throw thrown
    })
    const next = { ...tokens, greeting: tokens.greeting ?? held.greeting }
    if (isStill()) keepSession(next)
    return next
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.status !== 401) throw thrown
    if (isStill()) expireSession()
    return undefined
  }
}
