import { withdrawMyCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'
import { withdrawal } from './withdrawal'

export default implement(withdrawMyCase, async ({ caseId, reason }, context) =>
  showCase(context.caller, await moveCase(caseId, context, 'withdraw', (kept) => withdrawal(kept, reason))),
)
