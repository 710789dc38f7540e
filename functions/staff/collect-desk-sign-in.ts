import { Role } from '@one-window/shared/foundation/roles'
import { collectDeskSignIn } from '@one-window/shared/staff/endpoints'
import { findAccount, openSession, reach, standingSession } from '../identity/public'
import { derivedId, fingerprint } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findDeskTicket, ticketCollected } from './ticket-store'

/** Only the PC that opened the ticket, and it as often as it asks, gets the one session of it while that stands. */
export default implement(collectDeskSignIn, async ({ ticketId, secret }, context) => {
  const ticket = await findDeskTicket(ticketId, context.now)
  if (!ticket || ticket.secret !== fingerprint(secret)) throw new Problem('ticket-over')
  if (ticket.personId === undefined) return { state: 'waiting' as const }
  const account = await findAccount(ticket.personId)
  const role = Role.parse(ticket.role)
  if (!account || !reach(account, role, context.now)) throw new Problem('ticket-over')
  const client = role === 'resident' ? 'h5' : 'desk'
  const sessionId = derivedId('desk session', ticketId).slice(0, 16)
  if (ticket.collected) {
    const standing = await standingSession(account, sessionId, context.now)
    if (!standing) throw new Problem('ticket-over')
    return { state: 'open' as const, session: standing }
  }
  const beside = [ticketCollected(ticketId)]
  const session = await openSession(account, { role, client, sessionId, beside }, context)
  return { state: 'open' as const, session }
})
