import { handOverDay } from '@one-window/shared/hand-overs/endpoints'
import type { DaySheet } from '@one-window/shared/hand-overs/hand-over'
import { roleWords } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import { fingerprint } from '../platform/crypto'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findHandOver, saveHandOver } from './hand-over-store'
import { sheetOf } from './sheet-of'

export default implement(handOverDay, async ({ hallId, date, seals, reasons }, context) => {
  const { caller, now, request, replayed } = context
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  if (date > chinaDay(now))
    throw new Problem('bad-input', {
      errors: [{ pointer: '/date', message: '这一天还没到，请选今天或以前' }],
    })
  const standing = async (): Promise<DaySheet | undefined> => {
    const before = await findHandOver(hallId, date)
    if (!before) return undefined
    if (before.request.id !== request.id) throw new Problem('day-handed-over')
    if (before.request.body !== request.body) throw new Problem('idempotency-key-reused')
    replayed()
    return before.sheet
  }
  const before = await standing()
  if (before) return before
  const sheet = await sheetOf(hallId, date)
  const hasReason = ({ caseId, kind }: DaySheet['open'][number]): boolean =>
    reasons.some((one) => one.caseId === caseId && one.kind === kind)
  const open = sheet.open.filter((thing) => !hasReason(thing))
  if (open.length > 0) throw new Problem('day-has-open-things', { open })
  const sealed: DaySheet = {
    ...sheet,
    sealed: {
      at: now.toISOString(),
      by: roleWords[caller.role],
      seals,
      // a reason for what is not open says nothing
      reasons: reasons.filter(({ caseId, kind }) =>
        sheet.open.some((thing) => thing.caseId === caseId && thing.kind === kind),
      ),
      fingerprint: fingerprint([sheet, seals]),
    },
  }
  if (await saveHandOver(hallId, sealed, request, context)) return sealed
  const raced = await standing()
  if (raced) return raced
  throw new Problem('day-handed-over')
})
