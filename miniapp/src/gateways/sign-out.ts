import { signOut as ended } from '@one-window/shared/identity/endpoints'
import { call } from './api'
import { closeSession } from './session'

/** Ends the session on this phone, and in the service if it can be reached. */
export const signOut = (): void => {
  call(ended, {}).catch(() => undefined)
  closeSession()
}
