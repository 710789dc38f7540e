import type { Precheck } from '@one-window/shared/prechecks/precheck'
import {
  precheckLifecycle,
  precheckStatusWords,
  type PrecheckAction,
} from '@one-window/shared/prechecks/lifecycle'
import type { Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import {
  findPrecheck,
  isRepeated,
  precheckWrite,
  written,
  type KeptPrecheck,
  type PrecheckChanges,
} from './precheck-store'
import { showPrecheck } from './show-precheck'

const ATTEMPTS = 6

/** What is to change, and what else must hold with it. */
export interface Change {
  readonly changes: PrecheckChanges
  readonly beside?: readonly Write[]
}

/** Refuses a step that does not follow from where the pre-check stands; says where that is. */
export function wrongStatus({ status }: Pick<KeptPrecheck, 'status'>): Problem {
  return new Problem('wrong-status', { detail: `现在是：${precheckStatusWords[status]}` })
}

/**
 * Changes a pre-check of the caller as it stands, again while others change it, and answers it as it is then. The same
 * request again changes nothing.
 */
export async function changed(
  precheckId: string,
  action: PrecheckAction | undefined,
  context: Context,
  change: (precheck: KeptPrecheck) => Change | Promise<Change>,
): Promise<Precheck> {
  const { caller, now, request } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findPrecheck(precheckId, caller, now)
    if (!found) throw new Problem('not-found')
    if (isRepeated(found, context)) return showPrecheck(found, caller, now)
    if (action && !precheckLifecycle[action].from.includes(found.status)) throw wrongStatus(found)
    const { changes, beside = [] } = await change(found)
    const write = precheckWrite(found, changes, { ...(action && { action }), request })
    if (!(await written([write, ...beside], context, found, { action, ...changes }))) continue
    const present = await findPrecheck(precheckId, caller, now)
    if (!present) throw new Problem('not-found')
    return showPrecheck(present, caller, now)
  }
  throw new Problem('busy')
}
