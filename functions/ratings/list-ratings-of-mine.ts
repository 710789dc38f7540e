import { ratedAppealUntil } from '@one-window/shared/follow-ups/deadlines'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay, monthOf } from '@one-window/shared/foundation/time'
import { listRatingsOfMine } from '@one-window/shared/ratings/endpoints'
import { averageOf, type MyRating } from '@one-window/shared/ratings/mine'
import { isPoor, type RatingLevel } from '@one-window/shared/ratings/rating'
import { findFollowUps, followUpIdOf } from '../follow-ups/public'
import { implement } from '../platform/implement'
import type { Received } from './month-lists-store'
import { findTexts, textKey } from './rating-store'
import { referenceOf, releasedTo } from './received'

const AT_ONCE = 100

/** Those with something to read, sorted by what they say and never by when they came. */
async function readable(personId: string, all: readonly Received[]): Promise<MyRating[]> {
  const found: MyRating[] = []
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    const [texts, followUps] = await Promise.all([
      findTexts(some.filter(({ hasText }) => hasText)),
      findFollowUps(
        some.filter(({ level }) => isPoor(level)).map(({ caseId, contact }) => followUpIdOf(caseId, contact)),
      ),
    ])
    for (const one of some) {
      const text = texts.get(textKey(one))
      const appeal = followUps.get(followUpIdOf(one.caseId, one.contact))?.appeal
      found.push({
        reference: referenceOf(personId, one),
        level: one.level,
        tags: one.tags,
        ...(text && 'text' in text && { text: text.text }),
        ...(appeal && { appeal }),
      })
    }
  }
  const order = ({ text = '', level, tags, reference }: MyRating): string =>
    [text, level, tags.join(), reference].join('\n')
  return found.sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

export default implement(listRatingsOfMine, async ({ month }, { caller, now }) => {
  const today = chinaDay(now)
  const of = month ?? monthOf(today)
  const released = await releasedTo(caller.personId, of, today)
  const levels: Partial<Record<RatingLevel, number>> = {}
  for (const { level } of released) levels[level] = (levels[level] ?? 0) + 1
  const until = ratedAppealUntil(publishedCalendar, of)
  return {
    month: of,
    rated: released.length,
    levels,
    average: averageOf(levels),
    ratings: await readable(
      caller.personId,
      released.filter(({ level, hasText }) => hasText || isPoor(level)),
    ),
    ...('day' in until && { appealUntil: until.day }),
  }
})
