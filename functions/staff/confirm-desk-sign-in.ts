import { confirmDeskSignIn } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findDeskTicket, letIn } from './ticket-store'

/** The first phone that confirms lets the PC in; the same again changes nothing. */
export default implement(confirmDeskSignIn, async ({ ticketId }, { caller, now }) => {
  const ticket = await findDeskTicket(ticketId, now)
  if (!ticket?.secret || !(await letIn(ticketId, caller.personId, caller.role)))
    throw new Problem('ticket-over')
  return {}
})
