import { bookedMessage } from '@one-window/shared/notifications/booking-messages'
import { reachesByWechat, saveMessage } from '../notifications/public'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { findBookingById } from './booking-store'
import { toldBooking } from './told-booking'

/** A record of the bookings' stream, as Lambda and the local run deliver it. */
interface StreamRecord {
  eventName?: string | undefined
  dynamodb?:
    { SequenceNumber?: string | undefined; Keys?: Record<string, { S?: string | undefined }> } | undefined
}

async function tell({ dynamodb }: StreamRecord): Promise<void> {
  const bookingId = dynamodb?.Keys?.bookingId?.S ?? ''
  const booking = await findBookingById(bookingId)
  if (booking?.status !== 'booked' || !(await reachesByWechat(booking.personId, 'booked'))) return
  const { personId, hallId, bookedAt } = booking
  await saveMessage(
    { ...bookedMessage(toldBooking(booking)), personId, hallId, bookingId, about: bookingId, at: bookedAt },
    bySystem('tell-booked', new Date(bookedAt)),
  )
}

/**
 * Tells a person by WeChat that their booking stands. In the app the booking itself says so: without a consent nothing
 * is written, and the booking's own transaction carries nothing for it.
 */
export const handler = withKeys(
  async (event: {
    Records: readonly StreamRecord[]
  }): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    for (const record of event.Records) {
      if (record.eventName !== 'INSERT') continue
      try {
        await tell(record)
      } catch (error) {
        log.error('a person was not told of their booking', { error: error as Error })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  },
)
