import { lookupDeletion, type Account, type AccountChanges } from '../identity/public'
import { blindIndex } from '../platform/crypto'
import type { Write } from '../platform/dynamo'

/** What takes a member's WeChat and second factor away and ends their sessions. */
export const unbound = ({
  personId,
  openid,
}: Account): { changes: AccountChanges & { endSessions: true }; beside: Write[] } => ({
  changes: { openid: null, secondFactor: null, boundAt: null, endSessions: true },
  beside: openid ? [lookupDeletion('staff', blindIndex('openid', openid), personId)] : [],
})
