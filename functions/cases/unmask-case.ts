import { unmaskCase } from '@one-window/shared/cases/endpoints'
import { endOfCase } from '@one-window/shared/cases/seen-by'
import { chinaDay } from '@one-window/shared/foundation/time'
import { mayUnmask } from '@one-window/shared/identity/unmask'
import { noteUnmasking } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findCase, onCase } from './case-store'

export default implement(unmaskCase, async ({ caseId, reason }, context) => {
  const { caller, now } = context
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  if (!mayUnmask(caller.role, endOfCase(found), chinaDay(now)))
    throw new Problem('not-allowed', { detail: '这件事办完有些日子了，要看请找主任' })
  await noteUnmasking(context, { ...onCase(found), reason })
  return found.applicant
})
