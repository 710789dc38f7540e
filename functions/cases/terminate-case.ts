import { terminateCase } from '@one-window/shared/cases/endpoints'
import { gapsUntil } from '@one-window/shared/cases/life-of'
import { isPromiseBroken } from '@one-window/shared/cases/may-do'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import type { KeptCase } from './kept-case'
import { showCase } from './show-case'
import { dropped, over } from './withdrawal'

type Ground = 'supplement-overdue' | 'promise-broken' | 'by-mistake'

export default implement(terminateCase, async ({ caseId, ground, reason }, context) => {
  const terminated = await moveCase(caseId, context, 'terminate', (kept) => {
    if (!isDue(kept, ground, chinaDay(context.now))) throw new Problem('not-due-yet')
    return {
      action: 'terminate',
      status: 'terminated',
      note: reason,
      facts: { ground },
      changes: over,
      ...dropped(kept),
    }
  })
  return showCase(context.caller, terminated)
})

/** True when the day is past until which was waited for. */
function isDue({ status, events, materials }: KeptCase, ground: Ground, today: Day): boolean {
  if (ground === 'by-mistake') return true
  if (ground === 'promise-broken') return isPromiseBroken({ materials }, gapsUntil(events), today)
  const until = events.find(({ action }) => action === 'supplement')?.facts?.until
  return status === 'supplementing' && until !== undefined && until < today
}
