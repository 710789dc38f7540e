import { rateCase } from '@one-window/shared/ratings/endpoints'
import { findCase } from '../cases/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { givenRatings } from './given-ratings'
import { giveRating } from './new-rating'
import { findRating, requestHead, type RatingKey } from './rating-store'

/** A rating that stands is answered again to the request that gave it, and refuses every other. */
export async function standing(key: RatingKey, context: Context) {
  const given = await findRating(key)
  if (!given) return undefined
  const request = requestHead(context.request)
  if (given.request.id !== request.id) throw new Problem('already-rated')
  if (given.request.body !== request.body) throw new Problem('idempotency-key-reused')
  context.replayed()
  return given
}

/** One per contact, over all channels. */
export default implement(rateCase, async (asked, context) => {
  const { caller, now } = context
  const { anonymous, channel } = asked
  const found = await findCase(asked.caseId, caller)
  if (!found) throw new Problem('not-found')
  const before = await standing(asked, context)
  const given =
    before ??
    (await giveRating(found, asked, { raterId: caller.personId, anonymous, channel }, context))?.rating ??
    (await standing(asked, context))
  if (!given) throw new Problem('already-rated')
  return (await givenRatings([given], now))[0]!
})
