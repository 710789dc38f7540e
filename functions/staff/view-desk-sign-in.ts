import { viewDeskSignIn } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findDeskTicket } from './ticket-store'

export default implement(viewDeskSignIn, async ({ ticketId }, { caller, now }) => {
  const ticket = await findDeskTicket(ticketId, now)
  if (!ticket?.secret || (ticket.personId !== undefined && ticket.personId !== caller.personId))
    throw new Problem('ticket-over')
  return { openedAt: ticket.openedAt, machine: ticket.machine }
})
