import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { chinaDay } from '@one-window/shared/foundation/time'
import { followUpTold } from '@one-window/shared/follow-ups/told'
import { isPoor } from '@one-window/shared/ratings/rating'
import type { rateCase } from '@one-window/shared/ratings/endpoints'
import { findFollowUps, followUpIdOf, listEvents } from '../follow-ups/public'
import type { KeptRating } from './rating-store'

/** Ratings as their giver sees them: a poor one with what became of it. */
export async function givenRatings(
  ratings: readonly KeptRating[],
  now: Date,
): Promise<OutputOf<typeof rateCase>[]> {
  const followUps = await findFollowUps(
    ratings
      .filter(({ level, again }) => isPoor(level) && !again)
      .map(({ caseId, contact }) => followUpIdOf(caseId, contact)),
  )
  return Promise.all(
    ratings.map(async (rating) => {
      const followUp = rating.again ? undefined : followUps.get(followUpIdOf(rating.caseId, rating.contact))
      if (!followUp) return rating
      const events = followUp.revision > 0 ? await listEvents(followUp.followUpId) : []
      return { ...rating, followUp: followUpTold(followUp, events, chinaDay(now)) }
    }),
  )
}
