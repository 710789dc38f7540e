import { ratedAppealUntil } from '@one-window/shared/follow-ups/deadlines'
import { appealMyRating } from '@one-window/shared/follow-ups/endpoints'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findReceived } from '../ratings/public'
import { findFollowUps, followUpIdOf } from './follow-up-store'
import { takeStep } from './steps-store'

/** Who was rated says why it is not right, and neither sees nor touches anything else of it. */
export default implement(appealMyRating, async ({ month, reference, words }, context) => {
  const { caller, now } = context
  const mine = await findReceived(caller.personId, month, reference, chinaDay(now))
  const id = mine && followUpIdOf(mine.caseId, mine.contact)
  const found = id && (await findFollowUps([id])).get(id)
  if (!found || found.servedBy !== caller.personId) throw new Problem('not-found')
  const until = ratedAppealUntil(publishedCalendar, month)
  if ('day' in until && chinaDay(now) > until.day && !found.appeal) throw new Problem('appeal-too-late')
  const { appeal = 'made' } = await takeStep(
    found,
    found.revision,
    (standing) =>
      standing.appeal === undefined
        ? { deed: 'appeal', changes: { appeal: 'made' }, says: { choice: 'rated', words } }
        : undefined,
    context,
  )
  return { reference, appeal }
})
