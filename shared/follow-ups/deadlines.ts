import { addWorkingDays, type DueDay, type WorkingCalendar } from '../foundation/calendar'
import { chinaDay, type Day } from '../foundation/time'
import type { FollowUpOpened } from './follow-up'

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

type Deadlines = Pick<FollowUpOpened, 'openedAt' | 'contactBy' | 'finishBy'>

/** A deadline once told stands; one that waited for a year is counted as soon as the year is loaded. */
export function deadlinesNow(
  calendar: WorkingCalendar,
  { openedAt, contactBy, finishBy }: Deadlines,
): Pick<Deadlines, 'contactBy' | 'finishBy'> {
  const counted = followUpDeadlines(calendar, chinaDay(new Date(openedAt)))
  return {
    contactBy: contactBy.day === undefined ? counted.contactBy : contactBy,
    finishBy: finishBy.day === undefined ? counted.finishBy : finishBy,
  }
}

/**
 * Sorts by what must be finished first. A deadline that waited for a year lies in that year's first working days,
 * before any that was counted after the year was loaded.
 */
export const finishOrder = ({ finishBy, openedAt }: Deadlines): string =>
  `${finishBy.day ?? `${finishBy.pendingYear ?? 9999}-00-00`}#${openedAt}`
