import { approveCase } from '@one-window/shared/approvals/endpoints'
import { nextAfter } from '@one-window/shared/cases/next'
import { goesOn, moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

/** Who decides agrees or refuses; only who passes the decision on may say that they do not agree. */
export default implement(approveCase, async ({ caseId, opinion, note, document }, context) => {
  const approved = await moveCase(caseId, context, ['pass', 'approve'], (kept) => {
    const { route, step = 0 } = kept
    const { name, actor } = route.steps[step]!
    const decides = step === route.decidedAt
    if (opinion === 'disagree' && (decides || step > route.decidedAt))
      throw new Problem('bad-input', {
        errors: [{ pointer: '/opinion', message: '由您决定的，不同意请选不予批准，写清原因和依据' }],
      })
    if (opinion === 'disagree' && !note)
      throw new Problem('bad-input', { errors: [{ pointer: '/note', message: '请写为什么不同意' }] })
    return {
      action: decides ? 'approve' : 'pass',
      as: actor,
      ...goesOn(kept, nextAfter(route, step), context.now, decides ? 'granted' : undefined),
      note,
      facts: { step: name, opinion, ...(document && { document }) },
    }
  })
  return showCase(context.caller, approved)
})
