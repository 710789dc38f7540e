import { changePosts } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import {
  changeable,
  changedBefore,
  changeMember,
  checkDeputies,
  checkPosts,
  needSecond,
  shown,
} from './member'
import { membershipWrites } from './staff-store'

/**
 * Posts that need a second administrator wait for them; until then the old ones stand. Who waited for a second and gets
 * lesser posts waits no longer, and needs a code.
 */
export default implement(changePosts, async ({ personId, revision, posts, reason }, context) => {
  const { caller } = context
  const done = await changedBefore(personId, context)
  if (done) return shown(done)
  const member = await changeable(caller, personId, revision)
  checkPosts(caller, posts)
  await checkDeputies(personId, posts)
  const before = [...(member.posts ?? []), ...(member.pending?.posts ?? [])]
  const waits = needSecond(posts)
  const after = waits ? [...(member.posts ?? []), ...posts] : posts
  return changeMember(
    member,
    waits
      ? { pending: { posts, by: caller.personId } }
      : { posts, pending: null, ...(member.state === 'awaiting-second' && { state: 'invited' as const }) },
    context,
    { beside: membershipWrites(personId, before, after), reason },
  )
})
