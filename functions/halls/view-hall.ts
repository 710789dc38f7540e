import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { findHall } from '@one-window/shared/halls/halls'
import { OPENING_LOOK_DAYS, openingAt } from '@one-window/shared/halls/opening'
import { countWaiting, findClosures } from '../booking/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'

const CLOSURES_SHOWN_DAYS = 14

export default implement(viewHall, async ({ hallId }, { now }) => {
  const hall = findHall(hallId)
  if (!hall) throw new Problem('not-found')
  const today = chinaDay(now)
  const [closures, waiting] = await Promise.all([
    findClosures(hallId, today, addDays(today, OPENING_LOOK_DAYS)),
    countWaiting(hallId, today),
  ])
  const lastShown = addDays(today, CLOSURES_SHOWN_DAYS)
  return {
    ...hall,
    now: { ...openingAt(hall, closures, now), waiting },
    closures: [...closures].filter(([date]) => date <= lastShown).map(([date, reason]) => ({ date, reason })),
  }
})
