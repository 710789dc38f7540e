import { addMonths, chinaDay, monthOf, type Month } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { correctionsOf } from '@one-window/shared/ratings/indicators'
import { type MonthCounts } from '@one-window/shared/ratings/month-sheet'
import { bySystem } from '../platform/audit'
import { derivedId } from '../platform/crypto'
import { withKeys } from '../platform/key-ring'
import { findMonths, saveFrozen } from './month-store'

/** So many months before are looked at for what must be corrected. */
const MONTHS_CORRECTED = 3

/**
 * Publishes the month that is over, once a hall: its figures do not change any more. What changed since of earlier ones
 * is said as a correction of this sheet. Answers how many it published.
 */
export async function freezeMonth(now: Date): Promise<number> {
  const month = addMonths(monthOf(chinaDay(now)), -1)
  const earlier = Array.from({ length: MONTHS_CORRECTED }, (_, back) => addMonths(month, -1 - back))
  let published = 0
  for (const { hallId } of halls) {
    const { live, frozen } = await findMonths(hallId, [month, ...earlier], [month, ...earlier])
    if (frozen.has(month)) continue
    const corrected = new Map<Month, MonthCounts>()
    const corrections = earlier.flatMap((each) => {
      const before = frozen.get(each)
      const stands = live.get(each)
      if (!before || !stands) return []
      const found = correctionsOf(each, before.stands, stands)
      if (found.length > 0) corrected.set(each, stands)
      return found
    })
    const stands = live.get(month)!
    const snapshotId = `PJ${month.replace('-', '')}-${derivedId('month', hallId, month, JSON.stringify(stands)).slice(0, 6)}`
    const sheet = { ...stands, snapshotId, at: now.toISOString(), corrections, stands }
    if (await saveFrozen(hallId, month, sheet, corrected, bySystem('freeze-month', now))) published += 1
  }
  return published
}

/** Runs every morning, so that a first of the month on which the machine was off is made up for. */
export const handler = withKeys(async (): Promise<void> => {
  await freezeMonth(new Date())
}, ['index'])
