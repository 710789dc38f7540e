import { settleExclusion } from '@one-window/shared/follow-ups/endpoints'
import { mayActAfter } from '@one-window/shared/staff/separation'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import { shownTask } from './show-follow-up'
import { takeStep } from './steps-store'

/** Agreed, an open follow-up ends with it; one that is closed already only stops to count. */
export default implement(settleExclusion, async ({ followUpId, revision, agreed, words }, context) => {
  const { caller, now } = context
  const found = await foundFor(followUpId, context)
  const proposed = found.exclusionBy ? [{ act: 'propose-exclusion' as const, by: found.exclusionBy }] : []
  if (!mayActAfter(proposed, 'agree-to-exclusion', caller.personId)) throw new Problem('second-person-needed')
  const moved = await takeStep(
    found,
    revision,
    ({ exclusion, closedAt }) =>
      exclusion !== 'proposed'
        ? undefined
        : {
            deed: agreed ? 'exclude' : 'refuse-exclusion',
            changes: agreed
              ? {
                  exclusion: 'agreed',
                  closedAt: closedAt ?? now.toISOString(),
                  reportedAt: now.toISOString(),
                }
              : { exclusion: 'refused' },
            says: words ? { words } : {},
          },
    context,
  )
  return shownTask(moved, 'exclusion', now.toISOString())
})
