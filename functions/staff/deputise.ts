import { chinaDay } from '@one-window/shared/foundation/time'
import { deputyPosts, withoutDeputy } from '@one-window/shared/staff/deputy'
import { deputise } from '@one-window/shared/staff/endpoints'
import { conflictOf } from '@one-window/shared/staff/separation'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changeColleague, ownPosts, roleOf } from './colleagues'
import { allPosts } from './member'
import { hallsOf } from './staff-store'

const badDay = (pointer: string, message: string) =>
  new Problem('bad-input', { errors: [{ pointer, message }] })

/** In effect from its first day on; what was named before for the same role is written over. */
export default implement(deputise, async ({ personId, from, until, reason }, context) => {
  const { caller, now } = context
  const role = roleOf(caller)
  if (until < from) throw badDay('/until', '最后一天不能早于第一天，请改一下')
  const posts = await ownPosts(caller)
  return changeColleague(personId, reason, context, (colleague) => {
    if (from < chinaDay(now)) throw badDay('/from', '从今天或以后开始，请改一下')
    const halls = hallsOf(allPosts(colleague))
    const away = { personId: caller.personId, role, from, until }
    const copies = deputyPosts({ ...away, posts }).filter(({ hallId }) => halls.includes(hallId))
    if (copies.length === 0) throw badDay('/from', '这几天您自己没有这个岗位，请改日子')
    const others = withoutDeputy(allPosts(colleague), caller.personId, role)
    const conflict = conflictOf([...others, ...copies])
    if (conflict) throw new Problem('roles-conflict', { roles: conflict })
    return [...withoutDeputy(colleague.posts ?? [], caller.personId, role), ...copies]
  })
})
