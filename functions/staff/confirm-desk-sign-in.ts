import type { ClientKind } from '@one-window/shared/identity/session'
import { confirmDeskSignIn } from '@one-window/shared/staff/endpoints'
import { findStanding } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findDeskTicket, letIn } from './ticket-store'

/** A PC that was let in lets no other in: else its twelve hours would never end. */
const phones: readonly ClientKind[] = ['weapp', 'local']

/** The first phone that confirms lets the PC in; the same again changes nothing. */
export default implement(confirmDeskSignIn, async ({ ticketId }, { caller, now }) => {
  const session = (await findStanding(caller.personId))?.sessions[caller.sessionId]
  if (!session || !phones.includes(session.client)) throw new Problem('not-allowed')
  const ticket = await findDeskTicket(ticketId, now)
  if (!ticket?.secret || !(await letIn(ticketId, caller.personId, caller.role)))
    throw new Problem('ticket-over')
  return {}
})
