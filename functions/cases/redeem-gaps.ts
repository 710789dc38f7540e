import { redeemGaps } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { arrived } from './arrived'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(redeemGaps, async ({ caseId, materialIds, sent }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'redeem', (kept) => ({
      action: 'redeem',
      status: kept.status,
      ...arrived(kept, materialIds, ['deferred'], sent),
    })),
  ),
)
