import { daySheet, type SheetCase } from '@one-window/shared/hand-overs/day-sheet'
import type { DaySheet } from '@one-window/shared/hand-overs/hand-over'
import type { Day } from '@one-window/shared/foundation/time'
import { objectsOfDay } from '../audit/public'
import { readCase, type KeptCase } from '../cases/public'

const AT_ONCE = 8

const sheetCase = (kept: KeptCase): SheetCase => {
  const first = kept.route.steps[0]!
  return {
    ...kept,
    applicantName: kept.applicant.name,
    firstActor: first.actor,
    leavesTownship: first.kind === 'outside',
  }
}

/** The sheet of a hall's day from the cases that the record of the day names. */
export async function sheetOf(hallId: string, date: Day): Promise<Omit<DaySheet, 'sealed'>> {
  const caseIds = (await objectsOfDay(hallId, date)).flatMap((object) =>
    object.startsWith('case:') ? [object.slice('case:'.length)] : [],
  )
  const cases: SheetCase[] = []
  for (let at = 0; at < caseIds.length; at += AT_ONCE) {
    const some = await Promise.all(caseIds.slice(at, at + AT_ONCE).map((caseId) => readCase(caseId)))
    cases.push(...some.flatMap((kept) => (kept && kept.hallId === hallId ? [sheetCase(kept)] : [])))
  }
  return daySheet(date, cases)
}
