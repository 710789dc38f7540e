import { caseSettings } from '../cases/settings'
import { workingDaysBetween, type WorkingCalendar } from '../foundation/calendar'
import { chinaDay, type Day, type Instant } from '../foundation/time'

/** True when a case has been without the platform's number for more than a working day; a year not published is not late. */
export const isLate = (calendar: WorkingCalendar, receivedAt: Instant, today: Day): boolean =>
  (workingDaysBetween(calendar, chinaDay(new Date(receivedAt)), today) ?? 0) > caseSettings.entryWorkingDays
