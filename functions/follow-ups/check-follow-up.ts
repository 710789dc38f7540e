import { checkFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(checkFollowUp, async ({ followUpId, revision, passed, words }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    () => ({
      deed: passed ? 'close' : 'send-back',
      ...(passed && { changes: { closedAt: context.now.toISOString() } }),
      says: words ? { words } : {},
    }),
    context,
  )
  return shownWhole(moved, context)
})
