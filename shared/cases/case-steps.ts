/** The line of steps of a case: 收材料 → 受理 → 审批 → 办好 → 领结果, each with its day. */
import { chinaDay, shortDay, type Day, type Instant } from '../foundation/time'
import type { Case, CaseEvent } from './case'

export interface CaseStep {
  state: 'done' | 'now' | 'next' | 'stopped'
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

/** The steps, done ones with their day, the present one, and what follows. */
export function caseSteps(told: Case, today: Day): CaseStep[] {
  const year = Number(today.slice(0, 4))
  const on = (at: Instant): string => shortDay(chinaDay(new Date(at)), year)
  const event = (action: CaseEvent['action']) => told.events.find((one) => one.action === action)
  const done = (name: string, { at, note }: Pick<CaseEvent, 'at' | 'note'>): CaseStep => ({
    state: 'done',
    name,
    time: on(at),
    ...(note && { note }),
  })
  const received = done('收材料', { at: told.receivedAt })
  const declined = event('decline')
  if (declined) return [received, { ...done('没有受理', declined), state: 'stopped' }]
  const accepted = event('accept')
  const concluded = event('conclude')
  const issued = event('issue')
  const refused = told.outcome === 'refused'
  const due = told.promisedDay && `${shortDay(told.promisedDay, year)}前`
  const later = (name: string, now: boolean, time: string | undefined): CaseStep => ({
    state: now ? 'now' : 'next',
    name,
    ...(time && { time }),
  })
  const approval: CaseStep[] =
    told.handlingType === 'immediate'
      ? []
      : [
          concluded
            ? done('审批', { at: concluded.at })
            : later('审批', accepted !== undefined, accepted ? '正在办' : undefined),
        ]
  return [
    received,
    accepted ? done('受理', accepted) : later('受理', true, '正在看材料'),
    ...approval,
    concluded
      ? done(refused ? '没有批准' : '办好', concluded)
      : later('办好', accepted !== undefined && approval.length === 0, due),
    issued
      ? done(refused ? '窗口领决定书' : handOverNames[told.handOver], issued)
      : later(
          refused ? '窗口领决定书' : handOverNames[told.handOver],
          concluded !== undefined,
          concluded && (refused || told.handOver !== 'by-itself') ? '等您来领' : undefined,
        ),
  ]
}
