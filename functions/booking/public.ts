/** What other capabilities may ask of booking. */
import type { Write } from '../platform/dynamo'
import { listDeskDay } from './booking-lists-store'
import { bookingWrite, checkedWrite, findBookingAtDesk, type StoredBooking } from './booking-store'
import { isRepeat } from './decided'
import { findHallDays } from './slot-store'
import type { Caller } from '@one-window/shared/identity/identity'
import type { Day } from '@one-window/shared/foundation/time'

export { forgetBookingsOf, hasBookingAhead, listEveryBookingOf } from './forgetting-store'
export { presentWhole } from './present-booking'
export { checkedWrite, isRepeat, type StoredBooking }

/** The booking a person at the desk has come with, if it is of a hall of the caller; the visitor's name and phone are open. */
export const findBookingForDesk = (caller: Caller, bookingId: string): Promise<StoredBooking | undefined> =>
  findBookingAtDesk(caller, bookingId)

/**
 * The write that makes a booking served by a case, for the transaction that receives it; its condition fails unless
 * the booking is still booked or checked in. Nothing else is needed: a booking whose slot is over holds nobody back.
 */
export const serveBooking = (booking: StoredBooking, caseId: string): Write =>
  bookingWrite(booking, 'serve', { caseId })

/** How many people have checked in and are not yet at a window. */
export const countWaiting = async (hallId: string, today: Day): Promise<number> =>
  (await listDeskDay(hallId, today)).filter(({ status }) => status === 'checked-in').length

/** The days a hall is closed, with the reason, by day. */
export const findClosures = async (hallId: string, from: Day, to: Day): Promise<ReadonlyMap<Day, string>> =>
  (await findHallDays(hallId, from, to)).closures
