import { bindStaff } from '@one-window/shared/staff/endpoints'
import { findAccount, findPersonId, newSecret } from '../identity/public'
import { blindIndex } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { wechat } from '../platform/wechat'
import { bindingId, findBinding, findInvitation, invitationId, saveBinding } from './ticket-store'

const BINDING_MS = 10 * 60_000

/** The request's id is the binding's: sent again, it answers the same secret while nothing is confirmed. */
export default implement(bindStaff, async ({ inviteCode, code }, { now, request }) => {
  const invitation = invitationId(inviteCode)
  const invited = await findInvitation(invitation, now)
  const member = invited && (await findAccount(invited.personId))
  if (!member || member.state !== 'invited' || member.invitation !== invitation)
    throw new Problem('invitation-invalid')
  const name = member.name ?? ''
  const ticketId = bindingId(request)
  const before = await findBinding(ticketId, now)
  if (before) return { bindTicket: ticketId, name, ...newSecret(name, before.secret) }
  const { openid } = await wechat().codeToSession(code)
  const holder = await findPersonId('staff', blindIndex('openid', openid))
  if (holder !== undefined && holder !== member.personId) throw new Problem('already-bound')
  const enrolment = newSecret(name)
  const binding = { personId: member.personId, invitation, openid, secret: enrolment.secret, tries: 0 }
  await saveBinding(ticketId, binding, new Date(now.getTime() + BINDING_MS))
  return { bindTicket: ticketId, name, ...enrolment }
})
