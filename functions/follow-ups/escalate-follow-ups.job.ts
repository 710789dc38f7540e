import { runningDeadline } from '@one-window/shared/follow-ups/deadlines'
import { rungsDue } from '@one-window/shared/follow-ups/escalation'
import type { Rung } from '@one-window/shared/follow-ups/settings'
import { holdersOf, type Member } from '@one-window/shared/follow-ups/who-acts'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { remind } from './escalation-store'
import { listFollowUpsAt } from './follow-up-store'
import { membersOf } from './hall-members'

/** Reminds whoever must know of what is late, each level once; answers how many reminders it wrote. */
export async function escalateFollowUps(now: Date): Promise<number> {
  const today = chinaDay(now)
  const by = bySystem('escalate-follow-ups', now)
  let reminded = 0
  for (const { hallId } of halls) {
    let members: Member[] | undefined
    let cursor: string | undefined
    do {
      const page = await listFollowUpsAt(hallId, 'open', cursor)
      for (const followUp of page.followUps) {
        const due = runningDeadline(followUp).day
        if (due === undefined || today < due) continue
        members ??= await membersOf(hallId)
        const at = members
        const rungs = rungsDue(publishedCalendar, {
          due,
          today,
          done: new Set(Object.keys(followUp.escalated) as Rung['level'][]),
          holders: (level) => holdersOf(at, level, hallId, today),
        })
        for (const rung of rungs) if (await remind(followUp, rung, by)) reminded += 1
      }
      cursor = page.cursor
    } while (cursor !== undefined)
  }
  if (reminded > 0) log.info('late follow-ups were reminded of', { reminded })
  return reminded
}

/** Runs every morning and noon; each level of each follow-up is reminded once, however often it runs. */
export const handler = withKeys(async (): Promise<void> => {
  await escalateFollowUps(new Date())
}, ['index'])
