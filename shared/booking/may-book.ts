/** Whether a place may be taken, by whom, and whether a booking can still be changed. */
import { chinaDay, type Day } from '../foundation/time'
import type { ProblemCode } from '../foundation/problems'
import type { Hall } from '../halls/hall'
import { isOver } from './arrival'
import type { Booking } from './booking'
import { bookingLifecycle, isWaiting, type BookingAction } from './lifecycle'
import { firstChoiceCapacity, slotCapacity, slotRefusal, type SlotCounter, type SlotTime } from './slots'
import { hasFirstChoice, liveBookings, pausedUntil, personRefusal, type Visitor } from './visitor'

/** Either the places the person may compete for, or why not and on which days nothing need be offered. */
export type Decision =
  | { refusal: undefined; places: number }
  | { refusal: ProblemCode; offer: false; until?: Day }
  | { refusal: ProblemCode; offer: true; notOn: Day[] }

/**
 * Decides a booking, or the move of one (`except`). What is wrong with the slot for everybody is said first, then what
 * stands against the person, then that it is full. What another slot would solve asks for an offer.
 */
export function mayBook(
  time: SlotTime,
  counter: SlotCounter | undefined,
  hall: Hall,
  visitor: Visitor,
  now: Date,
  except?: string,
): Decision {
  const places = hasFirstChoice(visitor, now)
    ? firstChoiceCapacity(hall, counter)
    : slotCapacity(hall, counter)
  const others = liveBookings(visitor, now).filter(({ bookingId }) => bookingId !== except)
  const notOn = others.map(({ date }) => date)
  const ofSlot = slotRefusal(time, counter, places, hall, now)
  if (ofSlot && ofSlot !== 'slot-full') return { refusal: ofSlot, offer: true, notOn }
  const ofPerson = personRefusal(visitor, time.date, now, except)
  if (ofPerson === 'already-booked-that-day') return { refusal: ofPerson, offer: true, notOn }
  if (ofPerson === 'booking-paused')
    return { refusal: ofPerson, offer: false, until: pausedUntil(visitor, chinaDay(now)) }
  if (ofPerson) return { refusal: ofPerson, offer: false }
  return ofSlot ? { refusal: ofSlot, offer: true, notOn } : { refusal: undefined, places }
}

/** True while the action may follow; after its slot a booking that was not kept can no longer be given back or moved. */
export const mayChange = (
  booking: Pick<Booking, 'status' | 'date' | 'start'>,
  action: BookingAction,
  now: Date,
): boolean => bookingLifecycle[action].from.includes(booking.status) && !isOver(booking, now)

/** True when somebody who booked has not come and the slot and the grace after it are over (爽约). */
export const wasMissed = (booking: Pick<Booking, 'status' | 'date' | 'start'>, now: Date): boolean =>
  bookingLifecycle.miss.from.includes(booking.status) && isOver(booking, now)

/** The day a booking came to its end; undefined while the person is still expected or waits. */
export function endOfBooking({
  status,
  date,
  cancelledAt,
}: Pick<Booking, 'status' | 'date' | 'cancelledAt'>): Day | undefined {
  if (isWaiting.includes(status)) return undefined
  return cancelledAt ? chinaDay(new Date(cancelledAt)) : date
}

/** True while a place or a window still waits for the person. */
export const isStillAhead = (
  booking: Pick<Booking, 'status' | 'date' | 'start' | 'checkedInAt'>,
  now: Date,
): boolean =>
  booking.status === 'checked-in'
    ? chinaDay(new Date(booking.checkedInAt ?? now)) === chinaDay(now)
    : booking.status === 'booked' && !isOver(booking, now)
