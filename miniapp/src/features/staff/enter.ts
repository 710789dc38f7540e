import { roleWords } from '@one-window/shared/foundation/roles'
import type { SessionTokens } from '@one-window/shared/identity/session'
import { openSession } from '@/gateways/session'

/** Begins the session of a staff member, greeted by name, or by the post where the name is not told. */
export const enter = (tokens: SessionTokens): void =>
  openSession({ ...tokens, greeting: tokens.greeting ?? roleWords[tokens.role] })
