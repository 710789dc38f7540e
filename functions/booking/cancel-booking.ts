import { isLateCancel } from '@one-window/shared/booking/arrival'
import { cancelBooking } from '@one-window/shared/booking/endpoints'
import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { mayChange } from '@one-window/shared/booking/may-book'
import { withoutBooking } from '@one-window/shared/booking/visitor'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { bookingWrite, deedOn, findBooking, settle, timeOf } from './booking-store'
import { decided, isRepeat } from './decided'
import { presentBooking } from './present-booking'
import { freePlace } from './slot-store'
import { findVisitor, visitorWrite } from './visitor-store'

/** The place is freed exactly once: with the booking's own step, or not at all. */
export default implement(cancelBooking, ({ bookingId }, context) =>
  decided(async () => {
    const { caller, now, request, replayed } = context
    const booking = await findBooking(caller, bookingId)
    if (!booking) throw new Problem('not-found')
    if (isRepeat(booking.requests, request)) {
      replayed()
      return presentBooking(booking, caller)
    }
    if (!mayChange(booking, 'cancel', now)) throw new Problem('wrong-status')
    const visitor = await findVisitor(booking.personId)
    const changes = {
      cancelledAt: now.toISOString(),
      ...(isLateCancel(booking, now) && { cancelledLate: true }),
    }
    const outcome = await settle(
      {
        booking: bookingWrite(booking, 'cancel', changes, request),
        visitor: visitorWrite(visitor, withoutBooking(visitor, bookingId, now)),
        place: freePlace(timeOf(booking)),
      },
      context,
      deedOn(booking, changes),
    )
    return outcome === 'written'
      ? presentBooking({ ...booking, ...changes, status: bookingLifecycle.cancel.to }, caller)
      : undefined
  }),
)
