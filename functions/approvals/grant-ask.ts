import { grantAsk } from '@one-window/shared/approvals/endpoints'
import { moveCase, promisedFor, showCase, type KeptCase } from '../cases/public'
import { implement, type Context } from '../platform/implement'

/** The promised day as it is with what is granted now. */
const withGranted = (kept: KeptCase, action: 'pause' | 'extend', workingDays: number, { now }: Context) =>
  promisedFor({
    ...kept,
    acceptedAt: kept.acceptedAt ?? kept.receivedAt,
    events: [...kept.events, { action, at: now.toISOString(), facts: { workingDays } }],
  })

export default implement(grantAsk, async ({ caseId }, context) => {
  const granted = await moveCase(caseId, context, ['pause', 'extend'], (kept) => {
    const { of, kind, workingDays, reason } = kept.ask!
    const action = of === 'pause' ? 'pause' : 'extend'
    return {
      action,
      status: of === 'pause' ? 'paused' : kept.status,
      note: reason,
      ask: null,
      changes: withGranted(kept, action, workingDays, context),
      facts: { workingDays, ...(kind && { kind }) },
    }
  })
  return showCase(context.caller, granted)
})
