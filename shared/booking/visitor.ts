/** What a person may book. The rules of one person, decided on what is remembered about that person alone. */
import type { ProblemCode } from '../foundation/problems'
import { addDays, chinaDay, type ClockTime, type Day } from '../foundation/time'
import { isOver } from './arrival'
import type { Booking } from './booking'
import { isWaiting } from './lifecycle'
import { bookingSettings } from './settings'

/** A booking that may still be ahead of the person. */
export interface LiveBooking {
  bookingId: string
  date: Day
  start: ClockTime
}

/** What is remembered about a person who books. */
export interface Visitor {
  live: readonly LiveBooking[]
  /** The ids of the person's bookings, newest first. */
  recent: readonly string[]
  /** The days booked and not kept, as far as they still matter. */
  noShows: readonly Day[]
  firstChoiceUntil?: Day
}

/** Someone who has never booked. */
export const newVisitor: Visitor = { live: [], recent: [], noShows: [] }

const MOST_RECENT = 20

/** The bookings still ahead: one whose slot is over holds nobody back, whether it was kept or not. */
export const liveBookings = (visitor: Visitor, now: Date, settings = bookingSettings): LiveBooking[] =>
  visitor.live.filter((booking) => !isOver(booking, now, settings))

/** Until this day the person's online booking rests after too many no-shows (爽约); undefined when it does not. */
export function pausedUntil(visitor: Visitor, today: Day, settings = bookingSettings): Day | undefined {
  const days = [...visitor.noShows].sort()
  for (let i = days.length - 1; i >= settings.noShowLimit - 1; i--) {
    const last = days[i]!
    const first = days[i - settings.noShowLimit + 1]!
    const until = addDays(last, settings.noShowPauseDays)
    if (first > addDays(last, -settings.noShowWindowDays) && today < until) return until
  }
  return undefined
}

/** Why the person may not book on a day; `except` is the booking that is being moved. */
export function personRefusal(
  visitor: Visitor,
  date: Day,
  now: Date,
  except?: string,
  settings = bookingSettings,
): Extract<ProblemCode, 'booking-paused' | 'already-booked-that-day' | 'too-many-bookings'> | undefined {
  const others = liveBookings(visitor, now, settings).filter(({ bookingId }) => bookingId !== except)
  if (except === undefined && pausedUntil(visitor, chinaDay(now), settings)) return 'booking-paused'
  if (others.filter((booking) => booking.date === date).length >= settings.maxPerPersonPerDay)
    return 'already-booked-that-day'
  return others.length >= settings.maxLivePerPerson ? 'too-many-bookings' : undefined
}

/** True while the person, moved by the hall, may also take places kept for walk-ins. */
export const hasFirstChoice = (visitor: Visitor, now: Date): boolean =>
  visitor.firstChoiceUntil !== undefined && chinaDay(now) <= visitor.firstChoiceUntil

/** The person with one more booking, or with a booking moved to another time. */
export function withBooking(visitor: Visitor, booking: LiveBooking, now: Date): Visitor {
  const { bookingId, date, start } = booking
  const others = liveBookings(visitor, now).filter((live) => live.bookingId !== bookingId)
  const live = [...others, { bookingId, date, start }]
  const order = [bookingId, ...visitor.recent.filter((id) => id !== bookingId)]
  const past = order.filter((id) => !live.some((each) => each.bookingId === id))
  const forgotten = past.slice(MOST_RECENT - live.length)
  return { ...visitor, live, recent: order.filter((id) => !forgotten.includes(id)) }
}

/** The person without a booking that no longer holds a place for them. */
export const withoutBooking = (visitor: Visitor, bookingId: string, now: Date): Visitor => ({
  ...visitor,
  live: liveBookings(visitor, now).filter((live) => live.bookingId !== bookingId),
})

/** The person after a booking that was not kept; days too old to matter are forgotten. */
export const withNoShow = (visitor: Visitor, booking: LiveBooking, now: Date): Visitor => ({
  ...withoutBooking(visitor, booking.bookingId, now),
  noShows: [...visitor.noShows, booking.date].filter(
    (day) =>
      day > addDays(chinaDay(now), -bookingSettings.noShowWindowDays - bookingSettings.noShowPauseDays),
  ),
})

/** The person after the hall took a booking back: free again, and with first choice for some days. */
export const withFirstChoice = (
  visitor: Visitor,
  bookingId: string,
  now: Date,
): Visitor & { firstChoiceUntil: Day } => ({
  ...withoutBooking(visitor, bookingId, now),
  firstChoiceUntil: addDays(chinaDay(now), bookingSettings.firstChoiceDays),
})

/** A person's bookings as they read them: what is still ahead, next first, then the past, newest first. */
export function nextFirst<B extends LiveBooking & Pick<Booking, 'status'>>(
  bookings: readonly B[],
  now: Date,
): B[] {
  const key = (booking: B): string => `${booking.date} ${booking.start} ${booking.bookingId}`
  const inOrder = [...bookings].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  const isAhead = (booking: B): boolean => isWaiting.includes(booking.status) && !isOver(booking, now)
  return [...inOrder.filter(isAhead), ...inOrder.filter((booking) => !isAhead(booking)).reverse()]
}
