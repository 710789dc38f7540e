/**
 * The clock of a case (办件时限), so that anybody can check it on paper: the day of acceptance is day 0 and not counted
 * (民法典 art. 201); each later working day is, unless the case stood paused when the hall closed that day, and of a
 * pause only as many working days are left out as were approved (rules: 3.3; 行政许可法 art. 42, 45, 82).
 */
import { isWorkingDay, type DueDay, type WorkingCalendar } from '../foundation/calendar'
import { addDays, instantAt, type ClockTime, type Day, type Instant } from '../foundation/time'

/** A pause (特别程序) as approved: from when, until when, and how many working days it may take out of the clock. */
export interface Pause {
  from: Instant
  /** Absent while it lasts. */
  to?: Instant | undefined
  workingDays: number
}

/** What the clock needs of a case. */
export interface Clocked {
  acceptedOn: Day
  pauses: readonly Pause[]
  /** When the hall closes on a working day. */
  closes: ClockTime
}

/** A day after acceptance: its count so far, or why it is not counted. */
export interface ClockDay {
  day: Day
  kind: 'counted' | 'paused' | 'off'
  /** Working days counted up to and including this day. */
  count: number
}

/** The days from the one after acceptance on, without end; a day of a year without a calendar ends it with that year. */
function* daysOf(
  calendar: WorkingCalendar,
  { acceptedOn, pauses, closes }: Clocked,
): Generator<ClockDay, number> {
  const left = pauses.map(({ workingDays }) => workingDays)
  for (let day = addDays(acceptedOn, 1), count = 0; ; day = addDays(day, 1)) {
    const works = isWorkingDay(calendar, day)
    if (works === undefined) return Number(day.slice(0, 4))
    if (!works) {
      yield { day, kind: 'off', count }
      continue
    }
    const closing = instantAt(day, closes).toISOString()
    const standing = pauses.flatMap(({ from, to }, at) =>
      from <= closing && (to === undefined || to > closing) && left[at]! > 0 ? [at] : [],
    )
    for (const at of standing) left[at]! -= 1
    if (standing.length === 0) count += 1
    yield { day, kind: standing.length === 0 ? 'counted' : 'paused', count }
  }
}

/** The day on which so many working days are used; a limit of 0 is the day of acceptance itself. */
export function dueDay(calendar: WorkingCalendar, clocked: Clocked, workingDays: number): DueDay {
  if (workingDays === 0) return { day: clocked.acceptedOn }
  const days = daysOf(calendar, clocked)
  for (;;) {
    const next = days.next()
    if (next.done) return { pendingYear: next.value }
    if (next.value.count === workingDays) return { day: next.value.day }
  }
}

/** True when a count is told instead of the last one: a day never becomes an earlier one (rules: 3.3). */
export const replacesTold = (
  told: { promisedDay?: Day | undefined; promisedDayPending?: number | undefined },
  now: { promisedDay: Day | null; promisedDayPending: number | null },
): boolean =>
  told.promisedDay === undefined
    ? now.promisedDayPending !== told.promisedDayPending
    : now.promisedDay !== null && now.promisedDay > told.promisedDay

/** Every day after acceptance up to and including one; what lies in a year without a calendar is missing at the end. */
export function clockDays(calendar: WorkingCalendar, clocked: Clocked, until: Day): ClockDay[] {
  const found: ClockDay[] = []
  for (const each of daysOf(calendar, clocked)) {
    if (each.day > until) break
    found.push(each)
  }
  return found
}

/** Working days used up to and including a day; undefined when a year between is not published. */
export function usedDays(calendar: WorkingCalendar, clocked: Clocked, until: Day): number | undefined {
  if (until <= clocked.acceptedOn) return 0
  const days = clockDays(calendar, clocked, until)
  const last = days[days.length - 1]
  return last?.day === until ? last.count : undefined
}

/** How a case stands against its limits: warning and yellow by the promised one, red by the statutory one. */
export type ClockLevel = 'on-time' | 'warning' | 'yellow' | 'red'

/**
 * The level of so many used working days: a warning when at most 1 of a limit over 3 is left or 80 % of a shorter one
 * is used; yellow beyond the promised limit, red beyond the statutory one (rules: 3.2, 3.3).
 */
export function clockLevel(used: number, promised: number, statutory: number | undefined): ClockLevel {
  if (statutory !== undefined && used > statutory) return 'red'
  if (used > promised) return 'yellow'
  const isClose = promised > 3 ? promised - used <= 1 : promised > 0 && used >= promised * 0.8
  return isClose ? 'warning' : 'on-time'
}
