import { inviteStaff } from '@one-window/shared/staff/endpoints'
import { newAccount, saveNewAccount, type Account } from '../identity/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { anInvitation, toldBefore } from './invitations'
import { changedBefore, checkDeputies, checkPosts, needSecond, shown } from './member'
import { membershipWrites } from './staff-store'

/** The person's id is the request's: sent again, it invites nobody twice and tells the same code. */
export default implement(inviteStaff, async ({ name, posts }, context) => {
  const { caller, request } = context
  const personId = `s_${request.id}`
  checkPosts(caller, posts)
  await checkDeputies(personId, posts)
  const invitation = needSecond(posts) ? undefined : anInvitation(personId, context)
  const member: Account = {
    ...newAccount(personId, 'staff'),
    name,
    requests: { [request.id]: request.body },
    ...(invitation
      ? { state: 'invited', posts, invitation: invitation.ticketId }
      : { state: 'awaiting-second', posts: [], pending: { posts, by: caller.personId } }),
  }
  const beside = [...membershipWrites(personId, [], posts), ...(invitation ? [invitation.write] : [])]
  if (!(await saveNewAccount(member, context, { beside, deed: { hallId: posts[0]?.hallId } })))
    return invitedBefore(personId, context)
  return { member: shown(member), ...invitation?.told }
})

async function invitedBefore(personId: string, context: Context) {
  const before = await changedBefore(personId, context)
  if (!before) throw new Problem('busy')
  return { member: shown(before), ...(await toldBefore(before, context)) }
}
