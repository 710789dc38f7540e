import { useCallback, useEffect, useRef, useState } from 'react'
import { listAudit } from '@one-window/shared/audit/endpoints'
import type { AuditRow } from '@one-window/shared/audit/deed'
import { viewCase } from '@one-window/shared/cases/endpoints'
import type { Case } from '@one-window/shared/cases/case'
import type { Day } from '@one-window/shared/foundation/time'
import { call } from '@/gateways/api'
import { troubleOf } from '@/gateways/refusal'
import type { Loading } from '../foundation/use-load'
import { casesTouched, daySheet, type DaySheet } from './day-cases'

/** More rows than a hall of two windows makes in a day. */
const MOST_PAGES = 40
const AT_ONCE = 6

const rowsOf = async (hallId: string, date: Day): Promise<AuditRow[]> => {
  const rows: AuditRow[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call(listAudit, { hallId, date, cursor })
    rows.push(...answer.rows)
    cursor = answer.cursor
    if (!cursor) break
  }
  return rows
}

const casesOf = async (caseIds: readonly string[]): Promise<Case[]> => {
  const cases: Case[] = []
  for (let at = 0; at < caseIds.length; at += AT_ONCE) {
    const some = caseIds.slice(at, at + AT_ONCE).map((caseId) => call(viewCase, { caseId }))
    cases.push(...(await Promise.all(some)))
  }
  return cases
}

/** The cases that the record says were touched at a hall on a day, as they stand now. */
export function useDaySheet(hallId: string, day: Day): Loading<DaySheet> {
  const [loaded, setLoaded] = useState<Exclude<Loading<DaySheet>, { state: 'stale' }>>()
  const turn = useRef(0)
  const reload = useCallback(() => {
    const mine = (turn.current += 1)
    const show = (next: Parameters<typeof setLoaded>[0]) => {
      if (mine === turn.current) setLoaded(next)
    }
    show(undefined)
    rowsOf(hallId, day)
      .then((rows) => casesOf(casesTouched(rows)))
      .then(
        (cases) => show({ state: 'ready', value: daySheet(cases, day), reload }),
        (thrown: unknown) => show({ state: 'failed', trouble: troubleOf(thrown), reload }),
      )
  }, [hallId, day])
  useEffect(() => {
    reload()
    return () => {
      turn.current += 1
    }
  }, [reload])
  return loaded ?? { state: 'loading', reload }
}
