import { denyAsk } from '@one-window/shared/approvals/endpoints'
import { moveCase, showCase } from '../cases/public'
import { implement } from '../platform/implement'

export default implement(denyAsk, async ({ caseId, reason }, context) => {
  const denied = await moveCase(caseId, context, 'deny', ({ status }) => ({
    action: 'deny',
    status,
    note: reason,
    ask: null,
  }))
  return showCase(context.caller, denied)
})
