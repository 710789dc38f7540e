/** After a slot and its grace, who booked and did not come is noted (爽约). A day the hall closed never counts. */
import { wasMissed } from '@one-window/shared/booking/may-book'
import { withNoShow } from '@one-window/shared/booking/visitor'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { listDeskDay } from './booking-lists-store'
import { bookingWrite, deedOn, findBookingById, settle } from './booking-store'
import { cancelByHall } from './cancel-by-hall'
import { decided } from './decided'
import { findHallDays } from './slot-store'
import { findVisitor, visitorWrite } from './visitor-store'

/** Marks the missed bookings of today and yesterday in every hall; running it again changes nothing more. */
export async function markNoShows(now: Date): Promise<number> {
  const today = chinaDay(now)
  const yesterday = addDays(today, -1)
  let marked = 0
  for (const { hallId } of halls) {
    const { closures } = await findHallDays(hallId, yesterday, today, { consistent: true })
    for (const day of [yesterday, today])
      for (const booking of await listDeskDay(hallId, day)) {
        if (!wasMissed(booking, now)) continue
        const reason = closures.get(booking.date)
        if (reason !== undefined) await cancelByHall(booking, { reason }, bySystem('mark-no-shows', now))
        else if (await markMissed(booking.bookingId, now)) marked += 1
      }
  }
  return marked
}

const markMissed = (bookingId: string, now: Date): Promise<boolean> =>
  decided(async () => {
    const booking = await findBookingById(bookingId)
    if (!booking || !wasMissed(booking, now)) return false
    const visitor = await findVisitor(booking.personId)
    const outcome = await settle(
      {
        booking: bookingWrite(booking, 'miss', {}),
        visitor: visitorWrite(visitor, withNoShow(visitor, booking, now)),
      },
      bySystem('mark-no-shows', now),
      deedOn(booking, { status: 'no-show' }),
    )
    return outcome === 'written' || undefined
  })

export const handler = withKeys(async (): Promise<void> => {
  await markNoShows(new Date())
})
