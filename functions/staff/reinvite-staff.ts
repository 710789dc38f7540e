import { reinviteStaff } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { anInvitation, changeable, changeMember } from './member'
import { unbound } from './unbound'

export default implement(reinviteStaff, async ({ personId, revision, reason }, context) => {
  const member = await changeable(context.caller, personId, revision)
  if (member.state === 'awaiting-second') throw new Problem('wrong-status')
  const { changes, beside } = unbound(member)
  const { inviteCode, expiresAt, ticketId, write } = anInvitation(personId, context.now)
  const invited = await changeMember(
    member,
    { ...changes, state: 'invited', invitation: ticketId },
    context,
    { beside: [...beside, write], reason },
  )
  return { member: invited, inviteCode, expiresAt }
})
