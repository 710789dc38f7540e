import { reportBack } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(reportBack, async ({ followUpId, revision, words }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    () => ({
      deed: 'report-back',
      changes: { reportedAt: context.now.toISOString(), solved: null },
      says: { words },
    }),
    context,
  )
  return shownWhole(moved, context)
})
