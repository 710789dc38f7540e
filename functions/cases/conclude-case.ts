import { concludeCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { transitionCase } from './case-steps-store'
import { findCase } from './case-store'
import { showCase } from './show-case'

/** A refusal needs its reason (行政许可法 art. 38). A day still waited for is no longer set on a finished case. */
export default implement(concludeCase, async ({ caseId, outcome, reason }, context) => {
  const found = await findCase(caseId, context.caller)
  if (!found) throw new Problem('not-found')
  if (outcome === 'refused' && !reason)
    throw new Problem('bad-input', { errors: [{ pointer: '/reason', message: '请写不予批准的原因' }] })
  const changes = { outcome, note: reason, promisedDayPending: null }
  return showCase(context.caller, await transitionCase(found, 'conclude', changes, context))
})
