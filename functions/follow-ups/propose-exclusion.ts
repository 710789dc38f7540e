import { proposeExclusion } from '@one-window/shared/follow-ups/endpoints'
import { implement } from '../platform/implement'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

export default implement(proposeExclusion, async ({ followUpId, revision, kind, words }, context) => {
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    ({ status, exclusion }) =>
      status === 'closed' || status === 'triage' || exclusion !== undefined
        ? undefined
        : {
            deed: 'propose-exclusion',
            changes: {
              exclusion: 'proposed',
              exclusionKind: kind,
              exclusionBy: context.caller.personId,
            },
            says: { choice: kind, words },
          },
    context,
  )
  return shownWhole(moved, context)
})
