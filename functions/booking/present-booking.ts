import type { Booking, HitBooking } from '@one-window/shared/booking/booking'
import { findHall } from '@one-window/shared/halls/halls'
import { maskName, maskPhone } from '@one-window/shared/identity/identity'
import { findService } from '../catalogue/public'
import type { StoredBooking } from './booking-store'

const serviceName = ({ serviceId }: StoredBooking): string => findService(serviceId)?.plainName ?? serviceId

/** A booking as its owner, or the desk that has opened it, sees it: the phone masked. */
export const presentBooking = (booking: StoredBooking): Booking => ({
  ...booking,
  hallName: findHall(booking.hallId)?.name ?? booking.hallId,
  serviceName: serviceName(booking),
  visitor: { name: booking.visitor.name, phone: maskPhone(booking.visitor.phone) },
})

/** A booking as it stands in a list at the desk: the name masked too. */
export const presentMasked = (booking: StoredBooking): Booking => {
  const shown = presentBooking(booking)
  return { ...shown, visitor: { ...shown.visitor, name: maskName(shown.visitor.name) } }
}

/** A booking as the director sees it before taking it back: no more than that. */
export function presentHit(booking: StoredBooking): HitBooking {
  const { bookingId, start, visitor, serviceName: name } = presentMasked(booking)
  return { bookingId, start, visitor, serviceName: name }
}
