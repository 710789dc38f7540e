/**
 * Working days (工作日) with make-up days (调休), as data per year.
 * A year without data is unknown: nothing here ever answers "Monday to Friday" for it.
 */
import * as z from 'zod/mini'
import { addDays, Day, weekdayOf } from './time'
import year2025 from './calendar-years/2025.json'
import year2026 from './calendar-years/2026.json'

/** One year of the State Council's notice: ranges that are off, weekend days that are worked. */
export const CalendarYear = z.object({
  year: z.number(),
  source: z.string(),
  off: z.array(z.tuple([Day, Day])),
  makeUp: z.array(Day),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** The years that are loaded, by year. */
export type WorkingCalendar = ReadonlyMap<number, { off: ReadonlySet<Day>; makeUp: ReadonlySet<Day> }>

/** What a day is: worked, a day off (weekend or holiday), or of a year whose arrangement is not published yet. */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'not-announced'

/** Builds the calendar of the given years; refuses a year given twice or a day outside its year. */
export function workingCalendar(years: readonly unknown[]): WorkingCalendar {
  const calendar = new Map<number, { off: Set<Day>; makeUp: Set<Day> }>()
  for (const raw of years) {
    const { year, off, makeUp } = CalendarYear.parse(raw)
    if (calendar.has(year)) throw new Error(`calendar year ${year} is given twice`)
    const days = new Set<Day>()
    for (const [first, last] of off) for (let day = first; day <= last; day = addDays(day, 1)) days.add(day)
    for (const day of [...days, ...makeUp])
      if (!day.startsWith(`${year}-`)) throw new Error(`${day} is not in calendar year ${year}`)
    calendar.set(year, { off: days, makeUp: new Set(makeUp) })
  }
  return calendar
}

/** The years in force: 2025 and 2026. 2027 is loaded when the State Council has published it. */
export const publishedCalendar: WorkingCalendar = workingCalendar([year2025, year2026])

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** What kind of day it is. */
export function dayKind(calendar: WorkingCalendar, day: Day): DayKind {
  const year = calendar.get(yearOf(day))
  if (!year) return 'not-announced'
  if (year.makeUp.has(day)) return 'make-up'
  if (year.off.has(day)) return 'holiday'
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6 ? 'weekend' : 'working'
}

/** True when the hall works that day; undefined when the year is not published. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean | undefined {
  const kind = dayKind(calendar, day)
  return kind === 'not-announced' ? undefined : kind === 'working' || kind === 'make-up'
}

/** A due day that is certain, or the year whose arrangement it waits for (到期日待定). */
export type DueDay = { day: Day } | { pendingYear: number }

/**
 * The day on which `count` working days after `from` are reached. Day 0 is `from` and is not counted
 * (民法典 art. 201); a count of 0 is `from` itself. Reaching into a year without data gives that year.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): DueDay {
  let day = from
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1)
    const works = isWorkingDay(calendar, day)
    if (works === undefined) return { pendingYear: yearOf(day) }
    if (works) counted += 1
  }
  return { day }
}

/** Working days after `from` up to and including `to`; undefined when a year between is not published. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number | undefined {
  let counted = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkingDay(calendar, day)
    if (works === undefined) return undefined
    if (works) counted += 1
  }
  return counted
}
