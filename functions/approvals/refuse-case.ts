import { refuseCase } from '@one-window/shared/approvals/endpoints'
import { goesOn, moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'

export default implement(refuseCase, async ({ caseId, reason, basis }, context) => {
  const refused = await moveCase(caseId, context, 'refuse', (kept) => {
    const { route, step = 0 } = kept
    const { name, actor } = route.steps[step]!
    return {
      action: 'refuse',
      as: actor,
      ...goesOn(kept, { status: 'concluded', step }, context.now, 'refused'),
      note: reason,
      facts: { step: name, outcome: 'refused', basis },
    }
  })
  return showCase(context.caller, refused)
})
