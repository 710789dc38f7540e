import { finishDay } from '@one-window/shared/follow-ups/deadlines'
import { answerFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { followUpTold, mayAnswer } from '@one-window/shared/follow-ups/told'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findCase } from '../cases/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { unnamed } from '../ratings/public'
import { listEvents } from './event-store'
import { findFollowUps, followUpIdOf, type KeptFollowUp } from './follow-up-store'
import { takeStep, type Step } from './steps-store'

/** "Not solved" opens it again, once, with days of its own; whatever two persons agreed before is looked at anew. */
function answered(
  found: KeptFollowUp,
  { solved, words }: { solved: boolean; words?: string | undefined },
  { now }: Context,
): Step | undefined {
  const today = chinaDay(now)
  if (mayAnswer(found, today).answerUntil === undefined || found.solved === true) return undefined
  const says = { choice: solved ? 'solved' : 'not-solved', ...(words && { words }) }
  if (solved) return { deed: 'answer', changes: { solved: true }, says }
  const again = { ...found, finishFrom: today, extension: undefined }
  return {
    deed: 'reopen',
    changes: {
      reopened: true,
      finishFrom: today,
      finishBy: finishDay(publishedCalendar, again),
      closedAt: null,
      reportedAt: null,
      solved: null,
      extension: null,
      exclusion: null,
      exclusionKind: null,
      exclusionBy: null,
      escalated: {},
    },
    says,
  }
}

export default implement(answerFollowUp, async ({ caseId, contact, ...asked }, context) => {
  const { caller, now } = context
  const theirs = await findCase(caseId, caller)
  const followUpId = followUpIdOf(caseId, contact)
  const found = theirs && (await findFollowUps([followUpId])).get(followUpId)
  if (!found) throw new Problem('not-found')
  const moved = await takeStep(
    found,
    found.revision,
    (standing) => {
      if (!asked.solved && standing.reopened) throw new Problem('reopened-once')
      return answered(standing, asked, context)
    },
    unnamed(context, caseId),
  )
  return followUpTold(moved, await listEvents(followUpId), chinaDay(now))
})
