import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { isPoor } from '@one-window/shared/ratings/rating'
import { findFollowUps, followUpIdOf, followUpsSince, tellSteps } from '../follow-ups/public'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { ratedOn } from './contact-acts'
import { countRating } from './count-rating'
import { linesOfDay } from './month-lists-store'
import { findBareRating } from './rating-store'

/** What did not agree of a day; all 0 is the proof. */
export interface Reconciled {
  /** Poor ratings without their follow-up. */
  withoutFollowUp: number
  /** Follow-ups without their poor rating. */
  withoutRating: number
  /** Ratings whose audit row says that they were given, and that were not counted. */
  uncounted: number
  /** What was found not told or not counted to the end, and is now. */
  madeUp: number
}

/** The words by which the alarm finds what does not agree. */
export const doNotAgree = 'ratings and follow-ups do not agree'

const AT_ONCE = 100

/** Of a hall's day: each poor rating has its follow-up, and every rating that has a row is counted. */
async function ratingsOf(hallId: string, day: string, found: Reconciled): Promise<void> {
  const poor: string[] = []
  let counted = 0
  for await (const line of linesOfDay(hallId, day)) {
    counted += 1
    if (isPoor(line.level)) poor.push(followUpIdOf(line.caseId, line.contact))
  }
  for (let at = 0; at < poor.length; at += AT_ONCE) {
    const ids = poor.slice(at, at + AT_ONCE)
    found.withoutFollowUp += ids.length - (await findFollowUps(ids)).size
  }
  found.uncounted += Math.max(0, (await ratedOn(hallId, day)) - counted)
}

/**
 * Holds yesterday's ratings against their follow-ups, both ways, and against the audit; and does again what a stream may
 * have given up: telling and counting change nothing that is there.
 */
export async function reconcileRatings(now: Date): Promise<Reconciled> {
  const found: Reconciled = { withoutFollowUp: 0, withoutRating: 0, uncounted: 0, madeUp: 0 }
  const yesterday = addDays(chinaDay(now), -1)
  const since = `${addDays(yesterday, -1)}T00:00:00.000Z`
  for (const { hallId } of halls) {
    for await (const { followUpId, caseId, contact } of followUpsSince(hallId, since)) {
      const rating = await findBareRating({ caseId, contact })
      if (!rating || !isPoor(rating.level)) found.withoutRating += 1
      else if (await countRating({ caseId, contact })) found.madeUp += 1
      found.madeUp += await tellSteps(followUpId, 0)
    }
    await ratingsOf(hallId, yesterday, found)
  }
  const agrees = found.withoutFollowUp + found.withoutRating + found.uncounted === 0
  if (agrees) log.info('ratings and follow-ups agree', { ...found })
  else log.error(doNotAgree, { ...found })
  return found
}

/** Runs at night. */
export const handler = withKeys(async (): Promise<void> => {
  await reconcileRatings(new Date())
})
