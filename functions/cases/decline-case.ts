import { declineCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { transitionCase } from './case-steps-store'
import { findCase } from './case-store'
import { showCase } from './show-case'

export default implement(declineCase, async ({ caseId, reason }, context) => {
  const found = await findCase(caseId, context.caller)
  if (!found) throw new Problem('not-found')
  return showCase(context.caller, await transitionCase(found, 'decline', { note: reason }, context))
})
