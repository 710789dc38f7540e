import { ratingAskedMessage } from '@one-window/shared/notifications/follow-up-messages'
import { chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { rowsOfDay } from '../audit/public'
import { findServed } from '../follow-ups/public'
import { saveMessage } from '../notifications/public'
import { bySystem, hallDayOf } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { contactOf } from './contact-acts'
import { ratingCodeOf } from './rating-code'
import { findBareRating } from './rating-store'

const CASE = /^case:(.+)$/

/**
 * In the evening, once for each service of the day that was not rated: whoever was served may rate by the link of the
 * message. Nobody is asked twice, and silence stays silence. Answers how many were asked.
 */
export async function askRatings(now: Date): Promise<number> {
  const by = bySystem('ask-ratings', now)
  let asked = 0
  for (const { hallId } of halls)
    for await (const row of rowsOfDay(hallDayOf(hallId, chinaDay(now)))) {
      const contact = contactOf(row)
      const caseId = CASE.exec(row.object)?.[1]
      if (contact === undefined || caseId === undefined) continue
      const served = await findServed(caseId, hallId, contact)
      if (!served || (await findBareRating({ caseId, contact }))) continue
      const { personId, at, ...told } = served
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
