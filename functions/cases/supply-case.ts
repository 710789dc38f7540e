import { supplyCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { moveCase } from './case-move-store'
import { arrived } from './arrived'
import { showCase } from './show-case'

export default implement(supplyCase, async ({ caseId, materialIds, sent }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'supply', (kept) => ({
      action: 'supply',
      status: kept.status,
      ...arrived(kept, materialIds, ['missing'], sent),
    })),
  ),
)
