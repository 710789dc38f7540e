import type { Booking, HitBooking } from '@one-window/shared/booking/booking'
import { findHall } from '@one-window/shared/halls/halls'
import { maskName, maskPhone, type Caller } from '@one-window/shared/identity/identity'
import { findService } from '../catalogue/public'
import type { StoredBooking } from './booking-store'

/** A booking whole, as only its owner's own copy of their data has it. */
export const presentWhole = (booking: StoredBooking): Booking => ({
  ...booking,
  hallName: findHall(booking.hallId)?.name ?? booking.hallId,
  serviceName: booking.serviceName ?? findService(booking.serviceId)?.plainName ?? booking.serviceId,
})

/** A booking as the caller may see it: the phone masked for everybody, the name for all but its owner. */
export function presentBooking(booking: StoredBooking, { role }: Pick<Caller, 'role'>): Booking {
  const { name, phone, relation } = booking.visitor
  const visitor = {
    name: role === 'resident' ? name : maskName(name),
    ...(phone && { phone: maskPhone(phone) }),
    relation,
  }
  return presentWhole({ ...booking, visitor })
}

/** A booking as the director sees it before taking it back: no more than that. */
export function presentHit(booking: StoredBooking): HitBooking {
  const { bookingId, start, visitor, serviceName } = presentBooking(booking, { role: 'director' })
  const { name, phone } = visitor
  return { bookingId, start, visitor: { name, ...(phone && { phone }) }, serviceName }
}
