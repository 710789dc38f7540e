import type { Case } from '@one-window/shared/cases/case'
import type { CaseAction } from '@one-window/shared/cases/lifecycle'
import { missingRequired } from '@one-window/shared/cases/materials'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import type { CaseAct } from './act'
import * as inOffice from './office-acts'
import * as atWindow from './window-acts'
import * as taking from './acceptance-acts'

/** What still has to come before a case can be accepted: what everybody must bring, and what was asked for. */
export const owed = ({
  materials,
  supplement,
}: Pick<Case, 'materials' | 'supplement'>): Case['materials'] => {
  const asked = supplement?.lacks.map(({ materialId }) => materialId) ?? []
  const must = missingRequired(materials)
  return materials.filter(
    (line) => must.includes(line) || (line.state === 'missing' && asked.includes(line.materialId)),
  )
}

/** The lines of a list that may follow after acceptance (容缺). */
export const deferrable = <Line extends { materialId: string }>(
  lines: readonly Line[],
  service: Pick<Service, 'materials'> | undefined,
): Line[] =>
  lines.filter(({ materialId }) =>
    service?.materials.some((one) => one.materialId === materialId && one.deferrable === true),
  )

/** Accepting, and the ways beside it, of what was taken in and waits for the windows. */
function beforeAcceptance(told: Case, service: Service | undefined): CaseAct[] {
  const lacking = owed(told)
  const lines = told.materials.map((line) => ({ ...line, missing: lacking.includes(line) }))
  const mayFollow = deferrable(lacking, service)
  const supplement = taking.supplementAct(lines, service)
  const supply = taking.supplyAct(told.materials.filter(({ state }) => state === 'missing'))
  return [
    ...(lacking.length === 0
      ? [taking.acceptAct, supplement]
      : told.status === 'received'
        ? [supplement, supply]
        : [supply]),
    ...(lacking.length > 0 && mayFollow.length === lacking.length
      ? [taking.gapsAct(mayFollow, undefined)]
      : []),
    taking.declineAct('', service?.legalBasis[0]),
    taking.informAct,
    ...(lacking.length === 0 ? [taking.correctedAct] : []),
  ]
}

/** The ways to hand over a result, the likeliest first. */
function handingOver({ status, handOver, outcome }: Case): CaseAct[] {
  const self = atWindow.handAct('self', '出件，交给本人')
  if (status === 'posted') return [atWindow.handAct('post', '快递送到了'), self, atWindow.proxyAct]
  const itself = atWindow.handAct('by-itself', '直接给到了')
  return [
    ...(handOver === 'by-itself' && outcome !== 'refused' ? [itself] : []),
    self,
    atWindow.proxyAct,
    atWindow.postAct,
  ]
}

/** The county's post: its number first, and once that is known the signing. */
const comingBack = ({ events }: Case): CaseAct[] =>
  events.some(({ action }) => action === 'note-post')
    ? [atWindow.signForAct, atWindow.notePostAct]
    : [atWindow.notePostAct, atWindow.signForAct]

/** Who decides, decides: what the windows do is done at the desk. */
const notInOffice: readonly CaseAction[] = ['urge', 'redeem', 'withdraw', 'terminate', 'forward', 'issue']

/**
 * Everything that may be done to a case now, the next thing first: what the service lists in `actions`, in the order in
 * which it is usually wanted.
 */
export function actsOf(
  told: Case,
  { service, today, inOffice: office }: { service: Service | undefined; today: Day; inOffice: boolean },
): CaseAct[] {
  const { ask, actions, materials } = told
  const agreeing = actions.find(inOffice.isAgreeing)
  const words = inOffice.agreeWords(told.route)
  const decided = told.route.findIndex(({ decides }) => decides)
  const now = told.route.findIndex(({ state }) => state === 'now')
  const usual: CaseAct[] = [
    ...(ask
      ? [inOffice.grantAct(ask.of === 'pause' ? 'pause' : 'extend', ask.workingDays), inOffice.denyAct]
      : []),
    ...(agreeing ? [inOffice.agreeAct(agreeing, words)] : []),
    inOffice.opinionAct,
    ...beforeAcceptance(told, service),
    atWindow.forwardAct,
    inOffice.resumeAct,
    atWindow.countyAct(today),
    ...comingBack(told),
    ...handingOver(told),
    inOffice.returnAct,
    inOffice.refuseAct,
    ...(agreeing ? [inOffice.agreeWithWordsAct(agreeing, words)] : []),
    ...(now < decided ? [inOffice.disagreeAct] : []),
    inOffice.visitAct(today),
    ...(agreeing ? [] : [atWindow.urgeAct]),
    taking.redeemAct(materials.filter(({ state }) => state === 'deferred')),
    inOffice.askPauseAct,
    inOffice.askExtensionAct,
    inOffice.callMeetingAct(today),
    inOffice.minutesAct,
    atWindow.withdrawAct,
    atWindow.terminateAct(told),
  ]
  return usual.filter(({ action }) => actions.includes(action) && !(office && notInOffice.includes(action)))
}
