import type { StaffRole } from '../staff/post'

/** One rung of the ladder: who is told, so many working days after a deadline. */
export interface Rung {
  readonly level: Extract<StaffRole, 'supervisor' | 'director' | 'leader' | 'inspector'>
  readonly afterWorkingDays: number
}

/**
 * The parameters of a poor rating. No national figure exists; strictest common local pattern, inside Hunan's example
 * (临武: 7 natural days, complex 15). To be confirmed by the centre.
 */
export const followUpSettings = {
  contactWorkingDays: 1,
  finishWorkingDays: 5,
  complexWorkingDays: 15,
  /** Once, with the director's approval. */
  extensionWorkingDays: 5,
  /** Tries at different half days, then the person counts as not to be reached (联系不上). */
  triesOnHalfDays: 3,
  /** For the rated person from the end of the month, for the unit from the day it was asked to rectify. */
  appealWorkingDays: 3,
  /** Natural days after the answer in which the person may say that it is not solved, or rate again. */
  answerNaturalDays: 15,
  /** Who is reminded when a deadline passes, lowest first. */
  ladder: [
    { level: 'supervisor', afterWorkingDays: 0 },
    { level: 'director', afterWorkingDays: 1 },
    { level: 'leader', afterWorkingDays: 2 },
    { level: 'inspector', afterWorkingDays: 3 },
  ],
} as const satisfies Record<string, number | readonly Rung[]>
