/** Up the ladder when a deadline passes: each rung once, past those where nobody is. */
import { workingDaysBetween, type WorkingCalendar } from '../foundation/calendar'
import type { Day } from '../foundation/time'
import { followUpSettings, type Rung } from './settings'

/**
 * The rungs to act on today that were not acted on before, lowest first. A rung that nobody stands on hands on to the
 * next at once. None while the deadline is not known, or a year between is not announced.
 */
export function rungsDue(
  calendar: WorkingCalendar,
  {
    due,
    today,
    done,
    holders,
  }: {
    due: Day | undefined
    today: Day
    /** The levels acted on before. */
    done: ReadonlySet<Rung['level']>
    holders: (level: Rung['level']) => readonly string[]
  },
): { level: Rung['level']; to: readonly string[] }[] {
  if (due === undefined || today < due) return []
  const over = workingDaysBetween(calendar, due, today)
  if (over === undefined) return []
  const found: { level: Rung['level']; to: readonly string[] }[] = []
  let handedOn = false
  for (const { level, afterWorkingDays } of followUpSettings.ladder) {
    if (over < afterWorkingDays && !handedOn) break
    if (done.has(level)) {
      handedOn = false
      continue
    }
    const to = holders(level)
    handedOn = to.length === 0
    if (!handedOn) found.push({ level, to })
  }
  return found
}
