import { acceptCase } from '@one-window/shared/cases/endpoints'
import { mayDefer, missingRequired, withState } from '@one-window/shared/cases/materials'
import { firstOf } from '@one-window/shared/cases/next'
import { chinaDay } from '@one-window/shared/foundation/time'
import { findGuideVersion } from '../catalogue/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { moveCase } from './case-move-store'
import type { Move } from './move'
import type { KeptCase } from './kept-case'
import { promisedFor } from './promised-for'
import { showCase } from './show-case'

type Gaps = { materialIds: string[]; until: string } | undefined

/** A year whose 放假安排 is not published holds up the day only, never the acceptance. */
export default implement(acceptCase, async ({ caseId, corrected, gaps }, context) =>
  showCase(
    context.caller,
    await moveCase(caseId, context, 'accept', async (kept) => {
      await mustBeComplete(kept, gaps)
      return acceptance(kept, acceptedAt(kept, context), context.caller.personId, {
        ...(corrected && { note: corrected }),
        facts: {
          ...(corrected && { corrected: true }),
          ...(gaps && {
            materials: namesOf(kept, gaps.materialIds),
            until: mustLieWithin(kept, gaps, context),
          }),
        },
        ...(gaps && { materials: withState(kept.materials, gaps.materialIds, 'deferred') }),
      })
    }),
  ),
)

/** A case accepted as of an instant, in the hands of its route's first. */
export function acceptance(
  kept: KeptCase,
  acceptedAt: string,
  acceptedBy: string | undefined,
  more: Omit<Move, 'action' | 'status' | 'changes'> & { action?: 'accept' | 'deem' },
): Move {
  const { status, step } = firstOf(kept.route)
  return {
    action: 'accept',
    status,
    ...more,
    changes: {
      acceptedAt,
      ...(acceptedBy && { acceptedBy }),
      step,
      since: acceptedAt,
      holder: kept.route.steps[step]!.actor,
      ...promisedFor({ ...kept, acceptedAt }),
    },
  }
}

/** Now; after a supplement the day its last material came (rules: 4.3). */
const acceptedAt = (kept: KeptCase, { now }: Context): string =>
  [...kept.events].reverse().find(({ action }) => action === 'supply')?.at ?? now.toISOString()

const namesOf = ({ materials }: KeptCase, ids: readonly string[]): string[] =>
  materials.filter(({ materialId }) => ids.includes(materialId)).map(({ name }) => name)

/** Refuses while something everybody must bring is missing and may not follow. */
async function mustBeComplete(kept: KeptCase, gaps: Gaps): Promise<void> {
  const ids = gaps?.materialIds ?? []
  const unknown = ids.findIndex((id) => !kept.materials.some(({ materialId }) => materialId === id))
  if (unknown >= 0)
    throw new Problem('bad-input', {
      errors: [{ pointer: `/gaps/materialIds/${unknown}`, message: '清单里没有这样材料，请照清单选' }],
    })
  const asked = kept.events.flatMap(({ lacks = [] }) => lacks.map(({ materialId }) => materialId))
  const owed = kept.materials.filter(
    ({ materialId, state }) => state === 'missing' && asked.includes(materialId),
  )
  const missing = [...new Set([...missingRequired(kept.materials), ...owed])].filter(
    ({ materialId }) => !ids.includes(materialId),
  )
  if (missing.length > 0)
    throw new Problem('materials-missing', {
      detail: `还缺：${missing.map(({ name }) => name).join('、')}`,
      missing: missing.map(({ materialId, name }) => ({ materialId, name })),
    })
  if (ids.length === 0) return
  const guide = await findGuideVersion(kept.hallId, kept.serviceId, kept.guideVersion)
  if (!guide || !mayDefer(guide, ids)) throw new Problem('gaps-not-allowed')
}

/** Promised materials come not later than the case is to be done (rules: 4.4). */
function mustLieWithin(kept: KeptCase, { until }: NonNullable<Gaps>, { now }: Context): string {
  const today = chinaDay(now)
  const { promisedDay } = promisedFor({ ...kept, acceptedAt: now.toISOString() })
  if (until < today || (promisedDay && until > promisedDay))
    throw new Problem('bad-input', {
      errors: [{ pointer: '/gaps/until', message: '补交的日子要在今天和办结的日子之间，请改一下' }],
    })
  return until
}
