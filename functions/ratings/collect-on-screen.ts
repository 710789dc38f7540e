import { findHall } from '@one-window/shared/halls/halls'
import { collectOnScreen } from '@one-window/shared/ratings/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBareRating } from './rating-store'
import { askingOf, findScreen } from './screen-store'

export default implement(collectOnScreen, async ({ screenId, secret }, { now }) => {
  const screen = await findScreen(screenId, secret, now)
  if (!screen) throw new Problem('screen-over')
  const asking = askingOf(screen, now)
  if (!asking || (await findBareRating(asking))) return {}
  const { serviceName, contact, until } = asking
  return { asked: { serviceName, contact, until, hallName: findHall(screen.hallId ?? '')?.name ?? '' } }
})
