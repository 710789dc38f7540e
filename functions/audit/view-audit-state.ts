import { viewAuditState } from '@one-window/shared/audit/endpoints'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findHead, findSealed } from './chain-store'
import { rowsSince } from './row-store'

/** Rows come to the chain a little out of order: those of so long before the last link are looked at again. */
const OUT_OF_ORDER_MS = 10 * 60_000

export default implement(viewAuditState, async ({ hallId }, { caller, now }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const head = await findHead(hallId)
  const since = head ? new Date(Date.parse(head.sealedAt) - OUT_OF_ORDER_MS).toISOString() : ''
  const rows = await rowsSince(hallId, chinaDay(now), since)
  const sealed = await findSealed(rows.map(({ rowId }) => rowId))
  const oldest = rows.find(({ rowId }) => !sealed.has(rowId))
  const waited = oldest ? (now.getTime() - Date.parse(oldest.at)) / 1000 : 0
  return {
    length: head?.seq ?? 0,
    ...(head && { head: head.hash, sealedAt: head.sealedAt }),
    lagSeconds: Math.max(0, Math.round(waited)),
  }
})
