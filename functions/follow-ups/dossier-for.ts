import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { foundFor } from './found-for'
import type { KeptFollowUp } from './follow-up-store'

/** A follow-up that was handed over; the inspector reads no other. */
export async function dossierFor(followUpId: string, context: Context): Promise<KeptFollowUp> {
  const found = await foundFor(followUpId, context)
  if (!found.transfer) throw new Problem('not-found')
  return found
}
