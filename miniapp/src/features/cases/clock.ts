/** The clock of a case as staff see it: which days counted, what that adds up to, and what happens on which day. */
import type { Case } from '@one-window/shared/cases/case'
import {
  clockDays,
  clockLevel,
  dueDay,
  type ClockDay,
  type Clocked,
  type ClockLevel,
} from '@one-window/shared/cases/deadline'
import { clockedOf, extensionOf } from '@one-window/shared/cases/life-of'
import { isUnderWay } from '@one-window/shared/cases/lifecycle'
import { publishedCalendar, type DueDay } from '@one-window/shared/foundation/calendar'
import { addDays, chinaDay, weekdayOf, type ClockTime, type Day } from '@one-window/shared/foundation/time'

/** Days looked ahead for what will happen; what lies later is nobody's worry yet. */
const LOOK_DAYS = 400

export interface CaseClock {
  acceptedOn: Day
  /** Every day after acceptance, to the promised day or as far as it went beyond. */
  days: ClockDay[]
  /** The promised day, or the day it ended on. */
  last: Day
  /** Until when the clock runs: today, or the day it was decided. */
  until: Day
  runs: boolean
  used: number
  /** Days taken out by pauses so far. */
  paused: Day[]
  extension: number
  limit: number
  level: ClockLevel
  /** The first day of each level that lies ahead. */
  ahead: Partial<Record<ClockLevel, Day>>
}

const ends = ['approve', 'pass', 'refuse', 'record-county', 'withdraw', 'terminate']
type Told = Pick<Case, 'acceptedAt' | 'events' | 'promisedDays' | 'promisedDay' | 'statutoryDays' | 'status'>

/** The clock of a case as of a day; undefined before acceptance and for what is done while the person waits. */
export function caseClock(told: Told, closes: ClockTime, today: Day): CaseClock | undefined {
  const { acceptedAt, events, promisedDays, promisedDay, statutoryDays, status } = told
  if (!acceptedAt || promisedDays === 0) return undefined
  const clocked = clockedOf({ acceptedAt, events }, closes)
  const runs = isUnderWay(status)
  const end = [...events].reverse().find(({ action }) => ends.includes(action))
  const until = runs || !end ? today : chinaDay(new Date(end.at))
  const last = promisedDay === undefined || until > promisedDay ? until : promisedDay
  const extension = extensionOf(events)
  const limit = promisedDays + extension
  const legal = statutoryDays === undefined ? undefined : statutoryDays + extension
  const levelOf = (used: number): ClockLevel => clockLevel(used, limit, legal)
  const days = clockDays(publishedCalendar, clocked, last)
  const sofar = days.filter(({ day }) => day <= until)
  const used = sofar.length === 0 ? 0 : sofar[sofar.length - 1]!.count
  const ahead: CaseClock['ahead'] = {}
  if (runs)
    for (const { day, count, kind } of clockDays(publishedCalendar, clocked, addDays(today, LOOK_DAYS))) {
      const level = levelOf(count)
      if (day > today && kind === 'counted' && level !== levelOf(used)) ahead[level] ??= day
      if (level === 'red') break
    }
  return {
    acceptedOn: clocked.acceptedOn,
    days,
    last,
    until,
    runs,
    used,
    paused: sofar.filter(({ kind }) => kind === 'paused').map(({ day }) => day),
    extension,
    limit,
    level: levelOf(used),
    ahead,
  }
}

/** A day of the calendar; `number` is what it counts as. */
export interface CalendarCell {
  day: Day
  kind: ClockDay['kind'] | 'accepted' | 'outside'
  number?: number
}

/** The days in weeks from Monday to Sunday; what lies before and after is `outside`. */
export function weeksOf({
  acceptedOn,
  days,
  last,
}: Pick<CaseClock, 'acceptedOn' | 'days' | 'last'>): CalendarCell[][] {
  const known = new Map(days.map((each) => [each.day, each]))
  const cellOf = (day: Day): CalendarCell => {
    if (day === acceptedOn) return { day, kind: 'accepted' }
    const found = known.get(day)
    if (!found) return { day, kind: 'outside' }
    return { day, kind: found.kind, ...(found.kind === 'counted' && { number: found.count }) }
  }
  const weeks: CalendarCell[][] = []
  for (let monday = mondayOf(acceptedOn); monday <= last; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((ahead) => cellOf(addDays(monday, ahead))))
  return weeks
}

const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** When a case would be due if what is asked for were granted now. */
export function dueIfGranted(
  told: Pick<Case, 'acceptedAt' | 'events' | 'promisedDays' | 'ask'>,
  closes: ClockTime,
  now: Date,
): DueDay | undefined {
  const { acceptedAt, events, promisedDays, ask } = told
  if (!acceptedAt || !ask) return undefined
  const action = ask.of === 'pause' ? ('pause' as const) : ('extend' as const)
  const then = [...events, { action, at: now.toISOString(), facts: { workingDays: ask.workingDays } }]
  const clocked: Clocked = clockedOf({ acceptedAt, events: then }, closes)
  return dueDay(publishedCalendar, clocked, promisedDays + extensionOf(then))
}
