import { bookSlot } from '@one-window/shared/booking/endpoints'
import { mayBook } from '@one-window/shared/booking/may-book'
import { findSlotTime, type SlotTime } from '@one-window/shared/booking/slots'
import { withBooking } from '@one-window/shared/booking/visitor'
import { findHall } from '@one-window/shared/halls/halls'
import { findService } from '../catalogue/public'
import { derivedId } from '../platform/crypto'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBooking, findStanding, newBookingWrite, settle, type StoredBooking } from './booking-store'
import { decided, isRepeat } from './decided'
import { presentBooking } from './present-booking'
import { refused } from './refused'
import { takePlace } from './slot-store'
import { visitorWrite } from './visitor-store'

/** The booking's id is the request's: the same request is the same booking, however often it is sent. */
export default implement(bookSlot, (input, context) => {
  const { caller, now, request } = context
  const time = findSlotTime(input.slotId)
  const hall = time && findHall(time.hallId)
  if (!time || !hall || !findService(input.serviceId)) throw new Problem('not-found')
  const booking = aBooking(input, time, context)
  return decided(async () => {
    const { counter, visitor } = await findStanding(time, caller.personId)
    if (visitor.recent.includes(request.id)) return theSame(context)
    const decision = mayBook(time, counter, hall, visitor, now)
    if (decision.refusal !== undefined) throw await refused(decision, time, hall, now)
    const outcome = await settle(
      {
        booking: newBookingWrite(booking),
        visitor: visitorWrite(visitor, withBooking(visitor, booking, now)),
        place: takePlace(time, counter, decision.places),
      },
      context,
      { hallId: booking.hallId, object: `booking:${booking.bookingId}`, after: booking },
    )
    if (outcome === 'booking') return theSame(context)
    return outcome === 'written' ? presentBooking(booking) : undefined
  })
})

/** Six digits to say at the desk; the list there shows who else might have the same. */
const codeOf = (bookingId: string): string =>
  String(Buffer.from(derivedId('booking code', bookingId), 'base64url').readUInt32BE() % 1_000_000).padStart(
    6,
    '0',
  )

const aBooking = (
  { serviceId, visitor }: Pick<StoredBooking, 'serviceId' | 'visitor'>,
  time: SlotTime,
  { caller, now, request }: Context,
): StoredBooking => ({
  bookingId: request.id,
  code: codeOf(request.id),
  status: 'booked',
  ...time,
  serviceId,
  personId: caller.personId,
  visitor,
  bookedAt: now.toISOString(),
  requests: { [request.id]: request.body },
})

async function theSame({ caller, request, replayed }: Context) {
  const booking = await findBooking(caller, request.id)
  if (!booking || !isRepeat(booking.requests, request)) return undefined
  replayed()
  return presentBooking(booking)
}
