import { recordVisit } from '@one-window/shared/approvals/endpoints'
import { chinaDay } from '@one-window/shared/foundation/time'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

export default implement(recordVisit, async ({ caseId, visitors, visitedOn, found }, context) => {
  if (visitedOn > chinaDay(context.now))
    throw new Problem('bad-input', {
      errors: [{ pointer: '/visitedOn', message: '踏勘的日子不能在今天以后，请照实际填' }],
    })
  const visited = await moveCase(caseId, context, 'visit', ({ status, route, step = 0 }) => ({
    action: 'visit',
    as: route.steps[step]!.actor,
    status,
    note: found,
    people: visitors,
    facts: { until: visitedOn },
  }))
  return showCase(context.caller, visited)
})
