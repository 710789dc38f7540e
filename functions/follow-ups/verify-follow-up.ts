import { verifyFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { officeOf } from './case-facts'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(verifyFollowUp, async ({ followUpId, revision, ...asked }, context) => {
  const { finding, words, evidence, rectifier } = asked
  const isTrue = finding === 'true' || finding === 'partly'
  const found = await foundFor(followUpId, context)
  const officeId = isTrue && rectifier === 'approver' ? await officeOf(found.caseId) : undefined
  if (isTrue && rectifier === 'approver' && officeId === undefined)
    throw new Problem('bad-input', {
      errors: [{ pointer: '/rectifier', message: '这件事不经过业务办公室，请选大厅整改' }],
    })
  const moved = await takeStep(
    found,
    revision,
    () => ({
      deed: isTrue ? 'verify' : 'find-nothing',
      changes: {
        finding,
        ...(isTrue && { rectifier, rectifyFrom: chinaDay(context.now), officeId: officeId ?? null }),
      },
      says: { choice: finding, words, ...(evidence.length > 0 && { evidence }) },
    }),
    context,
  )
  return shownWhole(moved, context)
})
