import { viewAuditState } from '@one-window/shared/audit/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { lagBeyondHead } from './waiting'

export default implement(viewAuditState, async ({ hallId }, { caller, now }) => {
  if (!caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const { head, lagSeconds } = await lagBeyondHead(hallId, now)
  return {
    length: head?.seq ?? 0,
    ...(head && { head: head.hash, sealedAt: head.sealedAt }),
    lagSeconds,
  }
})
