import type { Endpoint, InputOf, OutputOf } from '@one-window/shared/foundation/endpoint'
import { now } from './clock'
import { askConsent } from './consent'
import { isOver, refreshed } from './refresh'
import { Refusal, Unreachable } from './refusal'
import { serverUrl } from './server'
import { expireSession, session } from './session'
import { store, stored } from './storage'
import { newIdempotencyKey, send, sentFor, type Fields } from './wire'

const refusedWith = (thrown: unknown): string | undefined =>
  thrown instanceof Refusal ? thrown.code : undefined

/**
 * Calls an endpoint. A session that is over is renewed on the way, and who has not agreed to the notice is asked; then
 * the call goes on. A GET that gets no answer is silently tried once more. A POST carries the given key, or a new one.
 * Throws Refusal, Unreachable or Broken.
 */
export const call = async <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { idempotencyKey: key = newIdempotencyKey() }: { idempotencyKey?: string } = {},
): Promise<OutputOf<E>> => {
  let held = endpoint.allow === 'anyone' ? undefined : session()
  if (held && isOver(held)) held = await refreshed(held)
  const attempt = () => send(endpoint, input as Fields, { token: held?.token, key }) as Promise<OutputOf<E>>
  try {
    return await attempt()
  } catch (thrown) {
    const code = refusedWith(thrown)
    if (held && code === 'not-signed-in') {
      held = await refreshed(held)
      if (held) return attempt()
    }
    if (held && code === 'post-ended') expireSession()
    if (endpoint.collects && code === 'consent-required' && (await askConsent())) return attempt()
    if (endpoint.method === 'GET' && thrown instanceof Unreachable) return attempt()
    throw thrown
  }
}

/** A last known answer, and when it came. */
export interface Kept<T> {
  at: string
  value: T
}

/** The key of a kept answer; answers of one person are never shown to another. */
const keptKey = (endpoint: Endpoint, input: Fields): string =>
  `kept:${endpoint.allow === 'anyone' ? '' : (session()?.personId ?? '')}:${sentFor(endpoint, input).url.slice(serverUrl.length)}`

/** The last known answer of a GET, for times without a network. */
export const lastKnown = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
): Kept<OutputOf<E>> | undefined => stored<Kept<OutputOf<E>>>(keptKey(endpoint, input as Fields))

/** Keeps an answer of a GET with its time; not who a person is, nor what comes when they have signed out. */
export const keep = <E extends Endpoint>(endpoint: E, input: InputOf<E>, value: OutputOf<E>): void => {
  if (endpoint.path !== '/me') store(keptKey(endpoint, input as Fields), { at: now().toISOString(), value })
}
