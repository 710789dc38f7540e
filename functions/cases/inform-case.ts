import { informCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(informCase, async ({ caseId, reason }, context) => {
  const informed = await moveCase(caseId, context, 'inform', () => ({
    action: 'inform',
    status: 'not-needed',
    note: reason,
  }))
  return showCase(context.caller, informed)
})
