import { supplyMyCase } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { arrived } from './arrived'
import { attaching } from './attaching'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

/** The desk looks at it before it accepts; what is an original is seen there. */
export default implement(supplyMyCase, async ({ caseId, materialId, fileIds }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'supply', async (kept) => {
      const line = kept.materials.find((one) => one.materialId === materialId)
      const message =
        line?.state !== 'missing'
          ? '这样材料不用补了，请刷新看看'
          : line.form === 'original'
            ? '这样要交原件，请带到窗口，或者寄来'
            : undefined
      if (message || !line)
        throw new Problem('bad-input', { errors: [{ pointer: '/materialId', message: message ?? '' }] })
      return {
        action: 'supply',
        status: kept.status,
        as: '本人',
        ...arrived(kept, [materialId], ['missing'], true),
        ...(await attaching(kept, fileIds, { materialId, form: line.form, purposes: ['material'] }, context)),
      }
    }),
  ),
)
