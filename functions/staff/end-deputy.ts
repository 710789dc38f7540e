import { withoutDeputy } from '@one-window/shared/staff/deputy'
import { endDeputy } from '@one-window/shared/staff/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changeColleague, roleOf } from './colleagues'

export default implement(endDeputy, async ({ personId, reason }, context) =>
  changeColleague(personId, reason, context, ({ posts = [] }) => {
    const after = withoutDeputy(posts, context.caller.personId, roleOf(context.caller))
    if (after.length === posts.length) throw new Problem('not-found')
    return after
  }),
)
