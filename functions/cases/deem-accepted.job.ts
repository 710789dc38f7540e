import { caseSettings } from '@one-window/shared/cases/settings'
import {
  addWorkingDays,
  publishedCalendar,
  type WorkingCalendar,
} from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { acceptance } from './accept-case'
import { receivedBefore } from './case-lists-store'
import { moveBySystem } from './case-move-store'
import type { KeptCase } from './kept-case'

/** The last day on which a case received on a day may still be told what is missing; undefined in a year not published. */
const lastDayOf = (calendar: WorkingCalendar, { receivedAt }: KeptCase): string | undefined => {
  const due = addWorkingDays(
    calendar,
    chinaDay(new Date(receivedAt)),
    caseSettings.supplementNoticeWorkingDays,
  )
  return 'day' in due ? due.day : undefined
}

/**
 * Whoever was not told in 5 working days what is missing is accepted as of the receipt (行政许可法 art. 32 (4)); returns
 * how many. Running it again changes nothing.
 */
export async function deemAccepted(calendar: WorkingCalendar, now: Date): Promise<number> {
  const today = chinaDay(now)
  let deemed = 0
  for (const { hallId } of halls)
    for await (const caseId of receivedBefore(hallId, now.toISOString())) {
      const moved = await moveBySystem(caseId, bySystem('deem-accepted', now), (kept) => {
        const last = lastDayOf(calendar, kept)
        if (kept.status !== 'received' || last === undefined || today <= last) return undefined
        return acceptance(kept, kept.receivedAt, undefined, { action: 'deem', facts: { deemed: true } })
      })
      if (moved) deemed += 1
    }
  return deemed
}

/** Runs shortly after midnight. */
export const handler = withKeys(async (): Promise<void> => {
  const deemed = await deemAccepted(publishedCalendar, new Date())
  if (deemed > 0) log.info('cases accepted because nobody said what was missing', { deemed })
})
