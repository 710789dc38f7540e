import { listStationBookings } from '@one-window/shared/booking/endpoints'
import { halls } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listStationDay } from './booking-lists-store'
import { presentBooking } from './present-booking'

const hallOf = (wanted: string): string | undefined =>
  halls.find(({ stations }) => stations.some(({ stationId }) => stationId === wanted))?.hallId

export default implement(listStationBookings, async ({ stationId, date }, { caller }) => {
  const hallId = hallOf(stationId)
  if (!hallId || !(caller.stationIds.includes(stationId) || caller.hallIds.includes(hallId)))
    throw new Problem('not-found')
  const bookings = await listStationDay(stationId, date)
  return { bookings: bookings.map((booking) => presentBooking(booking, caller)) }
})
