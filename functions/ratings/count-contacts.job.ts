import { addDays, chinaDay, monthOf, type Day } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { withKeys } from '../platform/key-ring'
import { actsOfDay } from './contact-acts'
import { findMonths, saveDay } from './month-store'

/** Days that are made up for after the machine was off. */
const MOST_DAYS = 31

/** The day after the last that was counted of a hall, but not longer ago than a month. */
async function firstDay(hallId: string, yesterday: Day): Promise<Day> {
  const earliest = addDays(yesterday, 1 - MOST_DAYS)
  const months = [...new Set([monthOf(earliest), monthOf(yesterday)])]
  const { live } = await findMonths(hallId, months, [])
  const counted = months.flatMap((month) => live.get(month)?.countedTo ?? []).at(-1)
  const next = counted ? addDays(counted, 1) : yesterday
  return next < earliest ? earliest : next
}

/** Counts the service contacts of each hall up to yesterday; run again, it changes nothing. Answers how many days it counted. */
export async function countContacts(now: Date): Promise<number> {
  const yesterday = addDays(chinaDay(now), -1)
  let days = 0
  for (const { hallId } of halls)
    for (let day = await firstDay(hallId, yesterday); day <= yesterday; day = addDays(day, 1)) {
      await saveDay(hallId, day, await actsOfDay(hallId, day))
      days += 1
    }
  return days
}

/** Runs at night, when no window is open. */
export const handler = withKeys(async (): Promise<void> => {
  await countContacts(new Date())
})
