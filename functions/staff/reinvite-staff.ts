import { reinviteStaff } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { anInvitation, toldBefore } from './invitations'
import { changeable, changedBefore, changeMember, needSecond, shown } from './member'
import { unbound } from './unbound'

/**
 * Whom two have let in gets a new code from two again: else one of them could take the other's place. What the lost
 * phone opened is closed at once.
 */
export default implement(reinviteStaff, async ({ personId, revision, reason }, context) => {
  const before = await changedBefore(personId, context)
  if (before) return { member: shown(before), ...(await toldBefore(before, context)) }
  const member = await changeable(context.caller, personId, revision)
  const { state, posts = [], pending } = member
  if (state === 'awaiting-second') throw new Problem('wrong-status')
  const { changes, beside } = unbound(member)
  if (needSecond(posts)) {
    const asked = { posts: pending?.posts ?? posts, by: context.caller.personId }
    const waiting = { ...changes, state: 'awaiting-second' as const, invitation: null, pending: asked }
    return { member: await changeMember(member, waiting, context, { beside, reason }) }
  }
  const { told, ticketId, write } = anInvitation(personId, context)
  const opened = { ...changes, state: 'invited' as const, invitation: ticketId }
  const invited = await changeMember(member, opened, context, { beside: [...beside, write], reason })
  return { member: invited, ...told }
})
