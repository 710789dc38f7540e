import { publishedCalendar, type WorkingCalendar } from '@one-window/shared/foundation/calendar'
import { replacesTold } from '@one-window/shared/cases/deadline'
import { isUnderWay } from '@one-window/shared/cases/lifecycle'
import { halls } from '@one-window/shared/halls/halls'
import { bySystem } from '../platform/audit'
import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { casesUnderWay } from './case-lists-store'
import { settlePromisedDay } from './case-settle-store'
import { readCase } from './case-store'
import { promisedFor } from './promised-for'

/**
 * Sets the promised days that waited for a year of the calendar which is loaded now (到期日待定), and counts again the
 * open cases of a calendar that was changed; returns how many days were set. Running it again changes nothing.
 */
export async function settlePromisedDays(calendar: WorkingCalendar, now: Date): Promise<number> {
  let settled = 0
  for (const { hallId } of halls)
    for await (const caseId of casesUnderWay(hallId)) if (await settle(caseId, calendar, now)) settled += 1
  return settled
}

async function settle(caseId: string, calendar: WorkingCalendar, now: Date): Promise<boolean> {
  const kept = await readCase(caseId)
  if (!kept?.acceptedAt || !isUnderWay(kept.status)) return false
  const due = promisedFor({ ...kept, acceptedAt: kept.acceptedAt }, calendar)
  return (
    replacesTold(kept, due) &&
    (await settlePromisedDay(kept, due, bySystem('settle-promised-days', now))) &&
    due.promisedDay !== null
  )
}

/** Runs daily; a year is loaded by publishing it. */
export const handler = withKeys(async (): Promise<void> => {
  const settled = await settlePromisedDays(publishedCalendar, new Date())
  if (settled > 0) log.info('promised days settled', { settled })
})
