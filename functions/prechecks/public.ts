/** What other capabilities may ask of pre-checks. */
import type { Caller } from '@one-window/shared/identity/identity'
import { attachWrite } from '../files/public'
import type { Write } from '../platform/dynamo'
import { findPrecheck, precheckWrite, type KeptPrecheck } from './precheck-store'

export { forgetPrechecksOf, listEveryPrecheckOf } from './forget-prechecks'
export type { KeptPrecheck }

/** The pre-check that a person at the desk refers to, if it was sent to a hall of the caller. */
export const findPrecheckForDesk = (caller: Caller, precheckId: string): Promise<KeptPrecheck | undefined> =>
  caller.role === 'resident' ? Promise.resolve(undefined) : findPrecheck(precheckId, caller)

/**
 * The writes that hand what was sent ahead over to a case, for the transaction that receives it: at most 11. They fail
 * when the pre-check has moved on since it was read, or was used or taken back.
 */
export function usePrecheckWrites(precheck: KeptPrecheck, caseId: string): Write[] {
  const { precheckId, hallId, sent, attached } = precheck
  const to = { of: `case:${caseId}`, from: `precheck:${precheckId}` }
  const files = Object.entries(sent).flatMap(([materialId, { files: ids }]) =>
    ids.filter((fileId) => attached.includes(fileId)).map((fileId) => ({ fileId, materialId })),
  )
  return [
    precheckWrite(precheck, { caseId, waitsAt: null }, { action: 'use' }),
    ...files.map(({ fileId, materialId }) => attachWrite({ fileId, hallId }, { ...to, materialId })),
  ]
}
