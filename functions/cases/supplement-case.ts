import { supplementCase } from '@one-window/shared/cases/endpoints'
import { idErrors, withState } from '@one-window/shared/cases/materials'
import { caseSettings } from '@one-window/shared/cases/settings'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import { showCase } from './show-case'

/** Only lines of the guide may be asked for (行政许可法 art. 31), each once. */
export default implement(supplementCase, async ({ caseId, lacks }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'supplement', ({ materials }) => {
      const ids = lacks.map(({ materialId }) => materialId)
      const errors = idErrors(materials, ids, '/lacks', ['received', 'missing', 'not-needed', 'not-recorded'])
      const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
      if (twice >= 0) errors.push({ pointer: `/lacks/${twice}`, message: '这样材料写了两次，请留一个' })
      if (errors.length > 0) throw new Problem('bad-input', { errors })
      return {
        action: 'supplement',
        status: 'supplementing',
        materials: withState(materials, ids, 'missing'),
        lacks,
        facts: { until: addDays(chinaDay(context.now), caseSettings.supplementNaturalDays) },
      }
    }),
  ),
)
