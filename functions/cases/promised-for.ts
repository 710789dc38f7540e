import { dueDay } from '@one-window/shared/cases/deadline'
import type { CaseEvent } from '@one-window/shared/cases/case'
import { clockedOf, extensionOf } from '@one-window/shared/cases/life-of'
import { publishedCalendar, type WorkingCalendar } from '@one-window/shared/foundation/calendar'
import { closingTime } from '@one-window/shared/halls/hall'
import { findHall } from '@one-window/shared/halls/halls'
import type { Day } from '@one-window/shared/foundation/time'
import type { KeptCase } from './kept-case'

type Clocked = Pick<KeptCase, 'hallId' | 'promisedDays'> & {
  acceptedAt: string
  events: readonly Pick<CaseEvent, 'action' | 'at' | 'facts'>[]
}

/** When a hall closes on a working day. */
export const closingOf = (hallId: string): string => closingTime(findHall(hallId)?.hours)

/**
 * The promised day of an accepted case as its events stand, or the year it waits for. While a pause stands it is the
 * day that follows when the pause takes all that was approved.
 */
export function promisedFor(
  { hallId, promisedDays, events, acceptedAt }: Clocked,
  calendar: WorkingCalendar = publishedCalendar,
): { promisedDay: Day | null; promisedDayPending: number | null } {
  const clocked = clockedOf({ acceptedAt, events }, closingOf(hallId))
  const due = dueDay(calendar, clocked, promisedDays + extensionOf(events))
  return 'day' in due
    ? { promisedDay: due.day, promisedDayPending: null }
    : { promisedDay: null, promisedDayPending: due.pendingYear }
}
