import { decideAppeal } from '@one-window/shared/follow-ups/endpoints'
import { mayDecideAppeal } from '@one-window/shared/follow-ups/who-acts'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

/** Whoever took a step of it does not decide. Accepted, it is proposed to leave the rates, which takes the second person. */
export default implement(decideAppeal, async ({ followUpId, revision, accepted, kind, words }, context) => {
  const found = await foundFor(followUpId, context)
  if (!mayDecideAppeal(found, context.caller.personId)) throw new Problem('second-person-needed')
  const moved = await takeStep(
    found,
    revision,
    ({ appeal, exclusion }) =>
      appeal !== 'made'
        ? undefined
        : {
            deed: accepted ? 'accept-appeal' : 'refuse-appeal',
            changes: accepted
              ? {
                  appeal: 'accepted',
                  ...(exclusion !== 'agreed' && {
                    exclusion: 'proposed',
                    exclusionKind: kind,
                    exclusionBy: context.caller.personId,
                  }),
                }
              : { appeal: 'refused' },
            says: { choice: accepted ? kind : 'refused', words },
          },
    context,
  )
  return shownWhole(moved, context)
})
