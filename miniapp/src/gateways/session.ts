import { useSyncExternalStore } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import type { signInLocally } from '@one-window/shared/identity/endpoints'
import { forget, forgetAll, store, stored } from './storage'

/** Who is signed in, with the words the page greets them by. */
export type Session = OutputOf<typeof signInLocally> & { greeting: string }

const KEY = 'session'
const LAST_KEY = 'last-person'
const listeners = new Set<() => void>()
let current: Session | undefined
let read = false

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

/** Begins a session; what somebody else has typed on this phone is not shown to the next person. */
export const openSession = (next: Session): void => {
  const before = stored<string>(LAST_KEY)
  if (before !== undefined && before !== next.personId) forgetAll('draft:')
  store(LAST_KEY, next.personId)
  store(KEY, next)
  change(next)
}

/** Ends the session; what the phone keeps of this person, seen or typed, goes with it. */
export const closeSession = (): void => {
  if (current) forgetAll(`kept:${current.personId}`)
  forgetAll('draft:')
  forget(KEY)
  change(undefined)
}

/** The service no longer knows the token: the person signs in again and finds what was typed. */
export const expireSession = (): void => {
  forget(KEY)
  change(undefined)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Who is signed in, on every page at once. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session, session)
