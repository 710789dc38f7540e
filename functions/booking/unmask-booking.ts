import { unmaskBooking } from '@one-window/shared/booking/endpoints'
import { endOfBooking } from '@one-window/shared/booking/may-book'
import { chinaDay } from '@one-window/shared/foundation/time'
import { mayUnmask } from '@one-window/shared/identity/unmask'
import { noteUnmasking } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBooking } from './booking-store'

export default implement(unmaskBooking, async ({ bookingId, reason }, context) => {
  const { caller, now } = context
  const booking = await findBooking(caller, bookingId)
  if (!booking) throw new Problem('not-found')
  if (!mayUnmask(caller.role, endOfBooking(booking), chinaDay(now)))
    throw new Problem('not-allowed', { detail: '这个预约已经结束，要看请找主任' })
  await noteUnmasking(context, { hallId: booking.hallId, object: `booking:${bookingId}`, reason })
  const { name, phone } = booking.visitor
  return { name, ...(phone && { phone }) }
})
