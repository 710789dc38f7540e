/** The line of steps of a case as its owner reads it: 收材料 → 受理 → the steps of the guide → 领结果, each with its day. */
import { chinaDay, shortDay, type Day, type Instant } from '../foundation/time'
import type { Case, CaseEvent } from './case'
import { isOver } from './lifecycle'
import { pauseKindWords } from './pause-words'

export interface CaseStep {
  state: 'done' | 'now' | 'next' | 'stopped' | 'paused'
  name: string
  time?: string
  note?: string
}

const handOverNames: Readonly<Record<Case['handOver'], string>> = {
  'at-once': '窗口领结果',
  'by-itself': '结果给到您',
  'post-or-window': '窗口领或寄到家',
  window: '窗口领结果',
}

/** Ends without a decision, each with the words of the line. */
const endNames: Partial<Record<CaseEvent['action'], string>> = {
  decline: '没有受理',
  inform: '这件事不用办',
  withdraw: '您撤回了',
  terminate: '退件了',
}

/** The steps, done ones with their day, the present one, and what follows. */
export function caseSteps(told: Case, today: Day): CaseStep[] {
  const year = Number(today.slice(0, 4))
  const on = (at: Instant): string => shortDay(chinaDay(new Date(at)), year)
  const found = (...actions: CaseEvent['action'][]) =>
    told.events.find(({ action }) => actions.includes(action))
  const done = (name: string, { at, note }: Pick<CaseEvent, 'at' | 'note'>): CaseStep => ({
    state: 'done',
    name,
    time: on(at),
    ...(note && { note }),
  })
  const later = (name: string, now: boolean, time?: string, note?: string): CaseStep => ({
    state: now ? 'now' : 'next',
    name,
    ...(time && { time }),
    ...(note && { note }),
  })

  const steps = [done('收材料', { at: told.receivedAt })]
  const asked = found('supplement')
  const accepted = found('accept', 'deem')
  const ended = told.events.find(({ action }) => endNames[action])
  const stop = ended && { ...done(endNames[ended.action]!, ended), state: 'stopped' as const }
  const acceptedAt = told.acceptedAt ?? accepted?.at ?? told.receivedAt
  if (asked && accepted) steps.push(done('补材料', { at: acceptedAt }))
  else if (asked && !stop)
    steps.push(later('补材料', true, told.supplement && `${shortDay(told.supplement.until, year)}前`))
  if (!accepted) return [...steps, stop ?? later('受理', !asked, asked ? undefined : '正在看材料')]
  const deemed = accepted.action === 'deem' && '没有按时告诉您缺什么，从收件那天起算'
  steps.push(done('受理', { at: acceptedAt, ...(deemed && { note: deemed }) }))
  steps.push(...routeSteps(told, on))
  if (stop) return [...steps.filter(({ state }) => state !== 'next' && state !== 'now'), stop]

  const refused = told.outcome === 'refused'
  const isDecided = ['coming-back', 'concluded', 'posted', 'issued'].includes(told.status)
  const signed = found('sign-for')
  const decided = found('refuse', 'approve', 'record-county')
  const result = refused ? '窗口领决定书' : handOverNames[told.handOver]
  if (refused && decided) steps.push({ ...done('没有批准', decided), state: 'stopped' })
  if (told.status === 'coming-back' || signed)
    steps.push(signed ? done('寄到大厅了', signed) : later('从县里寄回大厅', true, '路上'))
  const issued = found('issue')
  const posted = found('post')
  if (posted && !issued) return [...steps, later('寄给您', true, '路上')]
  if (issued) return [...steps, done(posted ? '寄到了' : result, issued)]
  const due = told.promisedDay && !isDecided && `${shortDay(told.promisedDay, year)}前`
  const waits = told.status === 'concluded' && (refused || told.handOver !== 'by-itself') ? '等您来领' : due
  return [...steps, later(result, told.status === 'concluded', waits || undefined)]
}

const PAUSE_NOTE = '这几天不算在时限里'

/** 公示，暂停计时 */
const pauseName = (facts: CaseEvent['facts']): string =>
  facts?.kind ? `${pauseKindWords[facts.kind]}，暂停计时` : '暂停计时'

/** What happened beside the steps of the guide, and when: a visit, a pause that is over, more time. */
function alongTheWay(told: Case, on: (at: Instant) => string): { at: Instant; step: CaseStep }[] {
  return told.events.flatMap(({ action, at, facts }, place): { at: Instant; step: CaseStep }[] => {
    if (action === 'visit')
      return [{ at, step: { state: 'done', name: '到现场看过了', time: on(at), note: '两位工作人员去的' } }]
    if (action === 'extend')
      return [
        { at, step: { state: 'paused', name: `时限延长${facts?.workingDays ?? ''}个工作日`, time: on(at) } },
      ]
    const end = action === 'pause' && told.events.slice(place).find((later) => later.action === 'resume')
    if (!end) return []
    const time = on(at) === on(end.at) ? on(at) : `${on(at)}–${on(end.at)}`
    return [{ at, step: { state: 'paused', name: pauseName(facts), time, note: PAUSE_NOTE } }]
  })
}

/** The steps of the guide in their order, with what happened beside them where it happened. */
function routeSteps(told: Case, on: (at: Instant) => string): CaseStep[] {
  const isRefused = told.outcome === 'refused'
  const beside = alongTheWay(told, on)
  const before = (at: Instant | undefined): CaseStep[] => {
    const count = at === undefined ? beside.length : beside.filter((each) => each.at <= at).length
    return beside.splice(0, count).map(({ step }) => step)
  }
  const steps = told.route.flatMap(({ name, state }): CaseStep[] => {
    const event = [...told.events]
      .reverse()
      .find(
        ({ action, facts }) =>
          ['pass', 'approve', 'refuse', 'record-county'].includes(action) && facts?.step === name,
      )
    if (state === 'done')
      return [...before(event?.at), { state: 'done', name, ...(event && { time: on(event.at) }) }]
    if (isRefused || isOver(told.status)) return []
    if (state === 'next') return [{ state: 'next', name }]
    const now = { state: 'now' as const, name, time: '正在办' }
    if (told.status !== 'paused') return [...before(undefined), now]
    const pause = [...told.events].reverse().find(({ action }) => action === 'pause')
    return [
      ...before(undefined),
      {
        state: 'paused',
        name: pauseName(pause?.facts),
        note: PAUSE_NOTE,
        ...(pause && { time: `${on(pause.at)}起` }),
      },
      { state: 'next', name },
    ]
  })
  return [...steps, ...before(undefined)]
}
