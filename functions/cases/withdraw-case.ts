import { withdrawCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'
import { withdrawal } from './withdrawal'

export default implement(withdrawCase, async ({ caseId, reason }, context) => {
  const withdrawn = await moveCase(caseId, context, 'withdraw', (kept) => ({
    ...withdrawal(kept, reason),
    facts: { came: true },
  }))
  return showCase(context.caller, withdrawn)
})
