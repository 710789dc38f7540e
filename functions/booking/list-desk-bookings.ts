import { listDeskBookings } from '@one-window/shared/booking/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listDeskDay } from './booking-lists-store'
import { presentBooking } from './present-booking'

export default implement(listDeskBookings, async ({ hallId, date }, { caller }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  return { bookings: (await listDeskDay(hallId, date)).map((booking) => presentBooking(booking, caller)) }
})
