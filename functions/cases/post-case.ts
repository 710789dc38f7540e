import { postCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(postCase, async ({ caseId, carrier, waybill }, context) => {
  const posted = await moveCase(caseId, context, 'post', () => ({
    action: 'post',
    status: 'posted',
    facts: { carrier, waybill },
  }))
  return showCase(context.caller, posted)
})
