import { findFollowUps, followUpIdOf } from '../follow-ups/public'
import { bySystem } from '../platform/audit'
import { config } from '../platform/config'
import { withKeys } from '../platform/key-ring'
import { nextCheck, verdictOn } from './check-text'
import { findRating, type KeptRating } from './rating-store'
import { checkLater, saveVerdict, uncheckedDue } from './unchecked-store'

const AT_ONCE = 100
const PATIENCE_MS = 3000

/** Who wrote it: kept with a good rating, and with the follow-up of a poor one. */
async function writerOf({ good, caseId, contact }: KeptRating): Promise<string | undefined> {
  if (good) return good.raterId
  const id = followUpIdOf(caseId, contact)
  return (await findFollowUps([id])).get(id)?.ownerId
}

/** Asks WeChat again about texts that nobody could check when they were written; answers how many are settled now. */
export async function recheckTexts(now: Date): Promise<number> {
  if (!config().wechat) return 0
  let settled = 0
  for (const key of await uncheckedDue(now, AT_ONCE)) {
    const rating = await findRating(key)
    const writerId = rating && (await writerOf(rating))
    if (rating?.textCheck !== 'pending' || !rating.text || !writerId) continue
    const verdict = await verdictOn(rating.text, writerId, PATIENCE_MS)
    if (verdict === 'pending') await checkLater(key, nextCheck(rating.ratedAt, now))
    else if (await saveVerdict(key, rating.text, verdict, rating.hallId, bySystem('recheck-texts', now)))
      settled += 1
  }
  return settled
}

/** Runs every 10 minutes; with nothing to check it is one query. */
export const handler = withKeys(async (): Promise<void> => {
  await recheckTexts(new Date())
})
