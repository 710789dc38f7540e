/** Whether a hall is open: its hours on working days, less the days it is closed. */
import { isWorkingDay, publishedCalendar, type WorkingCalendar } from '../foundation/calendar'
import { addDays, chinaClock, chinaDay, type ClockTime, type Day } from '../foundation/time'
import type { Hall } from './hall'

/** How far ahead the next opening is looked for. */
export const OPENING_LOOK_DAYS = 31

/**
 * Open: until which time today. Closed: the day and time it opens next; neither when that lies in a year whose
 * calendar is not published, or too far ahead.
 */
export function openingAt(
  hall: Pick<Hall, 'hours'>,
  closures: ReadonlyMap<Day, string>,
  now: Date,
  calendar: WorkingCalendar = publishedCalendar,
): { open: boolean; day?: Day; clock?: ClockTime } {
  const today = chinaDay(now)
  const clock = chinaClock(now)
  for (let ahead = 0; ahead <= OPENING_LOOK_DAYS; ahead++) {
    const day = addDays(today, ahead)
    const works = isWorkingDay(calendar, day)
    if (works === undefined) break
    if (!works || closures.has(day)) continue
    const current = ahead === 0 && hall.hours.find(({ opens, closes }) => opens <= clock && clock < closes)
    if (current) return { open: true, day, clock: current.closes }
    const next = ahead > 0 ? hall.hours[0] : hall.hours.find(({ opens }) => opens > clock)
    if (next) return { open: false, day, clock: next.opens }
  }
  return { open: false }
}
