import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { isPoor } from '@one-window/shared/ratings/rating'
import type { rateCase } from '@one-window/shared/ratings/endpoints'
import { findFollowUps, followUpIdOf } from '../follow-ups/public'
import type { KeptRating } from './rating-store'

/** Ratings as their giver sees them: a poor one with what became of it. */
export async function givenRatings(ratings: readonly KeptRating[]): Promise<OutputOf<typeof rateCase>[]> {
  const followUps = await findFollowUps(
    ratings.filter(({ level }) => isPoor(level)).map(({ caseId, contact }) => followUpIdOf(caseId, contact)),
  )
  return ratings.map((rating) => ({
    ...rating,
    followUp: followUps.get(followUpIdOf(rating.caseId, rating.contact)),
  }))
}
