import { mayActAfter } from '@one-window/shared/staff/separation'
import { confirmStaff } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { anInvitation, toldBefore } from './invitations'
import { changedBefore, changeMember, checkPosts, findMember, shown } from './member'
import { membershipWrites } from './staff-store'

/** Whoever asked for the posts, and whoever is to get them, cannot be the second person. */
export default implement(confirmStaff, async ({ personId, revision }, context) => {
  const { caller } = context
  const before = await changedBefore(personId, context)
  if (before) return { member: shown(before), ...(await toldBefore(before, context)) }
  const member = await findMember(caller, personId)
  if (!member) throw new Problem('not-found')
  const { pending, posts = [], state } = member
  if (!pending || state === 'disabled') throw new Problem('wrong-status')
  const asked = [{ act: 'ask-for-posts', by: pending.by } as const]
  if (!mayActAfter(asked, 'confirm-posts', caller.personId) || personId === caller.personId)
    throw new Problem('second-person-needed')
  if (member.revision !== revision) throw new Problem('changed-meanwhile')
  checkPosts(caller, pending.posts)
  const isNew = state === 'awaiting-second'
  const invitation = isNew ? anInvitation(personId, context) : undefined
  const confirmed = await changeMember(
    member,
    {
      posts: pending.posts,
      pending: null,
      ...(invitation && { state: 'invited' as const, invitation: invitation.ticketId }),
    },
    context,
    {
      beside: [
        ...membershipWrites(personId, [...posts, ...pending.posts], pending.posts),
        ...(invitation ? [invitation.write] : []),
      ],
    },
  )
  return { member: confirmed, ...invitation?.told }
})
