/** Slot arithmetic: which slots a hall has, what state each is in, and which one is free next. Nobody creates slots by hand. */
import { dayKind, isWorkingDay, publishedCalendar, type WorkingCalendar } from '../foundation/calendar'
import type { ProblemCode } from '../foundation/problems'
import {
  addDays,
  chinaDay,
  clockOf,
  instantAt,
  isDay,
  minutesOf,
  type ClockTime,
  type Day,
} from '../foundation/time'
import type { Hall } from '../halls/hall'
import { findHall } from '../halls/halls'
import type { HallDay, Slot, SlotState } from './booking'
import type { NextFree } from './endpoints'
import { bookingSettings, type BookingSettings } from './settings'

const MINUTE_MS = 60_000
/** The longest run without a working day is far shorter; the search for released days ends here in any case. */
const LONGEST_LOOK = 60

/** When and where a slot is. */
export interface SlotTime {
  slotId: string
  hallId: string
  date: Day
  start: ClockTime
  end: ClockTime
}

/** What is remembered about a slot: the places taken, the places the director set, and whether it is closed. */
export interface SlotCounter {
  booked: number
  capacity?: number
  closed?: boolean
}

/** The calendar and the parameters that slots are computed from. */
export interface SlotRules {
  calendar: WorkingCalendar
  settings: BookingSettings
}
export const slotRules: SlotRules = { calendar: publishedCalendar, settings: bookingSettings }

/** The id of a slot: hall.yyyymmdd.hhmm */
export const slotIdOf = (hallId: string, date: Day, start: ClockTime): string =>
  `${hallId}.${date.replace(/-/g, '')}.${start.replace(':', '')}`

/** Every slot of a hall's working day, in order: the opening spans cut into slots; a rest shorter than a slot is none. */
export function slotTimes(hall: Hall, date: Day, { settings } = slotRules): SlotTime[] {
  const times: SlotTime[] = []
  for (const { opens, closes } of hall.hours) {
    const last = minutesOf(closes) - settings.slotMinutes
    for (let at = minutesOf(opens); at <= last; at += settings.slotMinutes) {
      const start = clockOf(at)
      const slotId = slotIdOf(hall.hallId, date, start)
      times.push({ slotId, hallId: hall.hallId, date, start, end: clockOf(at + settings.slotMinutes) })
    }
  }
  return times
}

/**
 * The slot of an id; undefined when no hall has such a slot: unknown hall, impossible day, no opening hour,
 * or a day that is off. A day of a year without calendar is answered, so that its refusal can say why.
 */
export function findSlotTime(slotId: string, rules = slotRules): SlotTime | undefined {
  const [, hallId, year, month, date, hours, minutes] =
    /^([a-z]+)\.(\d{4})(\d\d)(\d\d)\.(\d\d)(\d\d)$/.exec(slotId) ?? []
  const day = `${year}-${month}-${date}`
  const hall = findHall(hallId ?? '')
  if (!hall || !isDay(day) || isWorkingDay(rules.calendar, day) === false) return undefined
  const start = `${hours}:${minutes}`
  return slotTimes(hall, day, rules).find((time) => time.start === start)
}

/** The places of a slot online: what the director set, or one per window. */
export const slotCapacity = (
  hall: Hall,
  counter: SlotCounter | undefined,
  { settings } = slotRules,
): number => counter?.capacity ?? hall.windows * settings.placesPerWindow

/**
 * The places a person with first choice may take: also those kept for walk-ins,
 * but none in a slot whose places the director took away.
 */
export const firstChoiceCapacity = (
  hall: Hall,
  counter: SlotCounter | undefined,
  rules = slotRules,
): number => {
  const capacity = slotCapacity(hall, counter, rules)
  return capacity === 0 ? 0 : capacity + hall.windows * rules.settings.walkInPlacesPerWindow
}

/** What a day of the hall is: closed by the hall, or what the calendar says. */
export const hallDay = (date: Day, closedFor: string | undefined, { calendar } = slotRules): HallDay =>
  closedFor === undefined
    ? { date, kind: dayKind(calendar, date) }
    : { date, kind: 'closed', reason: closedFor }

