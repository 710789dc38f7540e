import { addWorkingDays, type DueDay, type WorkingCalendar } from '../foundation/calendar'
import type { Day } from '../foundation/time'

/**
 * The last day on which a case accepted on `acceptedDay` is due by the promised limit (承诺时限). The clock starts at
 * acceptance (受理), whose day is not counted (民法典 art. 201); 0 days is the day of acceptance itself.
 */
export const promisedDay = (calendar: WorkingCalendar, acceptedDay: Day, promisedDays: number): DueDay =>
  addWorkingDays(calendar, acceptedDay, promisedDays)
