import { signForCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(signForCase, async ({ caseId, note }, context) => {
  const signed = await moveCase(caseId, context, 'sign-for', () => ({
    action: 'sign-for',
    status: 'concluded',
    note,
    changes: { since: context.now.toISOString() },
  }))
  return showCase(context.caller, signed)
})
