import { contactsOf } from '@one-window/shared/cases/contacts'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { followUpDeadlines } from '@one-window/shared/follow-ups/deadlines'
import { rateCase } from '@one-window/shared/ratings/endpoints'
import { ratingRefusal, tagsOfLevel } from '@one-window/shared/ratings/may-rate'
import { isPoor } from '@one-window/shared/ratings/rating'
import { findCase } from '../cases/public'
import { followUpIdOf, followUpWrite, type KeptFollowUp } from '../follow-ups/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { checkText } from './check-text'
import { givenRatings } from './given-ratings'
import { findRating, saveRating, type KeptRating, type RatingKey } from './rating-store'

/** A rating that stands is answered again to the request that gave it, and refuses every other. */
async function standing(key: RatingKey, { request, replayed }: Context) {
  const given = await findRating(key)
  if (!given) return undefined
  if (given.request.id !== request.id) throw new Problem('already-rated')
  if (given.request.body !== request.body) throw new Problem('idempotency-key-reused')
  replayed()
  return (await givenRatings([given]))[0]
}

/** One per contact; a poor one (差评) opens its follow-up in the same transaction, or neither is written. */
export default implement(rateCase, async (asked, context) => {
  const { caller, now, request } = context
  const found = await findCase(asked.caseId, caller)
  if (!found) throw new Problem('not-found')
  const before = await standing(asked, context)
  if (before) return before
  const refusal = ratingRefusal(contactsOf(found.events), asked, chinaDay(now))
  if (refusal) throw new Problem(refusal)

  const { caseId, contact, level, text, anonymous } = asked
  const tags = tagsOfLevel(level, asked.tags) ?? []
  const ratedAt = now.toISOString()
  const rating: KeptRating = {
    caseId,
    contact,
    level,
    tags,
    ...(text && {
      text,
      ...(await checkText(text, { writerId: caller.personId, hallId: found.hallId }, now)),
    }),
    anonymous,
    ratedAt,
    request,
  }
  const followUp: KeptFollowUp | undefined = isPoor(level)
    ? {
        followUpId: followUpIdOf(caseId, contact),
        status: 'open',
        openedAt: ratedAt,
        ...followUpDeadlines(publishedCalendar, chinaDay(now)),
        hallId: found.hallId,
        level,
        tags,
        hasText: Boolean(text),
        serviceId: found.serviceId,
        serviceName: found.serviceName,
        contact,
        anonymous,
        ownerId: caller.personId,
        caseId,
      }
    : undefined
  if (await saveRating(rating, followUp && followUpWrite(followUp), context, found.hallId))
    return { ...rating, followUp }
  const raced = await standing(asked, context)
  if (raced) return raced
  throw new Problem('already-rated')
})
