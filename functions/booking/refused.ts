import type { Decision } from '@one-window/shared/booking/may-book'
import { nextFree, releasedDays, type SlotTime } from '@one-window/shared/booking/slots'
import type { Hall } from '@one-window/shared/halls/hall'
import { Problem } from '../platform/problem'
import { recentHallDays } from './slot-store'

/** The refusal of a place, with the next free slot where another slot would do. */
export async function refused(
  decision: Exclude<Decision, { refusal: undefined }>,
  wanted: SlotTime,
  hall: Hall,
  now: Date,
): Promise<Problem> {
  if (!decision.offer) return new Problem(decision.refusal, decision.until ? { until: decision.until } : {})
  const released = releasedDays(hall, now)
  const [first, last] = [released[0], released.at(-1)]
  if (!first || !last) return new Problem(decision.refusal)
  const days = await recentHallDays(hall.hallId, first, last)
  const offered = nextFree(hall, days, wanted, decision.notOn, now)
  return new Problem(decision.refusal, offered ? { nextFree: offered } : {})
}
