import { unitAppealUntil } from '@one-window/shared/follow-ups/deadlines'
import { appealFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import { shownTask } from './show-follow-up'
import { takeStep } from './steps-store'

/** The unit is told when it is asked to rectify; its days count from there. */
export default implement(appealFollowUp, async ({ followUpId, revision, words }, context) => {
  const { now } = context
  const found = await foundFor(followUpId, context)
  if (!found.rectifyFrom) throw new Problem('wrong-status')
  const until = unitAppealUntil(publishedCalendar, found.rectifyFrom)
  if ('day' in until && chinaDay(now) > until.day && !found.appeal) throw new Problem('appeal-too-late')
  const moved = await takeStep(
    found,
    revision,
    ({ appeal }) =>
      appeal === undefined
        ? { deed: 'appeal', changes: { appeal: 'made' }, says: { choice: 'unit', words } }
        : undefined,
    context,
  )
  return shownTask(moved, 'appeal', now.toISOString())
})
