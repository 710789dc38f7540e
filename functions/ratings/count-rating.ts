import { chinaDay, monthOf } from '@one-window/shared/foundation/time'
import { countsOfAgain, countsOfDue, countsOfRating, isExcluded } from '@one-window/shared/ratings/month'
import { isPoor, starsOf } from '@one-window/shared/ratings/rating'
import { findService } from '../catalogue/public'
import { findFollowUps, followUpIdOf, type KeptFollowUp } from '../follow-ups/public'
import { findAccount, findPersonId } from '../identity/public'
import { blindIndex, derivedId } from '../platform/crypto'
import { applyLine, type Line } from './line-store'
import { findBareRating, type KeptRating, type RatingKey } from './rating-store'

/** The words of the event that nobody may miss; an alarm waits for them. */
export const ratingWithoutFollowUp = 'a poor rating has no follow-up'

/** True for the WeChat of somebody who works here. */
async function isOfStaff(raterId: string | undefined): Promise<boolean> {
  const openid = raterId === undefined ? undefined : (await findAccount(raterId))?.openid
  return openid !== undefined && (await findPersonId('staff', blindIndex('openid', openid))) !== undefined
}

/** The line of a rating, from how it and its follow-up stand. */
async function lineOf(rating: KeptRating, followUp: KeptFollowUp | undefined): Promise<Line> {
  const { caseId, contact, again, level, tags, channel, anonymous, ratedAt, hallId, good, textCheck } = rating
  const month = monthOf(chinaDay(new Date(ratedAt)))
  const lineId = derivedId('line', caseId, String(contact), again ? 'again' : '')
  const serviceId = good?.serviceId ?? followUp?.serviceId ?? ''
  const servedBy = good?.servedBy ?? followUp?.servedBy
  const due = followUp && countsOfDue(followUp)
  return {
    lineId,
    hallId,
    month,
    entry: again ? `again#${ratedAt}#${lineId}` : `rated#${starsOf(level)}#${ratedAt}#${lineId}`,
    version: 1 + (followUp?.revision ?? 0),
    counts: again ? countsOfAgain(rating) : countsOfRating(rating, followUp),
    ...(due && { due }),
    level,
    tags,
    serviceName: good?.serviceName ?? followUp?.serviceName ?? '',
    contact,
    channel,
    anonymous,
    ratedOn: chinaDay(new Date(ratedAt)),
    excluded: isExcluded(followUp),
    ...(followUp && {
      followUpId: followUp.followUpId,
      status: followUp.status,
      ...(followUp.finishBy.day && { finishBy: followUp.finishBy.day }),
      ...(followUp.closedAt && { closedOn: chinaDay(new Date(followUp.closedAt)) }),
    }),
    ...(again && { again }),
    caseId,
    hasText: textCheck !== undefined,
    ...(servedBy && { servedBy }),
    ...(good?.raterId && { rater: derivedId('rater', good.raterId, month) }),
    ...(good && { after: good.after, ofStaff: await isOfStaff(good.raterId) }),
    ...(findService(serviceId) && { unit: findService(serviceId)!.domain }),
  }
}

/**
 * Counts a rating as it and its follow-up stand now; asked again, nothing changes. A poor one must have its follow-up:
 * both were written at once.
 */
export async function countRating(key: RatingKey): Promise<boolean> {
  const rating = await findBareRating(key)
  if (!rating) return false
  const followUpId = followUpIdOf(key.caseId, key.contact)
  const followed = isPoor(rating.level) && !rating.again
  const followUp = followed ? (await findFollowUps([followUpId])).get(followUpId) : undefined
  if (followed && !followUp) throw new Error(ratingWithoutFollowUp)
  return applyLine(await lineOf(rating, followUp))
}
