import { answerUntil } from '@one-window/shared/follow-ups/deadlines'
import { chinaDay } from '@one-window/shared/foundation/time'
import { mayAnswer } from '@one-window/shared/follow-ups/told'
import { rateAgain } from '@one-window/shared/ratings/endpoints'
import { saidRefusal, tagsOfLevel } from '@one-window/shared/ratings/may-rate'
import { findCase } from '../cases/public'
import { findFollowUps, followUpIdOf, ratedAgainWrite } from '../follow-ups/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { verdictOn } from './check-text'
import { standing } from './rate-case'
import { saveRating, type KeptRating } from './rating-store'

/** Once, after what was found was reported back; the first rating stays, and opens nothing again. */
export default implement(rateAgain, async (asked, context) => {
  const { caller, now, request } = context
  const { caseId, contact, level, text } = asked
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  const key = { caseId, contact, again: true }
  const before = await standing(key, context)
  if (before) return before
  const followUpId = followUpIdOf(caseId, contact)
  const followUp = (await findFollowUps([followUpId])).get(followUpId)
  if (!followUp?.reportedAt) throw new Problem('not-yet-ratable')
  const today = chinaDay(now)
  if (today > answerUntil(followUp.reportedAt)) throw new Problem('rating-window-over')
  if (!mayAnswer(followUp, today).mayRateAgain) throw new Problem('not-yet-ratable')
  const refusal = saidRefusal(asked)
  if (refusal) throw new Problem(refusal)
  const rating: KeptRating = {
    ...key,
    hallId: found.hallId,
    level,
    tags: tagsOfLevel(level, asked.tags) ?? [],
    ...(text && { text, textCheck: await verdictOn(text, caller.personId) }),
    anonymous: followUp.anonymous,
    channel: 'mini-program',
    ratedAt: now.toISOString(),
    request,
    good: {
      serviceId: found.serviceId,
      serviceName: found.serviceName,
      after: 0,
      raterId: caller.personId,
    },
  }
  if (await saveRating(rating, [ratedAgainWrite(followUpId)], context)) return rating
  const raced = await standing(key, context)
  if (raced) return raced
  throw new Problem('already-rated')
})
