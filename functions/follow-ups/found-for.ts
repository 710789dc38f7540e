import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findFollowUpFor, type KeptFollowUp } from './follow-up-store'

/** The follow-up a caller of its hall acts on; to everybody else, and to whom it concerns, it is not there. */
export async function foundFor(followUpId: string, { caller }: Context): Promise<KeptFollowUp> {
  const found = await findFollowUpFor(followUpId, caller)
  if (!found) throw new Problem('not-found')
  return found
}
