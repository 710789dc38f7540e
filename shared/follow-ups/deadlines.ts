import { addWorkingDays, type DueDay, type WorkingCalendar } from '../foundation/calendar'
import type { Day } from '../foundation/time'

/**
 * Working days for a poor rating. No national figure exists; strictest common local pattern, inside Hunan's example
 * (临武: 7 natural days). To be confirmed by the centre.
 */
export const followUpSettings = { contactWorkingDays: 1, finishWorkingDays: 5 }

/** The deadlines of a follow-up opened on a day: first contact, and finished. */
export const followUpDeadlines = (
  calendar: WorkingCalendar,
  openedOn: Day,
): { contactBy: DueDay; finishBy: DueDay } => ({
  contactBy: addWorkingDays(calendar, openedOn, followUpSettings.contactWorkingDays),
  finishBy: addWorkingDays(calendar, openedOn, followUpSettings.finishWorkingDays),
})
