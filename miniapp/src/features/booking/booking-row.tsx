import { Text } from '@tarojs/components'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { Cell } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { go } from '@/gateways/go'
import { bookedFor } from './slot-words'

/** A row of my bookings: when first, then what for; its code while it is to come. */
export function BookingRow({ booking }: { booking: Booking }) {
  const coming = booking.status === 'booked'
  return (
    <Cell
      title={<Text className="t-b">{bookedFor(booking)}</Text>}
      note={`${booking.serviceName} · ${booking.visitor.name}`}
      side={
        <Tag kind={coming ? 'action' : ''}>{coming ? booking.code : bookingStatusWords[booking.status]}</Tag>
      }
      onPress={() => go.booking(booking.bookingId)}
    />
  )
}
