import { hasAgreed } from '@one-window/shared/identity/notice'
import type { Authenticate } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findStanding } from './account-store'
import { reach } from './sessions'
import { readToken } from './tokens'

/**
 * Who calls, as they stand at this moment (one strong read, 1 unit): a session that was ended, a post that was taken
 * away or moved, works no longer on the very next request.
 */
export const authenticate: Authenticate = async (authorization, now) => {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  const said = token && (await readToken('access', token, now))
  if (!said) return undefined
  const account = await findStanding(said.personId)
  const session = account?.sessions[said.sessionId]
  if (!account || !session || session.client !== said.client || session.endsAt <= now.toISOString())
    return undefined
  const reached = reach(account, session.role, now)
  if (!reached) throw new Problem('post-ended')
  return {
    agreed: hasAgreed(account.agreed?.version),
    caller: {
      personId: said.personId,
      role: session.role,
      ...reached,
      sessionId: said.sessionId,
      ...(session.steppedUpUntil && { steppedUpUntil: new Date(session.steppedUpUntil) }),
    },
  }
}
