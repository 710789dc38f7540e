import { randomBytes } from 'node:crypto'
import { openDeskSignIn } from '@one-window/shared/staff/endpoints'
import { machineWords } from '@one-window/shared/staff/machine'
import { fingerprint } from '../platform/crypto'
import { implement } from '../platform/implement'
import { saveDeskTicket } from './ticket-store'

const TICKET_MS = 2 * 60_000

/** Every call is a new ticket: one more that nobody scans does no harm and ends by itself. */
export default implement(openDeskSignIn, async (_, { now, machine }) => {
  const ticketId = randomBytes(16).toString('base64url')
  const secret = randomBytes(24).toString('base64url')
  const until = new Date(now.getTime() + TICKET_MS)
  const ticket = {
    openedAt: now.toISOString(),
    machine: machineWords(machine),
    secret: fingerprint(secret),
  }
  await saveDeskTicket(ticketId, ticket, until)
  return { ticketId, secret, scene: `desk.${ticketId}`, expiresAt: until.toISOString() }
})
