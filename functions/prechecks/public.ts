/** What other capabilities may ask of pre-checks. */
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import type { Caller } from '@one-window/shared/identity/identity'
import { precheckLifecycle } from '@one-window/shared/prechecks/lifecycle'
import { attachWrite } from '../files/public'
import type { Write } from '../platform/dynamo'
import { listPrechecksOf } from './precheck-lists-store'
import { findPrecheck, precheckWrite, type KeptPrecheck } from './precheck-store'

export { forgetPrechecksOf, listEveryPrecheckOf } from './forget-prechecks'
export type { KeptPrecheck }

const mayBeUsed = ({ status }: Pick<KeptPrecheck, 'status'>): boolean =>
  actionsFrom(precheckLifecycle, status).includes('use')

/** What somebody sent ahead to a hall for a service, newest first, that no case has yet; undefined for nothing. */
export async function findSentAhead(
  caller: Caller,
  { ownerId, hallId, serviceId }: Pick<KeptPrecheck, 'ownerId' | 'hallId' | 'serviceId'>,
  now: Date,
): Promise<KeptPrecheck | undefined> {
  const { prechecks } = await listPrechecksOf(ownerId)
  const sent = prechecks.find((one) => one.hallId === hallId && one.serviceId === serviceId && mayBeUsed(one))
  const found = sent && (await findPrecheck(sent.precheckId, caller, now))
  return found && mayBeUsed(found) ? found : undefined
}

/** The photos of a pre-check that its case gets. */
export const filesToHandOver = ({ sent, attached }: KeptPrecheck): { fileId: string; materialId: string }[] =>
  Object.entries(sent).flatMap(([materialId, { files }]) =>
    files.filter((fileId) => attached.includes(fileId)).map((fileId) => ({ fileId, materialId })),
  )

/**
 * The writes that hand what was sent ahead over to a case, for the transaction that receives it: at most 11. They fail
 * when the pre-check has moved on since it was read, or was used or taken back.
 */
export function handOverWrites(precheck: KeptPrecheck, caseId: string): Write[] {
  const { precheckId, hallId } = precheck
  const to = { of: `case:${caseId}`, from: `precheck:${precheckId}` }
  return [
    precheckWrite(precheck, { caseId, waitsAt: null }, { action: 'use' }),
    ...filesToHandOver(precheck).map(({ fileId, materialId }) =>
      attachWrite({ fileId, hallId }, { ...to, materialId }),
    ),
  ]
}
