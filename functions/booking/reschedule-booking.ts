import { rescheduleBooking } from '@one-window/shared/booking/endpoints'
import { mayBook, mayChange } from '@one-window/shared/booking/may-book'
import { findSlotTime } from '@one-window/shared/booking/slots'
import { withBooking } from '@one-window/shared/booking/visitor'
import { findHall } from '@one-window/shared/halls/halls'
import { movedMessage } from '@one-window/shared/notifications/booking-messages'
import { messageWrite } from '../notifications/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { bookingWrite, deedOn, findBooking, findStanding, settle, timeOf } from './booking-store'
import { decided, isRepeat } from './decided'
import { presentBooking } from './present-booking'
import { refused } from './refused'
import { freePlace, takePlace } from './slot-store'
import { toldBooking } from './told-booking'
import { visitorWrite } from './visitor-store'

/** One transaction: the old place is kept until the new one is certain. Moving to the same slot changes nothing. */
export default implement(rescheduleBooking, (input, context) =>
  decided(async () => {
    const { caller, now, request, replayed } = context
    const booking = await findBooking(caller, input.bookingId)
    const time = findSlotTime(input.slotId)
    const hall = time && findHall(time.hallId)
    if (!booking || !time || !hall) throw new Problem('not-found')
    if (isRepeat(booking.requests, request)) {
      replayed()
      return presentBooking(booking, caller)
    }
    if (!mayChange(booking, 'reschedule', now)) throw new Problem('wrong-status')
    if (time.hallId !== booking.hallId) throw new Problem('booking-elsewhere')
    if (time.slotId === booking.slotId) return presentBooking(booking, caller)
    const { counter, visitor } = await findStanding(time, booking.personId)
    const decision = mayBook(time, counter, hall, visitor, now, booking.bookingId)
    if (decision.refusal !== undefined) throw await refused(decision, time, hall, now)
    const { slotId, date, start, end } = time
    const moved = { slotId, date, start, end }
    const outcome = await settle(
      {
        booking: bookingWrite(booking, 'reschedule', { ...moved, deskAt: { date, order: start } }, request),
        visitor: visitorWrite(visitor, withBooking(visitor, { ...booking, ...moved }, now)),
        oldPlace: freePlace(timeOf(booking)),
        newPlace: takePlace(time, counter, decision.places),
        message: messageWrite({
          ...movedMessage(toldBooking({ ...booking, ...moved })),
          personId: booking.personId,
          hallId: booking.hallId,
          bookingId: booking.bookingId,
          about: request.id,
          at: now.toISOString(),
        }),
      },
      context,
      deedOn(booking, moved),
    )
    return outcome === 'written' ? presentBooking({ ...booking, ...moved }, caller) : undefined
  }),
)
