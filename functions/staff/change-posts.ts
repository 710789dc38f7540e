import { changePosts } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { changeable, changeMember, checkPosts, needSecond } from './member'
import { membershipWrites } from './staff-store'

/** Posts that need a second administrator wait for them; until then the old ones stand. */
export default implement(changePosts, async ({ personId, revision, posts, reason }, context) => {
  const { caller } = context
  const member = await changeable(caller, personId, revision)
  checkPosts(caller, posts)
  const before = [...(member.posts ?? []), ...(member.pending?.posts ?? [])]
  const waits = needSecond(posts)
  const after = waits ? [...(member.posts ?? []), ...posts] : posts
  return changeMember(
    member,
    waits ? { pending: { posts, by: caller.personId } } : { posts, pending: null },
    context,
    { beside: membershipWrites(personId, before, after), reason },
  )
})
