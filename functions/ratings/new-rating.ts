import { contactsOf } from '@one-window/shared/cases/contacts'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { followUpDeadlines } from '@one-window/shared/follow-ups/deadlines'
import { ratingRefusal, tagsOfLevel, type RatingAsked } from '@one-window/shared/ratings/may-rate'
import { isPoor, type RatingChannel } from '@one-window/shared/ratings/rating'
import type { KeptCase } from '../cases/public'
import { followUpIdOf, followUpWrite, servedBy, type KeptFollowUp } from '../follow-ups/public'
import type { By } from '../platform/audit'
import type { RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'
import { verdictOn } from './check-text'
import { saveRating, type KeptRating } from './rating-store'

/** Who rates, by which way; without a rater nobody is signed in. */
export interface Rater {
  readonly raterId?: string
  readonly anonymous: boolean
  readonly channel: RatingChannel
}

/** What is answered once it is given. */
export interface Given {
  readonly rating: KeptRating
  readonly followUp?: KeptFollowUp
}

/**
 * Rates a contact once, whatever the way; undefined when it is rated already. A poor one (差评) opens its follow-up in the
 * same transaction, or neither is written.
 */
export async function giveRating(
  found: KeptCase,
  asked: RatingAsked,
  { raterId, anonymous, channel }: Rater,
  by: By & { readonly request: RequestMark },
): Promise<Given | undefined> {
  const { now, request } = by
  const contacts = contactsOf(found.events)
  const refusal = ratingRefusal(contacts, asked, chinaDay(now))
  if (refusal) throw new Problem(refusal)
  const { caseId, hallId, serviceId, serviceName } = found
  const { contact, level, text } = asked
  const served = servedBy(found, contact)
  const ratedAt = now.toISOString()
  const rating: KeptRating = {
    caseId,
    contact,
    hallId,
    level,
    tags: tagsOfLevel(level, asked.tags) ?? [],
    ...(text && raterId && { text, textCheck: await verdictOn(text, raterId) }),
    anonymous,
    channel,
    ratedAt,
    request,
    ...(!isPoor(level) && {
      good: {
        serviceId,
        serviceName,
        after: (now.getTime() - Date.parse(contacts.find((one) => one.contact === contact)!.at)) / 1000,
        ...(served && { servedBy: served }),
        ...(raterId && { raterId }),
      },
    }),
  }
  const followUp: KeptFollowUp | undefined = isPoor(level)
    ? {
        followUpId: followUpIdOf(caseId, contact),
        status: 'triage',
        openedAt: ratedAt,
        ...followUpDeadlines(publishedCalendar, chinaDay(now)),
        hallId,
        level,
        tags: rating.tags,
        hasText: Boolean(text),
        serviceId,
        serviceName,
        contact,
        channel,
        anonymous,
        ...(raterId && { ownerId: raterId }),
        ...(served && { servedBy: served }),
        caseId,
        revision: 0,
        requests: {},
        escalated: {},
      }
    : undefined
  const saved = await saveRating(rating, followUp ? [followUpWrite(followUp)] : [], by)
  return saved ? { rating, ...(followUp && { followUp }) } : undefined
}
