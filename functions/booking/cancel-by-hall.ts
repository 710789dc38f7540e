import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { withFirstChoice } from '@one-window/shared/booking/visitor'
import { cancelledByHallMessage } from '@one-window/shared/notifications/booking-messages'
import { messageWrite } from '../notifications/public'
import type { By } from '../platform/audit'
import type { RequestMark } from '../platform/implement'
import { bookingWrite, deedOn, findBookingById, settle, timeOf, type StoredBooking } from './booking-store'
import { decided } from './decided'
import { freePlace } from './slot-store'
import { toldBooking } from './told-booking'
import { findVisitor, visitorWrite } from './visitor-store'

/**
 * Takes a booking back by the hall: its place is freed, the person is told and gets first choice, all at once.
 * Nothing happens, and nothing is answered, when it is no longer booked in the slot it was `seen` in, or no more than
 * `above` places are taken there.
 */
export async function cancelByHall(
  seen: Pick<StoredBooking, 'bookingId' | 'slotId'>,
  { reason, above = 0, request }: { reason: string; above?: number; request?: RequestMark },
  by: By,
): Promise<StoredBooking | undefined> {
  const { bookingId } = seen
  const { now } = by
  const { from, to } = bookingLifecycle['cancel-by-hall']
  const { cancelled } = await decided(async () => {
    const booking = await findBookingById(bookingId)
    if (!booking || booking.slotId !== seen.slotId || !from.includes(booking.status))
      return { cancelled: undefined }
    const visitor = await findVisitor(booking.personId)
    const free = withFirstChoice(visitor, bookingId, now)
    const at = now.toISOString()
    const changes = { reason, cancelledAt: at, firstChoiceUntil: free.firstChoiceUntil }
    const writes = {
      booking: bookingWrite(booking, 'cancel-by-hall', changes, request),
      visitor: visitorWrite(visitor, free),
      place: freePlace(timeOf(booking), above),
      message: messageWrite({
        ...cancelledByHallMessage(toldBooking(booking), changes),
        personId: booking.personId,
        hallId: booking.hallId,
        about: bookingId,
        at,
        bookingId,
      }),
    }
    const outcome = await settle(writes, by, deedOn(booking, changes, reason))
    if (outcome === 'place') return { cancelled: undefined }
    if (outcome !== 'written') return undefined
    const requests = request ? { ...booking.requests, [request.id]: request.body } : booking.requests
    return { cancelled: { ...booking, ...changes, status: to, requests } }
  })
  return cancelled
}
