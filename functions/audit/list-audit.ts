import { listAudit } from '@one-window/shared/audit/endpoints'
import { audited } from '../platform/audit'
import { transact } from '../platform/dynamo'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listRows } from './row-store'

/** Whoever reads the audit stands in it too. */
export default implement(listAudit, async ({ hallId, date, cursor }, context) => {
  if (!context.caller.hallIds.includes(hallId)) throw new Problem('not-found')
  const page = await listRows(hallId, date, cursor)
  await transact([], audited(context, { hallId, object: `audit:${hallId}.${date}` }))
  return page
})
