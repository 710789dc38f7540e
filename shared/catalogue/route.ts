/** The way a case of a service goes: who does which step, read from the steps (办理流程) of its guide. */
import { officeNamed } from '../halls/offices'
import type { OfficeId } from '../halls/offices'
import type { Service } from './service'

/** Who approves 即办件 (township rules 二(二)4). */
export const DIRECTOR = '政务中心主任'

/**
 * `window`: the comprehensive window. `office`: an office of the township. `leader` 分管领导, `director`
 * 政务中心主任. `outside`: the county, or anybody who is not of the township's hall. `dispatch`: the county's
 * window that posts results (县政务中心出件窗口).
 */
export type RouteKind = 'window' | 'office' | 'leader' | 'director' | 'outside' | 'dispatch'

/** One step of the way, in the order of the guide; `officeId` when an office of the township does it. */
export interface RouteStep {
  name: string
  actor: string
  kind: RouteKind
  officeId?: OfficeId
  /** Working days the guide gives it. */
  days: number
}

const kinds: readonly (readonly [RegExp, RouteKind])[] = [
  [/^县政务中心出件窗口$/, 'dispatch'],
  [/^[县市省]|^上级/, 'outside'],
  [/受理员$|^综合窗口/, 'window'],
  [/^分管领导$/, 'leader'],
  [/^政务中心主任$/, 'director'],
]

/** The kind of an actor; whom the township does not know is `outside`. */
export const kindOfActor = (actor: string): RouteKind =>
  officeNamed(actor) ? 'office' : (kinds.find(([words]) => words.test(actor))?.[1] ?? 'outside')

/** The route of a service, one step for each of its guide's steps. */
export const routeOf = ({ steps }: Pick<Service, 'steps'>): RouteStep[] =>
  steps.map(({ name, actor, days }) => {
    const office = officeNamed(actor)
    return { name, actor, kind: kindOfActor(actor), ...(office && { officeId: office.officeId }), days }
  })
