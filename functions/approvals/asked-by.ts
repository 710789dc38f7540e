import type { Ask } from '@one-window/shared/cases/case'
import { roleWords } from '@one-window/shared/foundation/roles'
import type { KeptCase } from '../cases/public'
import type { Context } from '../platform/implement'

/** What is asked for, by whom: an office by its name, the window by its role. */
export function askedBy(
  { route, step = 0 }: KeptCase,
  { caller, now }: Context,
  ask: Pick<Ask, 'of' | 'kind' | 'workingDays' | 'reason'>,
): Ask {
  const by = caller.role === 'window-staff' ? roleWords[caller.role] : route.steps[step]!.actor
  return { ...ask, by, at: now.toISOString() }
}
