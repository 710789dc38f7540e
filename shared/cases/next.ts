/** Where a case goes when a step of its route is done. */
import type { CaseStatus } from './lifecycle'
import type { CaseRoute, CaseRouteStep } from './route'

export interface Next {
  status: Extract<CaseStatus, 'in-review' | 'at-county' | 'coming-back' | 'concluded'>
  /** The step it is at then; the last one when there is nothing more to do on the route. */
  step: number
}

const statusAt = ({ kind }: CaseRouteStep): 'in-review' | 'at-county' =>
  kind === 'outside' ? 'at-county' : 'in-review'

/** The first step of an accepted case. */
export const firstOf = ({ steps }: CaseRoute): Next => ({ status: statusAt(steps[0]!), step: 0 })

/** After a step: the next one, or the result; a paper of the county travels first. */
export function nextAfter({ steps, comesBack }: CaseRoute, done: number): Next {
  const next = steps[done + 1]
  if (next) return { status: statusAt(next), step: done + 1 }
  return { status: comesBack && steps[done]?.kind === 'outside' ? 'coming-back' : 'concluded', step: done }
}

/** The status a case goes back to at a step: after a pause, or forwarded again. */
export const statusOfStep = ({ steps }: CaseRoute, step: number): 'in-review' | 'at-county' =>
  statusAt(steps[step]!)
