import { ratingAskedMessage } from '@one-window/shared/notifications/follow-up-messages'
import { chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { servedOn } from '../follow-ups/public'
import { saveMessage } from '../notifications/public'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { casesOfDay } from './contact-acts'
import { ratingCodeOf } from './rating-code'
import { findBareRating } from './rating-store'

/**
 * In the evening, once for each service of the day that was not rated: whoever was served may rate by the link of the
 * message. Nobody is asked twice, and silence stays silence. Answers how many were asked.
 */
export async function askRatings(now: Date): Promise<number> {
  const by = bySystem('ask-ratings', now)
  let asked = 0
  const today = chinaDay(now)
  for (const { hallId } of halls)
    for await (const kept of casesOfDay(hallId, today))
      for (const { personId, contact, at, ...told } of servedOn(kept, today)) {
        const { caseId } = kept
        if (await findBareRating({ caseId, contact })) continue
        const message = ratingAskedMessage(told, at)
        const about = `rating ${caseId} ${contact}`
        const ratingCode = ratingCodeOf(caseId, contact)
        if (await saveMessage({ ...message, about, personId, hallId, ratingCode }, by)) asked += 1
      }
  return asked
}

/** Runs in the evening, after the windows have closed. */
export const handler = withKeys(async (): Promise<void> => {
  await askRatings(new Date())
})
