import { verifyFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(verifyFollowUp, async ({ followUpId, revision, ...asked }, context) => {
  const { finding, words, evidence, rectifier } = asked
  const isTrue = finding === 'true' || finding === 'partly'
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    () => ({
      deed: isTrue ? 'verify' : 'find-nothing',
      changes: { finding, ...(isTrue && { rectifier, rectifyFrom: chinaDay(context.now) }) },
      says: { choice: finding, words, ...(evidence.length > 0 && { evidence }) },
    }),
    context,
  )
  return shownWhole(moved, context)
})
