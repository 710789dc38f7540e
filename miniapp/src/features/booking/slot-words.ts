import { whenWords, type ClockTime, type Day } from '@one-window/shared/foundation/time'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'

/** The hall, day and time that a slot's id carries (hall.yyyymmdd.hhmm). */
export const readSlotId = (slotId: string): { hallId: string; date: Day; start: ClockTime } | undefined => {
  const match = /^([a-z0-9-]+)\.(\d{4})(\d{2})(\d{2})\.(\d{2})(\d{2})$/.exec(slotId)
  if (!match) return undefined
  const [, hallId, year, month, day, hour, minute] = match as unknown as string[]
  return { hallId: hallId!, date: `${year}-${month}-${day}`, start: `${hour}:${minute}` }
}

/** 11月26日(周四)上午9:00 of a booking. */
export const bookedFor = ({ date, start }: Pick<Booking, 'date' | 'start'>): string => whenWords(date, start)

/** What the resident may still do with a booking. */
export const mayDo = (booking: Booking) => {
  const actions = actionsFrom(bookingLifecycle, booking.status)
  return { move: actions.includes('reschedule'), cancel: actions.includes('cancel') }
}

/** The bookings that are still to come, next first. */
export const comingBookings = (bookings: readonly Booking[]): Booking[] =>
  bookings.filter(({ status }) => status === 'booked' || status === 'checked-in')
