/** Coming to a slot: early, on time, late, not at all. */
import { chinaDay, instantAt, type ClockTime, type Day } from '../foundation/time'
import type { Arrival } from './booking'
import { bookingSettings } from './settings'

const MINUTE_MS = 60_000
const minutesSince = (slot: { date: Day; start: ClockTime }, now: Date): number =>
  (now.getTime() - instantAt(slot.date, slot.start).getTime()) / MINUTE_MS

/** How a person who comes now stands to the slot they booked. Nobody is turned away; it is noted. */
export function arrivalAt(
  slot: { date: Day; start: ClockTime },
  now: Date,
  settings = bookingSettings,
): Arrival {
  if (chinaDay(now) !== slot.date) return 'other-day'
  const since = minutesSince(slot, now)
  if (since < -settings.checkInEarlyMinutes) return 'early'
  return since <= settings.graceMinutes ? 'on-time' : 'late'
}

/** True when a slot and the grace after it are over: who has not come by then did not come (爽约). */
export const isOver = (
  slot: { date: Day; start: ClockTime },
  now: Date,
  settings = bookingSettings,
): boolean => minutesSince(slot, now) >= settings.slotMinutes + settings.graceMinutes

/** True when it is later than the rule asks to give a place back in time for others. */
export const isLateCancel = (
  slot: { date: Day; start: ClockTime },
  now: Date,
  settings = bookingSettings,
): boolean => minutesSince(slot, now) > -settings.cancelBeforeMinutes
