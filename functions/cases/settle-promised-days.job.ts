import { promisedDay } from '@one-window/shared/cases/deadline'
import { publishedCalendar, type WorkingCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { casesPending, settlePromisedDay } from './case-lists-store'

/**
 * Sets the promised days that waited for a year of the calendar which is loaded now (到期日待定); returns how many.
 * Running it again changes nothing.
 */
export async function settlePromisedDays(calendar: WorkingCalendar, now: Date): Promise<number> {
  let settled = 0
  for (const year of calendar.keys())
    for await (const pending of casesPending(year)) {
      const due = promisedDay(calendar, chinaDay(new Date(pending.acceptedAt)), pending.promisedDays)
      if (
        (await settlePromisedDay(pending, year, due, bySystem('settle-promised-days', now))) &&
        'day' in due
      )
        settled += 1
    }
  return settled
}

/** Runs daily; a year is loaded by publishing it. */
export const handler = withKeys(async (): Promise<void> => {
  const settled = await settlePromisedDays(publishedCalendar, new Date())
  if (settled > 0) log.info('promised days settled', { settled })
}, ['index'])
