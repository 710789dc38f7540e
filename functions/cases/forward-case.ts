import { forwardCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(forwardCase, async ({ caseId, note }, context) => {
  const forwarded = await moveCase(caseId, context, 'forward', ({ route, step = 0 }) => ({
    action: 'forward',
    status: 'in-review',
    note,
    changes: { holder: route.steps[step]!.actor, since: context.now.toISOString() },
    facts: { step: route.steps[step]!.name },
  }))
  return showCase(context.caller, forwarded)
})
