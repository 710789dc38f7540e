import { useSyncExternalStore } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import type { signInLocally } from '@one-window/shared/identity/endpoints'
import { forget, store, stored } from './storage'

/** Who is signed in, with the words the page greets them by. */
export type Session = OutputOf<typeof signInLocally> & { greeting: string }

const KEY = 'session'
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

export const openSession = (next: Session): void => {
  store(KEY, next)
  change(next)
}

export const closeSession = (): void => {
  forget(KEY)
  change(undefined)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Who is signed in, on every page at once. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session, session)
