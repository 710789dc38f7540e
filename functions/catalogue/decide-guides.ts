import { decideGuides } from '@one-window/shared/catalogue/endpoints'
import { beginsOn } from '@one-window/shared/catalogue/guide-version'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { checkReady, ownHall } from './guides'
import { approvedHere, catalogueOf } from './hall-catalogue'
import { moveGuides } from './move-guides'

/** The rules are asked once more: what was approved meanwhile may have taken the code. */
export default implement(decideGuides, async ({ hallId, guides, agree, reason }, context) => {
  const { caller, now } = context
  ownHall(hallId, caller)
  if (!agree && !reason)
    throw new Problem('bad-input', { errors: [{ pointer: '/reason', message: '请写退回的原因' }] })
  const decided = { approver: caller.personId, decidedAt: now.toISOString() }
  const count = await moveGuides(
    hallId,
    guides,
    agree ? 'agree' : 'return',
    async (seen, place) => {
      if (seen.author === caller.personId) throw new Problem('second-person-needed')
      if (!agree) return { returned: reason }
      checkReady(seen, await catalogueOf(hallId, now), now, `/guides/${place}`)
      approvedHere(hallId)
      return { ...decided, effectiveFrom: beginsOn(seen.effectiveFrom, chinaDay(now)) }
    },
    context,
    reason,
  )
  if (agree) approvedHere(hallId)
  return { decided: count }
})
