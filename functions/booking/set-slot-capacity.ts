import { setSlotCapacity } from '@one-window/shared/booking/endpoints'
import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { aSlot, findSlotTime, releasedDays, type SlotTime } from '@one-window/shared/booking/slots'
import { instantAt } from '@one-window/shared/foundation/time'
import { findHall } from '@one-window/shared/halls/halls'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listWholeDay } from './booking-lists-store'
import type { StoredBooking } from './booking-store'
import { cancelByHall } from './cancel-by-hall'
import { decided, isRepeat } from './decided'
import { presentHit } from './present-booking'
import { findCounter, saveCapacity } from './slot-store'

const USUAL_REASON = '窗口人手有变，名额减少'

/** The places are cut first, so that nobody new gets in; then those who booked last are told and freed. */
export default implement(setSlotCapacity, async (input, context) => {
  const { caller, now, request, replayed } = context
  const { slotId, capacity, confirm = false, reason = USUAL_REASON } = input
  const time = findSlotTime(slotId)
  const hall = time && findHall(time.hallId)
  if (!time || !hall || !caller.hallIds.includes(time.hallId)) throw new Problem('not-found')
  if (instantAt(time.date, time.start) <= now) throw new Problem('slot-past')
  await decided(async () => {
    const seen = await findCounter(time)
    if (isRepeat(seen?.requests, request)) {
      replayed()
      return true
    }
    const over = (seen?.booked ?? 0) - capacity
    if (over > 0 && !confirm) {
      const hit = (await lastBooked(time)).slice(0, over).map(presentHit)
      throw new Problem('capacity-below-booked', { hit })
    }
    if (await saveCapacity(time, seen, capacity, { hitting: confirm }, context)) return true
    if ((await findCounter(time))?.capacity !== seen?.capacity) throw new Problem('changed-meanwhile')
    return undefined
  })
  const cancelled = (await slotDay(time)).filter((booking) => request.id in booking.requests)
  // one who left or came meanwhile is passed over; the next may still be one too many
  for (const booking of confirm ? await lastBooked(time) : []) {
    const taken = await cancelByHall(booking, { reason, above: capacity, request }, context)
    if (taken) cancelled.push(taken)
  }
  const slot = aSlot(time, await findCounter(time), hall, releasedDays(hall, now).at(-1), now)
  return { slot, cancelled: cancelled.map(presentHit) }
})

const slotDay = async (time: SlotTime): Promise<StoredBooking[]> =>
  (await listWholeDay(time.hallId, time.date)).filter(({ slotId }) => slotId === time.slotId)

/** Those who may lose their place, who booked last first. */
const lastBooked = async (time: SlotTime): Promise<StoredBooking[]> =>
  (await slotDay(time))
    .filter(({ status }) => bookingLifecycle['cancel-by-hall'].from.includes(status))
    .sort((one, other) => other.bookedAt.localeCompare(one.bookedAt))