const isTooLate = (time: SlotTime, now: Date, { settings }: SlotRules): boolean =>
  instantAt(time.date, time.start).getTime() - now.getTime() < settings.minutesAhead * MINUTE_MS

/** True while the last slot of a day is not too late. */
function canBookStill(hall: Hall, day: Day, now: Date, rules: SlotRules): boolean {
  const last = slotTimes(hall, day, rules).at(-1)
  return last !== undefined && !isTooLate(last, now, rules)
}

/**
 * The days whose slots are released: the next working days, today among them while one of its slots can still be
 * booked. They end before a year without calendar.
 */
export function releasedDays(hall: Hall, now: Date, rules = slotRules): Day[] {
  const today = chinaDay(now)
  const released: Day[] = []
  for (let ahead = 0; ahead < LONGEST_LOOK && released.length < rules.settings.horizonWorkingDays; ahead++) {
    const day = addDays(today, ahead)
    const works = isWorkingDay(rules.calendar, day)
    if (works === undefined) break
    if (!works) continue
    if (ahead > 0 || canBookStill(hall, day, now, rules)) released.push(day)
  }
  return released
}

/** The state of a slot for someone who may take `places` of it. Closing comes before lateness, lateness before release. */
export function slotState(
  time: SlotTime,
  counter: SlotCounter | undefined,
  places: number,
  lastReleased: Day | undefined,
  now: Date,
  rules = slotRules,
): SlotState {
  if (counter?.closed) return 'closed'
  if (isTooLate(time, now, rules)) return 'past'
  if (lastReleased === undefined || time.date > lastReleased) return 'not-released'
  return (counter?.booked ?? 0) < places ? 'open' : 'full'
}

/** Why a slot cannot be taken; undefined when it can. */
export function slotRefusal(
  time: SlotTime,
  counter: SlotCounter | undefined,
  places: number,
  hall: Hall,
  now: Date,
  rules = slotRules,
): ProblemCode | undefined {
  if (dayKind(rules.calendar, time.date) === 'not-announced') return 'calendar-not-announced'
  const state = slotState(time, counter, places, releasedDays(hall, now, rules).pop(), now, rules)
  return state === 'open' ? undefined : `slot-${state}`
}

/** A slot as everybody sees it. */
export function aSlot(
  time: SlotTime,
  counter: SlotCounter | undefined,
  hall: Hall,
  lastReleased: Day | undefined,
  now: Date,
  rules = slotRules,
): Slot {
  const { slotId, date, start, end } = time
  const capacity = slotCapacity(hall, counter, rules)
  const state = slotState(time, counter, capacity, lastReleased, now, rules)
  const left = state === 'closed' ? 0 : Math.max(0, capacity - (counter?.booked ?? 0))
  return { slotId, date, start, end, capacity, left, state }
}

/** What is remembered about a hall's days: counters by `date#start`, closed days with their reason. */
export interface HallDays {
  counters: ReadonlyMap<string, SlotCounter>
  closures: ReadonlyMap<Day, string>
}

/** The key of a slot among a hall's counters. */
export const counterKey = ({ date, start }: { date: Day; start: ClockTime }): string => `${date}#${start}`

/**
 * The slot to offer instead of a wanted one: the first with a place from the wanted time on, else the first at all,
 * among the released days and never on a day of `notOn`.
 */
export function nextFree(
  hall: Hall,
  { counters, closures }: HallDays,
  wanted: { date: Day; start: ClockTime },
  notOn: readonly Day[],
  now: Date,
  rules = slotRules,
): NextFree | undefined {
  const days = releasedDays(hall, now, rules)
  const free = days
    .filter((day) => !notOn.includes(day) && !closures.has(day))
    .flatMap((day) => slotTimes(hall, day, rules))
    .filter((time) => {
      const counter = counters.get(counterKey(time))
      return slotState(time, counter, slotCapacity(hall, counter, rules), time.date, now, rules) === 'open'
    })
  const found = free.find((time) => counterKey(time) >= counterKey(wanted)) ?? free[0]
  return found && { slotId: found.slotId, date: found.date, start: found.start }
}
