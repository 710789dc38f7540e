import { halfDayOf, isUnreachable } from '@one-window/shared/follow-ups/deadlines'
import { logCallback } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

/** Tries in vain at the same half day count once, so that nobody is given up within a quarter of an hour. */
export default implement(logCallback, async ({ followUpId, revision, ...asked }, context) => {
  const { outcome, words, satisfied } = asked
  const inVain = outcome === 'no-answer' || outcome === 'wrong-number'
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    (found) => {
      const halfDays = inVain
        ? [...new Set([...(found.halfDays ?? []), halfDayOf(context.now)])]
        : (found.halfDays ?? [])
      const called = inVain ? (isUnreachable(halfDays) ? 'unreachable' : undefined) : outcome
      return {
        deed: called === undefined ? 'attempt' : 'call-back',
        changes: {
          halfDays,
          ...(called !== undefined && { called }),
          ...(outcome === 'reached' && satisfied !== undefined && { callSatisfied: satisfied }),
        },
        says: { choice: called ?? outcome, ...(words && { words }) },
      }
    },
    context,
  )
  return shownWhole(moved, context)
})
