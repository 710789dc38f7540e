import type { Next } from '@one-window/shared/cases/next'
import type { CaseChanges, Move } from './move'
import type { KeptCase } from './kept-case'
import { dropped } from './withdrawal'

/** A case on its way to the next step, or to its result, with what was decided. */
export function goesOn(
  kept: KeptCase,
  { status, step }: Next,
  now: Date,
  outcome?: KeptCase['outcome'],
): Pick<Move, 'status' | 'changes' | 'ask' | 'uninvites'> {
  const isDone = status === 'concluded' || status === 'coming-back'
  const changes: CaseChanges = {
    step,
    holder: isDone ? null : kept.route.steps[step]!.actor,
    since: now.toISOString(),
    urged: null,
    ...(outcome && { outcome }),
    // a day still waited for is no longer set on a finished case
    ...(isDone && { promisedDayPending: null }),
  }
  return { status, changes, ...(isDone ? dropped(kept) : {}) }
}
