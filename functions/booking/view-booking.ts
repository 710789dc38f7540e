import { viewBooking } from '@one-window/shared/booking/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBooking } from './booking-store'
import { presentBooking } from './present-booking'

export default implement(viewBooking, async ({ bookingId }, { caller }) => {
  const booking = await findBooking(caller, bookingId)
  if (!booking) throw new Problem('not-found')
  return presentBooking(booking, caller)
})
