import { arrivalAt } from '@one-window/shared/booking/arrival'
import { checkInBooking } from '@one-window/shared/booking/endpoints'
import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { withoutBooking } from '@one-window/shared/booking/visitor'
import { chinaClock, chinaDay } from '@one-window/shared/foundation/time'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import {
  bookingWrite,
  deedOn,
  findBookingAtDesk,
  settle,
  timeOf,
  type BookingChanges,
  type StoredBooking,
} from './booking-store'
import { decided, isRepeat } from './decided'
import { presentBooking } from './present-booking'
import { freePlace } from './slot-store'
import { findVisitor, visitorWrite } from './visitor-store'

/** Who comes on another day stands in today's list, and their place of the booked day is free for others. */
export default implement(checkInBooking, ({ bookingId }, context) => {
  const { caller, now, request, replayed } = context
  return decided(async () => {
    const booking = await findBookingAtDesk(caller, bookingId)
    if (!booking) throw new Problem('not-found')
    if (isRepeat(booking.requests, request)) {
      replayed()
      return presentBooking(booking, caller)
    }
    const { from, to } = bookingLifecycle['check-in']
    if (!from.includes(booking.status)) throw new Problem('wrong-status')
    const arrived = { arrival: arrivalAt(booking, now), checkedInAt: now.toISOString() }
    const outcome = await (arrived.arrival === 'other-day' ? takenInToday : noted)(booking, arrived, context)
    return outcome === 'written' ? presentBooking({ ...booking, ...arrived, status: to }, caller) : undefined
  })
})

const noted = (booking: StoredBooking, arrived: BookingChanges, context: Context) =>
  settle(
    { booking: bookingWrite(booking, 'check-in', arrived, context.request) },
    context,
    deedOn(booking, arrived),
  )

async function takenInToday(booking: StoredBooking, arrived: BookingChanges, context: Context) {
  const { now, request } = context
  const visitor = await findVisitor(booking.personId)
  const deskAt = { date: chinaDay(now), order: chinaClock(now) }
  return settle(
    {
      booking: bookingWrite(booking, 'check-in', { ...arrived, deskAt }, request),
      visitor: visitorWrite(visitor, withoutBooking(visitor, booking.bookingId, now)),
      place: freePlace(timeOf(booking)),
    },
    context,
    deedOn(booking, arrived),
  )
}
