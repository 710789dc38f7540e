/** The evening before, who is booked for tomorrow is reminded. */
import { addDays, chinaDay, instantAt } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { reminderMessage } from '@one-window/shared/notifications/booking-messages'
import { saveMessage } from '../notifications/public'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { listDeskDay } from './booking-lists-store'
import { toldBooking } from './told-booking'

/** China's clock from which on a person is reminded. */
export const REMINDED_FROM = '18:00'

/** Reminds everybody booked for tomorrow in any hall; running it again that evening reminds nobody twice. */
export async function remindBookings(now: Date): Promise<number> {
  const today = chinaDay(now)
  const tomorrow = addDays(today, 1)
  const at = instantAt(today, REMINDED_FROM)
  if (now < at) return 0
  let reminded = 0
  for (const { hallId } of halls)
    for (const booking of await listDeskDay(hallId, tomorrow)) {
      if (booking.status !== 'booked' || booking.date !== tomorrow) continue
      const { personId, bookingId } = booking
      const message = {
        ...reminderMessage(toldBooking(booking)),
        personId,
        hallId,
        bookingId,
        about: `${bookingId} ${booking.slotId}`,
        at: at.toISOString(),
      }
      if (await saveMessage(message, bySystem('remind-bookings', now))) reminded += 1
    }
  return reminded
}

export const handler = withKeys(async (): Promise<void> => {
  await remindBookings(new Date())
})
