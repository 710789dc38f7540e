/** Whether somebody may do a step of a case now, and if not, why not: screens show by it, endpoints refuse by it. */
import type { Caller } from '../identity/identity'
import type { ProblemCode } from '../foundation/problems'
import type { Day } from '../foundation/time'
import { mayActAfter } from '../staff/separation'
import { officeKey } from '../staff/post'
import type { Ask, CaseEvent, CheckedMaterial } from './case'
import { caseLifecycle, CaseAction, mayFollow, type CaseStatus } from './lifecycle'
import type { CaseRoute, CaseRouteStep } from './route'

/** What the rule needs of a case. */
export interface ActedCase {
  readonly status: CaseStatus
  readonly hallId: string
  readonly route: CaseRoute
  /** The place of the present step in the route; absent before acceptance. */
  readonly step?: number | undefined
  /** Who accepted it; opaque. */
  readonly acceptedBy?: string | undefined
  readonly events: readonly Pick<CaseEvent, 'action' | 'facts'>[]
  readonly materials: readonly CheckedMaterial[]
  readonly ask?: Pick<Ask, 'of'> | undefined
  /** Offices of the hall invited to a meeting that have not given their opinion. */
  readonly invited: readonly string[]
}

export type Actor = Pick<Caller, 'role' | 'personId' | 'offices'>

export type WhyNot = Extract<
  ProblemCode,
  | 'not-allowed'
  | 'wrong-status'
  | 'not-your-step'
  | 'accepted-by-you'
  | 'supplement-once'
  | 'returned-once'
  | 'ask-pending'
  | 'extension-used'
  | 'nothing-asked'
  | 'nothing-owed'
  | 'not-invited'
>

const presentStep = ({ route, step }: ActedCase): CaseRouteStep | undefined =>
  step === undefined ? undefined : route.steps[step]

/** True when the step is the actor's to do: their office's, their leader's, or the director's. */
export function isTheirStep(
  { route, hallId }: Pick<ActedCase, 'route' | 'hallId'>,
  step: CaseRouteStep,
  { role, offices }: Actor,
): boolean {
  switch (step.kind) {
    case 'office':
      return role === 'approver' && offices.includes(officeKey(hallId, step.officeId ?? ''))
    case 'leader':
      return role === 'leader' && isInCharge({ route, hallId }, offices)
    case 'director':
      return role === 'director'
    case 'outside':
      return false
  }
}

/** A leader in charge of some offices has the cases that pass through them, and those that pass through none. */
export const isInCharge = (
  { route, hallId }: Pick<ActedCase, 'route' | 'hallId'>,
  offices: readonly string[],
): boolean => {
  const through = route.steps.flatMap(({ officeId }) => (officeId ? [officeKey(hallId, officeId)] : []))
  return offices.length === 0 || through.length === 0 || through.some((one) => offices.includes(one))
}

const has = ({ events }: ActedCase, action: CaseAction): boolean =>
  events.some((event) => event.action === action)

/** The offices of the actor that are invited to the open meeting. */
const invitedAs = ({ invited, hallId }: ActedCase, { offices }: Actor): string[] =>
  invited.filter((officeId) => offices.includes(officeKey(hallId, officeId)))

/** The office whose opinion the actor would give. */
export const invitedOffice = (kase: ActedCase, actor: Actor): string | undefined => invitedAs(kase, actor)[0]

/** A meeting was called and its minutes are not there yet. */
export const isMeetingOpen = ({ events }: Pick<ActedCase, 'events'>): boolean => {
  const last = [...events]
    .reverse()
    .find(({ action }) => action === 'call-meeting' || action === 'record-meeting')
  return last?.action === 'call-meeting'
}

/** Reasons that lie in the case as it stands, beyond its status and who asks. */
function standsAgainst(kase: ActedCase, action: CaseAction, actor: Actor): WhyNot | undefined {
  const step = presentStep(kase)
  switch (action) {
    case 'pass':
    case 'approve':
    case 'refuse':
    case 'return':
    case 'visit': {
      if (!step || !isTheirStep(kase, step, actor)) return 'not-your-step'
      const done = kase.acceptedBy ? [{ act: 'accept' as const, by: kase.acceptedBy }] : []
      if (!mayActAfter(done, 'approve', actor.personId)) return 'accepted-by-you'
      if (action === 'pass' || action === 'approve')
        return (action === 'approve') === (kase.step === kase.route.decidedAt) ? undefined : 'not-your-step'
      if (action === 'refuse') return kase.step === kase.route.decidedAt ? undefined : 'not-your-step'
      return action === 'return' &&
        kase.events.some((one) => one.action === 'return' && one.facts?.step === step.name)
        ? 'returned-once'
        : undefined
    }
    case 'ask-pause':
      return kase.ask ? 'ask-pending' : asksForThis(kase, step, actor)
    case 'ask-extension':
      return kase.ask
        ? 'ask-pending'
        : has(kase, 'extend')
          ? 'extension-used'
          : asksForThis(kase, step, actor)
    case 'pause':
      return kase.ask?.of === 'pause' ? undefined : 'nothing-asked'
    case 'extend':
      return kase.ask?.of === 'extension' ? undefined : 'nothing-asked'
    case 'deny':
      return kase.ask ? undefined : 'nothing-asked'
    case 'resume':
      return asksForThis(kase, step, actor)
    case 'call-meeting':
      return isMeetingOpen(kase) ? 'ask-pending' : undefined
    case 'record-meeting':
      return isMeetingOpen(kase) ? undefined : 'nothing-asked'
    case 'give-opinion':
      return invitedAs(kase, actor).length > 0 ? undefined : 'not-invited'
    case 'archive':
      return has(kase, 'archive') ? 'wrong-status' : undefined
    case 'redeem':
      return kase.materials.some(({ state }) => state === 'deferred') ? undefined : 'nothing-owed'
    default:
      return undefined
  }
}

/** The window and the director for any step, an office or leader for their own. */
const asksForThis = (
  kase: ActedCase,
  step: CaseRouteStep | undefined,
  actor: Actor,
): 'not-your-step' | undefined =>
  actor.role === 'window-staff' || actor.role === 'director' || (step && isTheirStep(kase, step, actor))
    ? undefined
    : 'not-your-step'

/** Why an actor may not do a step of a case as it stands; undefined when they may. */
export function whyNot(kase: ActedCase, action: CaseAction, actor: Actor): WhyNot | undefined {
  if (!caseLifecycle[action].by.includes(actor.role)) return 'not-allowed'
  // what is missing is told once: that says more than where the case stands
  if (action === 'supplement' && kase.status === 'supplementing') return 'supplement-once'
  if (!mayFollow(action, kase.status)) return 'wrong-status'
  return standsAgainst(kase, action, actor)
}

/** Everything an actor may do to a case now. */
export const actionsNow = (kase: ActedCase, actor: Actor): CaseAction[] =>
  CaseAction.options.filter((action) => whyNot(kase, action, actor) === undefined)

/** True while a promised material (容缺) has not come by its day. */
export const isPromiseBroken = (
  kase: Pick<ActedCase, 'materials'>,
  until: Day | undefined,
  today: Day,
): boolean => until !== undefined && until < today && kase.materials.some(({ state }) => state === 'deferred')
