import { chinaDay } from '@one-window/shared/foundation/time'
import { deputyPosts } from '@one-window/shared/staff/deputy'
import { listColleagues } from '@one-window/shared/staff/endpoints'
import { findAccount } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { mayStandIn, ownPosts, roleOf, shownTo } from './colleagues'
import { listMembers } from './staff-store'

/** As if somebody were away from today on, for a day. */
export default implement(listColleagues, async ({ hallId, cursor }, { caller, now }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const today = chinaDay(now)
  const away = { personId: caller.personId, role: roleOf(caller), from: today, until: today }
  const copies = deputyPosts({ ...away, posts: await ownPosts(caller) })
  const page = await listMembers(hallId, cursor)
  const accounts = await Promise.all(page.personIds.map(findAccount))
  const colleagues = accounts
    .flatMap((account) => (account && mayStandIn(caller, account, copies) ? [shownTo(caller, account)] : []))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh'))
  return { colleagues, ...(page.cursor && { cursor: page.cursor }) }
})
