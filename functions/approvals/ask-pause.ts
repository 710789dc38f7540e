import { askPause } from '@one-window/shared/approvals/endpoints'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'
import { askedBy } from './asked-by'

export default implement(askPause, async ({ caseId, kind, workingDays, reason }, context) => {
  const asked = await moveCase(caseId, context, 'ask-pause', (kept) => {
    const ask = askedBy(kept, context, { of: 'pause', kind, workingDays, reason })
    return {
      action: 'ask-pause',
      as: ask.by,
      status: kept.status,
      ask,
      note: reason,
      facts: { kind, workingDays },
    }
  })
  return showCase(context.caller, asked)
})
