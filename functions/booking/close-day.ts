import { closeDay } from '@one-window/shared/booking/endpoints'
import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { slotTimes } from '@one-window/shared/booking/slots'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findHall } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listWholeDay } from './booking-lists-store'
import type { StoredBooking } from './booking-store'
import { cancelByHall } from './cancel-by-hall'
import { decided, isRepeat } from './decided'
import { presentHit } from './present-booking'
import { findHallDays, saveClosure } from './slot-store'

const isHit = ({ status }: StoredBooking): boolean => bookingLifecycle['cancel-by-hall'].from.includes(status)

/**
 * First the day and all its slots close at once, then each person is told and freed. A call that broke off is
 * finished by sending it again, with the same key or another.
 */
export default implement(closeDay, async (input, context) => {
  const { caller, now, request, replayed } = context
  const { hallId, date, reason, confirm = false } = input
  const hall = findHall(hallId)
  if (!hall || !caller.hallIds.includes(hallId)) throw new Problem('not-found')
  if (date < chinaDay(now)) throw new Problem('closure-too-late')
  await decided(async () => {
    const seen = await findHallDays(hallId, date, date, { consistent: true })
    const requests = seen.requests.get(date)
    if (isRepeat(requests, request)) {
      replayed()
      return true
    }
    const hit = (await listWholeDay(hallId, date)).filter(isHit)
    if (hit.length > 0 && !confirm) throw new Problem('closure-hits-bookings', { hit: hit.map(presentHit) })
    const marks = { ...requests, [request.id]: request.body }
    const closed = await saveClosure(
      { hallId, date, reason, requests: marks },
      slotTimes(hall, date),
      context,
      confirm ? undefined : seen,
    )
    return closed || undefined
  })
  const cancelled: StoredBooking[] = []
  for (const booking of await listWholeDay(hallId, date)) {
    const taken = isHit(booking) ? await cancelByHall(booking, { reason, request }, context) : booking
    if (taken && request.id in taken.requests) cancelled.push(taken)
  }
  return { date, reason, cancelled: cancelled.map(presentHit) }
})
