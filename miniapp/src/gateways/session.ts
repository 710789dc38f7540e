import { useSyncExternalStore } from 'react'
import type { SessionTokens } from '@one-window/shared/identity/session'
import { forget, forgetAll, store, stored } from './storage'

/** Who is signed in, with the words the page greets them by; none for a person whose name nobody knows. */
export type Session = SessionTokens & {
  greeting: string
  /** The Idempotency-Key of a refresh whose answer has not come. */
  refreshKey?: string
}

const KEY = 'session'
const LAST_KEY = 'last-person'
const listeners = new Set<() => void>()
let current: Session | undefined
let read = false

/** The session as the phone keeps it now: another window may have renewed it. */
export const keptSession = (): Session | undefined => stored<Session>(KEY) ?? current

/** The session kept on this phone. */
export const session = (): Session | undefined => {
  if (!read) {
    current = stored<Session>(KEY)
    read = true
  }
  return current
}

const change = (next: Session | undefined): void => {
  current = next
  read = true
  listeners.forEach((tell) => tell())
}

/** The same session with other tokens, or other words to greet by. */
export const keepSession = (next: Session): void => {
  store(KEY, next)
  change(next)
}

/** Begins a session; what somebody else has typed on this phone is not shown to the next person. */
export const openSession = (tokens: SessionTokens): void => {
  const before = stored<string>(LAST_KEY)
  if (before !== undefined && before !== tokens.personId) forgetAll('draft:')
  store(LAST_KEY, tokens.personId)
  keepSession({ ...tokens, greeting: tokens.greeting ?? '' })
}

/** Ends the session on this phone; what it keeps of this person, seen, ticked or typed, goes with it. */
export const closeSession = (): void => {
  expireSession()
  for (const of of ['draft:', 'ready:', LAST_KEY]) forgetAll(of)
}

/** The service no longer knows the session: what was seen goes; the person signs in again and finds what was typed. */
export const expireSession = (): void => {
  if (current) forgetAll(`kept:${current.personId}`)
  forget(KEY)
  change(undefined)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Who is signed in, on every page at once. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session, session)
