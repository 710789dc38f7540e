import { returnCase } from '@one-window/shared/approvals/endpoints'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'

export default implement(returnCase, async ({ caseId, reason }, context) => {
  const returned = await moveCase(caseId, context, 'return', ({ route, step = 0 }) => ({
    action: 'return',
    as: route.steps[step]!.actor,
    status: 'returned',
    note: reason,
    changes: { holder: '综合窗口', since: context.now.toISOString() },
    facts: { step: route.steps[step]!.name },
  }))
  return showCase(context.caller, returned)
})
