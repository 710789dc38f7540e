import { attachFiles } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { attaching } from './attaching'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

export default implement(attachFiles, async ({ caseId, fileIds, materialId, form }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'attach', async (kept) => {
      const line = kept.materials.find((one) => one.materialId === materialId)
      if (materialId !== undefined && !line)
        throw new Problem('bad-input', {
          errors: [{ pointer: '/materialId', message: '清单里没有这样材料，请照清单选' }],
        })
      return {
        action: 'attach',
        status: kept.status,
        ...(await attaching(kept, fileIds, { materialId, form }, context)),
        ...(line && { facts: { materials: [line.name] } }),
      }
    }),
  ),
)
