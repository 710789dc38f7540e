import { listSlots } from '@one-window/shared/booking/endpoints'
import { aSlot, counterKey, hallDay, releasedDays, slotTimes } from '@one-window/shared/booking/slots'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { findHall } from '@one-window/shared/halls/halls'
import { findGuide } from '../catalogue/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findHallDays } from './slot-store'

const DAYS = 7

/** Any window takes any matter (无差别受理), so a service must exist but narrows nothing. */
export default implement(listSlots, async ({ hallId, serviceId, from, days = DAYS }, { now }) => {
  const hall = findHall(hallId)
  if (!hall || (serviceId !== undefined && !(await findGuide(hallId, serviceId, now))))
    throw new Problem('not-found')
  const first = from ?? chinaDay(now)
  const dates = Array.from({ length: days }, (_, ahead) => addDays(first, ahead))
  const { counters, closures } = await findHallDays(hallId, first, dates.at(-1) ?? first)
  const lastReleased = releasedDays(hall, now).at(-1)
  const offered = dates.filter((date) => ['working', 'make-up'].includes(hallDay(date, undefined).kind))
  return {
    days: dates.map((date) => hallDay(date, closures.get(date))),
    slots: offered
      .flatMap((date) => slotTimes(hall, date))
      .map((time) => aSlot(time, counters.get(counterKey(time)), hall, lastReleased, now)),
  }
})
