import { inviteStaff } from '@one-window/shared/staff/endpoints'
import { findAccount, newAccount, saveNewAccount, type Account } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { anInvitation, checkPosts, needSecond, shown } from './member'
import { membershipWrites } from './staff-store'

/** The person's id is the request's: sent again, it invites nobody twice; the code was told once and is not told again. */
export default implement(inviteStaff, async ({ name, posts }, context) => {
  const { caller, now, request } = context
  checkPosts(caller, posts)
  const personId = `s_${request.id}`
  const second = needSecond(posts)
  const invitation = second ? undefined : anInvitation(personId, now)
  const member: Account = {
    ...newAccount(personId, 'staff'),
    name,
    requests: { [request.id]: request.body },
    ...(second
      ? { state: 'awaiting-second', posts: [], pending: { posts, by: caller.personId } }
      : { state: 'invited', posts, invitation: invitation?.ticketId }),
  }
  const beside = [...membershipWrites(personId, [], posts), ...(invitation ? [invitation.write] : [])]
  if (!(await saveNewAccount(member, context, { beside, deed: { hallId: posts[0]?.hallId } }))) {
    const before = await findAccount(personId)
    if (before?.requests?.[request.id] !== request.body) throw new Problem('idempotency-key-reused')
    context.replayed()
    return { member: shown(before) }
  }
  return {
    member: shown(member),
    ...(invitation && { inviteCode: invitation.inviteCode, expiresAt: invitation.expiresAt }),
  }
})
