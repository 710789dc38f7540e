import { addMonths, chinaDay, monthOf, type Month } from '@one-window/shared/foundation/time'
import type { MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { findMonths } from './month-store'

/** Months in the small charts; with the published sheet and the session a reading stays within 5 read units. */
const MONTHS_BEFORE = 5

/** A hall's month as it is read: as published once it was, as it stands before. */
export async function sheetOf(hallId: string, month: Month, now: Date): Promise<MonthSheet> {
  const months = Array.from({ length: MONTHS_BEFORE + 1 }, (_, at) => addMonths(month, at - MONTHS_BEFORE))
  const isOver = month < monthOf(chinaDay(now))
  const { live, frozen } = await findMonths(hallId, months, isOver ? [month] : [])
  const published = frozen.get(month)
  const shown = published ?? live.get(month)!
  return {
    ...shown,
    hallId,
    month,
    ...(published && { frozen: { snapshotId: published.snapshotId, at: published.at } }),
    corrections: [...(published?.corrections ?? [])],
    before: months.map((each) => ({ ...(each === month ? shown : live.get(each)!), month: each })),
  }
}
