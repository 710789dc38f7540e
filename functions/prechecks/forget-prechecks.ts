import type { Precheck } from '@one-window/shared/prechecks/precheck'
import { dropWrite } from '../files/public'
import type { By } from '../platform/audit'
import { listPrechecksOf } from './precheck-lists-store'
import { precheckDeletion, readPrecheck, written, type KeptPrecheck } from './precheck-store'
import { filesOf, showPrecheck } from './show-precheck'

async function everyPrecheckOf(ownerId: string, now: Date): Promise<KeptPrecheck[]> {
  const found: KeptPrecheck[] = []
  let cursor: string | undefined
  do {
    const page = await listPrechecksOf(ownerId, cursor)
    for (const { precheckId } of page.prechecks) {
      const kept = await readPrecheck(precheckId, now)
      if (kept?.ownerId === ownerId) found.push(kept)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** Every pre-check of a person, whole, as only their own copy of their data has it. */
export const listEveryPrecheckOf = async (ownerId: string, by: By): Promise<Precheck[]> =>
  Promise.all(
    (await everyPrecheckOf(ownerId, by.now)).map((kept) =>
      showPrecheck(
        kept,
        { personId: ownerId, role: 'resident', hallIds: [], stationIds: [], offices: [], sessionId: '' },
        by.now,
      ),
    ),
  )

/** Deletes the pre-checks of a person with their photos; what lies in a case stays there. False when one changed meanwhile. */
export async function forgetPrechecksOf(ownerId: string, by: By): Promise<boolean> {
  for (const kept of await everyPrecheckOf(ownerId, by.now)) {
    const files = kept.status === 'used' ? [] : await filesOf(kept)
    if (!(await written([precheckDeletion(kept), ...files.map(dropWrite)], by, kept, null))) return false
  }
  return true
}
