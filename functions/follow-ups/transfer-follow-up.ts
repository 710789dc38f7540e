import { transferFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

/** The loop goes on beside it: the person is still owed an answer. */
export default implement(transferFollowUp, async ({ followUpId, revision, words, evidence }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    ({ transfer }) =>
      transfer === undefined
        ? { deed: 'transfer', changes: { transfer: 'sent' }, says: { words, evidence } }
        : undefined,
    context,
  )
  return shownWhole(moved, context)
})
