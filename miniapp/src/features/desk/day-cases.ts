import type { AuditRow } from '@one-window/shared/audit/deed'
import type { Case, CaseEvent } from '@one-window/shared/cases/case'
import { chinaClock, chinaDay, type Day } from '@one-window/shared/foundation/time'
import { eventWords } from '../cases/event-words'

const CASE = 'case:'

/** The cases that the rows of a day touched, each once, in the order they were first touched. */
export const casesTouched = (rows: readonly Pick<AuditRow, 'object'>[]): string[] => [
  ...new Set(
    rows.filter(({ object }) => object.startsWith(CASE)).map(({ object }) => object.slice(CASE.length)),
  ),
]

const eventsOf = ({ events }: Pick<Case, 'events'>, day: Day): CaseEvent[] =>
  events.filter(({ at }) => chinaDay(new Date(at)) === day)

/** 9:20收件，9:21受理: what became of a case on a day. */
export const dayWordsOf = (told: Pick<Case, 'events'>, day: Day): string =>
  eventsOf(told, day)
    .map(({ action, at }) => `${chinaClock(new Date(at)).replace(/^0/, '')}${eventWords[action]}`)
    .join('，')

export interface DaySheet {
  /** Taken in at the window that day. */
  received: Case[]
  /** Handed out that day. */
  issued: Case[]
  /** Anything else that was done that day to a case of an earlier one. */
  moved: Case[]
}

/** The cases of a day as the hand-over sheet groups them; a case taken in and handed out stands in both. */
export const daySheet = (cases: readonly Case[], day: Day): DaySheet => {
  const did = (told: Case, action: CaseEvent['action']) =>
    eventsOf(told, day).some((event) => event.action === action)
  return {
    received: cases.filter((told) => did(told, 'receive')),
    issued: cases.filter((told) => did(told, 'issue')),
    moved: cases.filter(
      (told) => eventsOf(told, day).length > 0 && !did(told, 'receive') && !did(told, 'issue'),
    ),
  }
}
