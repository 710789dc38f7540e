import { finishDay } from '@one-window/shared/follow-ups/deadlines'
import { triageFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import { shownWhole } from './show-follow-up'
import { takeStep } from './steps-store'

/** What is complex gets its 15 days from the day it was opened; what is held to be mistaken goes on until two agree. */
export default implement(triageFollowUp, async ({ followUpId, revision, ...asked }, context) => {
  const { class: triaged, words, exclusionKind } = asked
  if (triaged === 'mistaken' && !(exclusionKind && words))
    throw new Problem('bad-input', {
      errors: exclusionKind
        ? [{ pointer: '/words', message: '请写理由和证据' }]
        : [{ pointer: '/exclusionKind', message: '请选误评、恶意还是不归我们管' }],
    })
  const moved = await takeStep(
    await foundFor(followUpId, context),
    revision,
    (found) => ({
      deed: triaged === 'no-basis' ? 'explain' : found.anonymous ? 'triage-unnamed' : 'triage',
      changes: {
        triaged,
        ...(triaged === 'complex' && {
          complex: true,
          finishBy: finishDay(publishedCalendar, { ...found, complex: true }),
        }),
        ...(triaged === 'mistaken' && {
          exclusion: 'proposed',
          exclusionKind,
          exclusionBy: context.caller.personId,
        }),
      },
      says: { choice: triaged, ...(words && { words }) },
    }),
    context,
  )
  return shownWhole(moved, context)
})
