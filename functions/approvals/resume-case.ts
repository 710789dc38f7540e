import { resumeCase } from '@one-window/shared/approvals/endpoints'
import { statusOfStep } from '@one-window/shared/cases/next'
import { roleWords } from '@one-window/shared/foundation/roles'
import { moveCase, promisedFor, showCase } from '../cases/public'
import { implement } from '../platform/implement'

export default implement(resumeCase, async ({ caseId, result }, context) => {
  const { caller, now } = context
  const resumed = await moveCase(caseId, context, 'resume', (kept) => {
    const { route, step = 0 } = kept
    const event = { action: 'resume' as const, at: now.toISOString() }
    const isOffice = caller.role === 'approver' || caller.role === 'leader'
    return {
      action: 'resume',
      as: isOffice ? route.steps[step]!.actor : roleWords[caller.role],
      status: statusOfStep(route, step),
      note: result,
      changes: promisedFor({
        ...kept,
        acceptedAt: kept.acceptedAt ?? kept.receivedAt,
        events: [...kept.events, event],
      }),
    }
  })
  return showCase(caller, resumed)
})
