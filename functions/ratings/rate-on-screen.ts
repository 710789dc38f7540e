import { rateOnScreen } from '@one-window/shared/ratings/endpoints'
import { findRatedCase } from '../follow-ups/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { giveRating } from './new-rating'
import { standing } from './rate-case'
import { askingOf, findScreen } from './screen-store'

/**
 * Only the screen's own secret rates, once, within its minutes; no session of anybody is looked at. Nobody is named: who
 * stands at the window has not signed in.
 */
export default implement(rateOnScreen, async ({ screenId, secret, ...tapped }, context) => {
  const { now, request } = context
  const screen = await findScreen(screenId, secret, now)
  if (!screen?.asking || !screen.hallId) throw new Problem('screen-over')
  const { caseId, contact } = screen.asking
  const given = await standing({ caseId, contact }, context)
  if (given) return { level: given.level }
  const asking = askingOf(screen, now)
  const found = asking && (await findRatedCase(caseId, screen.hallId))
  if (!asking || !found) throw new Problem('screen-over')
  const by = { ...context, caller: { personId: `screen ${screenId}`, role: 'resident' as const }, request }
  const rated = await giveRating(
    found,
    { contact, ...tapped },
    { anonymous: true, channel: 'desk-screen' },
    by,
  )
  const { level } = rated?.rating ?? (await standing({ caseId, contact }, context)) ?? {}
  if (!level) throw new Problem('already-rated')
  return { level }
})
