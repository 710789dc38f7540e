import { recordCounty } from '@one-window/shared/cases/endpoints'
import { nextAfter } from '@one-window/shared/cases/next'
import { chinaDay } from '@one-window/shared/foundation/time'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import { goesOn } from './goes-on'
import { showCase } from './show-case'

/** The county decides on the city platform; the window writes down what stands there. A refusal names reason and law. */
export default implement(recordCounty, async (said, context) => {
  const { caseId, outcome, decidedOn, document, reason, basis } = said
  const refused = outcome === 'refused'
  const errors = [
    ...(refused && !reason ? [{ pointer: '/reason', message: '请写县里不予批准的原因' }] : []),
    ...(refused && !basis ? [{ pointer: '/basis', message: '请写县里依据的规定' }] : []),
    ...(decidedOn > chinaDay(context.now)
      ? [{ pointer: '/decidedOn', message: '决定的日子不能在今天以后，请照文书填' }]
      : []),
  ]
  if (errors.length > 0) throw new Problem('bad-input', { errors })
  const recorded = await moveCase(caseId, context, 'record-county', (kept) => {
    const { route, step = 0 } = kept
    const decides = step === route.decidedAt || refused
    const next = refused
      ? ({ status: route.comesBack ? 'coming-back' : 'concluded', step } as const)
      : nextAfter(route, step)
    return {
      action: 'record-county',
      ...goesOn(kept, next, context.now, decides ? outcome : undefined),
      note: reason,
      facts: {
        step: route.steps[step]!.name,
        outcome,
        decidedOn,
        ...(document && { document }),
        ...(basis && { basis }),
      },
    }
  })
  return showCase(context.caller, recorded)
})
