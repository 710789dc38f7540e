import type { Role } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { SessionTokens } from '@one-window/shared/identity/session'
import { isHeld } from '@one-window/shared/staff/post'
import { openSession, reach, standingSession, type Account } from '../identity/public'
import { derivedId } from '../platform/crypto'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'

/** Opens the session of who has just given both factors, in the role asked for or the first one held today. */
export function openStaffSession(
  account: Account,
  asked: Role | undefined,
  context: Context,
): Promise<SessionTokens> {
  const today = chinaDay(context.now)
  const role = asked ?? account.posts?.find((post) => isHeld(post, today))?.role
  if (role === undefined || !reach(account, role, context.now)) throw new Problem('post-ended')
  const sessionId = sessionIdOf(context)
  return openSession(account, { role, client: 'weapp', steppedUp: true, sessionId }, context)
}

const sessionIdOf = ({ request }: Context): string => derivedId('session', request.id).slice(0, 16)

/** The session that this very request opened before; undefined when it has ended. */
export const openedBefore = (account: Account, context: Context): Promise<SessionTokens | undefined> =>
  standingSession(account, sessionIdOf(context), context.now)
