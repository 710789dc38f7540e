import { addWorkingDays, type DueDay, type WorkingCalendar } from '../foundation/calendar'
import { addDays, chinaClock, chinaDay, lastDayOf, minutesOf, type Day } from '../foundation/time'
import type { FollowUpOpened, FollowUpState } from './follow-up'
import { followUpSettings } from './settings'

/** The deadlines of a follow-up opened on a day: first contact, and finished. */
export const followUpDeadlines = (
  calendar: WorkingCalendar,
  openedOn: Day,
): { contactBy: DueDay; finishBy: DueDay } => ({
  contactBy: addWorkingDays(calendar, openedOn, followUpSettings.contactWorkingDays),
  finishBy: addWorkingDays(calendar, openedOn, followUpSettings.finishWorkingDays),
})

/** What the last day is counted from: a day, and so many working days. */
export type Counting = Pick<FollowUpState, 'finishFrom' | 'complex' | 'extension' | 'openedAt'>

/** From which day, and how many working days: 5, complex 15, and 5 more when an extension was approved. */
export function finishCounting({ finishFrom, complex, extension, openedAt }: Counting): {
  from: Day
  workingDays: number
} {
  const { complexWorkingDays, finishWorkingDays, extensionWorkingDays } = followUpSettings
  return {
    from: finishFrom ?? chinaDay(new Date(openedAt)),
    workingDays:
      (complex ? complexWorkingDays : finishWorkingDays) +
      (extension === 'approved' ? extensionWorkingDays : 0),
  }
}

/** The last day of a follow-up as it stands. */
export const finishDay = (calendar: WorkingCalendar, state: Counting): DueDay => {
  const { from, workingDays } = finishCounting(state)
  return addWorkingDays(calendar, from, workingDays)
}

/** A deadline once told stands; one that waited for a year is counted as soon as the year is loaded. */
export function deadlinesNow(
  calendar: WorkingCalendar,
  told: Counting & Pick<FollowUpOpened, 'contactBy' | 'finishBy'>,
): Pick<FollowUpOpened, 'contactBy' | 'finishBy'> {
  const { contactBy, finishBy, openedAt } = told
  return {
    contactBy:
      contactBy.day === undefined
        ? followUpDeadlines(calendar, chinaDay(new Date(openedAt))).contactBy
        : contactBy,
    finishBy: finishBy.day === undefined ? finishDay(calendar, told) : finishBy,
  }
}

/** The deadline that runs now: the first contact until it was made, then the last day. Without a name there is nobody to contact. */
export const runningDeadline = ({
  status,
  anonymous,
  contactBy,
  finishBy,
}: Pick<FollowUpState, 'status' | 'anonymous' | 'contactBy' | 'finishBy'>): FollowUpOpened['contactBy'] =>
  !anonymous && (status === 'triage' || status === 'callback') ? contactBy : finishBy

/**
 * Sorts by what must be done first; what is closed by when it was. A deadline that waited for a year lies in that
 * year's first working days, before any that was counted after the year was loaded.
 */
export const dueOrder = (
  state: Pick<FollowUpState, 'status' | 'anonymous' | 'contactBy' | 'finishBy' | 'openedAt' | 'closedAt'>,
): string => {
  if (state.closedAt !== undefined) return state.closedAt
  const { day, pendingYear } = runningDeadline(state)
  return `${day ?? `${pendingYear ?? 9999}-00-00`}#${state.openedAt}`
}

const NOON = minutesOf('12:30')
/** The half day of an instant, `2026-11-24a` or `…p`: tries at the same one count once. */
export const halfDayOf = (at: Date): string =>
  `${chinaDay(at)}${minutesOf(chinaClock(at)) < NOON ? 'a' : 'p'}`

/** True once so many failed tries lie on different half days that the person counts as not to be reached (联系不上). */
export const isUnreachable = (halfDays: readonly string[]): boolean =>
  new Set(halfDays).size >= followUpSettings.triesOnHalfDays

/** The last day on which a rated person may appeal against a rating of a month (`YYYY-MM`): nobody is told of a single one. */
export const ratedAppealUntil = (calendar: WorkingCalendar, month: string): DueDay =>
  addWorkingDays(calendar, lastDayOf(month), followUpSettings.appealWorkingDays)

/** The last day on which the unit may appeal that was asked to rectify on a day. */
export const unitAppealUntil = (calendar: WorkingCalendar, askedOn: Day): DueDay =>
  addWorkingDays(calendar, askedOn, followUpSettings.appealWorkingDays)

/** The last day on which the person may answer, or rate again, what was reported back at an instant. */
export const answerUntil = (reportedAt: string): Day =>
  addDays(chinaDay(new Date(reportedAt)), followUpSettings.answerNaturalDays)
