/** The way of one case after acceptance, by its guide's own template: who has it next, who decides, what follows. */
import { routeOf, type RouteStep } from '../catalogue/route'
import type { Service } from '../catalogue/service'
import type { OfficeId } from '../halls/offices'

/** Whose hands a case is in while it is under way. */
export type HolderKind = 'office' | 'leader' | 'director' | 'outside'

/** One step after acceptance. */
export interface CaseRouteStep {
  name: string
  /** As the guide names them: 社会事务办公室, 分管领导, 县民政局. */
  actor: string
  kind: HolderKind
  officeId?: OfficeId | undefined
  /** Working days the guide gives it. */
  days: number
}

export interface CaseRoute {
  steps: CaseRouteStep[]
  /** The place of the step that decides (准予、不予); what follows only carries it out. */
  decidedAt: number
  /** The county posts the result to the hall, which signs for it before it is handed over. */
  comesBack: boolean
}

const isHeld = (step: RouteStep): step is RouteStep & { kind: HolderKind } =>
  step.kind !== 'window' && step.kind !== 'dispatch'

/** Neighbouring steps outside the township are one: the window hears of them only by what the county says at the end. */
function merged(steps: readonly CaseRouteStep[]): CaseRouteStep[] {
  const found: CaseRouteStep[] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (step.kind === 'outside' && last?.kind === 'outside')
      found[found.length - 1] = {
        ...last,
        name: `${last.name}、${step.name}`,
        actor: last.actor === step.actor ? last.actor : `${last.actor}、${step.actor}`,
        days: last.days + step.days,
      }
    else found.push(step)
  }
  return found
}

/** The route of a case accepted under a guide. A guide that names nobody beyond the window is decided by its level. */
export function caseRouteOf(service: Pick<Service, 'steps' | 'handlingType' | 'approvalLevel'>): CaseRoute {
  const whole = routeOf(service)
  const held = merged(
    whole
      .filter(isHeld)
      .map(({ name, actor, kind, officeId, days }) => ({ name, actor, kind, officeId, days })),
  )
  const steps: CaseRouteStep[] =
    held.length > 0
      ? held
      : [
          service.approvalLevel === 'county'
            ? { name: '县里审批', actor: '县里', kind: 'outside', days: 0 }
            : { name: '审批', actor: '政务中心主任', kind: 'director', days: 0 },
        ]
  const deciders = steps.flatMap(({ kind }, at) => (kind === 'office' ? [] : [at]))
  return {
    steps,
    decidedAt: deciders.at(-1) ?? steps.length - 1,
    comesBack: whole.some(({ kind }) => kind === 'dispatch'),
  }
}
