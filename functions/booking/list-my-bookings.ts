import { listMyBookings } from '@one-window/shared/booking/endpoints'
import { nextFirst } from '@one-window/shared/booking/visitor'
import { implement } from '../platform/implement'
import { listBookings } from './booking-lists-store'
import { presentBooking } from './present-booking'
import { findVisitor } from './visitor-store'

export default implement(listMyBookings, async (_, { caller, now }) => {
  const { recent } = await findVisitor(caller.personId)
  return {
    bookings: nextFirst(await listBookings(recent), now).map((booking) => presentBooking(booking, caller)),
  }
})
