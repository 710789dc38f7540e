import { viewCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findLevels } from '../ratings/public'
import { findCase } from './case-store'
import { showCase } from './show-case'

export default implement(viewCase, async ({ caseId }, { caller }) => {
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  return showCase(caller, found, caller.role === 'resident' ? await findLevels(caseId) : undefined)
})
