import * as z from 'zod/mini'
import type { Role } from '../foundation/roles'

/**
 * 收件 → (补正) → 审批 (退回, 暂停, 县里) → 办结 → 出件或邮寄; the other ends are 不予受理, 不需办理, 撤回 and 退件. Filing
 * (归档) changes nothing of that: it is noted in the case.
 */
export const CaseStatus = z.enum([
  'received',
  'supplementing',
  'in-review',
  'returned',
  'at-county',
  'paused',
  'coming-back',
  'concluded',
  'posted',
  'issued',
  'declined',
  'not-needed',
  'withdrawn',
  'terminated',
])
export type CaseStatus = z.infer<typeof CaseStatus>

export const CaseAction = z.enum([
  'accept',
  'deem',
  'supplement',
  'supply',
  'decline',
  'inform',
  'withdraw',
  'terminate',
  'pass',
  'approve',
  'refuse',
  'return',
  'forward',
  'ask-pause',
  'ask-extension',
  'pause',
  'extend',
  'deny',
  'resume',
  'urge',
  'visit',
  'call-meeting',
  'give-opinion',
  'record-meeting',
  'record-county',
  'note-post',
  'sign-for',
  'redeem',
  'attach',
  'enter',
  'post',
  'issue',
  'archive',
])
export type CaseAction = z.infer<typeof CaseAction>

/** Who does a step: a role of staff, the applicant, or the calendar. */
export type ActsAs = Role | 'system'

interface CaseStepRule {
  readonly from: readonly CaseStatus[]
  /** Where it may lead; the same status for what is only noted in the case. Which of several, the route decides. */
  readonly to: readonly CaseStatus[]
  readonly by: readonly ActsAs[]
}

const window = ['window-staff', 'director'] as const
const decides = ['approver', 'leader', 'director'] as const
const underWay = ['in-review', 'at-county'] as const
const accepted = ['in-review', 'returned', 'at-county', 'paused'] as const
const unfinished = [...accepted, 'coming-back', 'concluded', 'posted'] as const
const stays = <Statuses extends readonly CaseStatus[]>(statuses: Statuses, by: readonly ActsAs[]) => ({
  from: statuses,
  to: statuses,
  by,
})

/**
 * The life of a case (办件): one table. Art. 32 of 行政许可法 has five outcomes: not needed (`inform`), not ours or not
 * qualified (`decline`), corrected on the spot and complete (`accept`), incomplete (`supplement`, once).
 */
export const caseLifecycle: Readonly<Record<CaseAction, CaseStepRule>> = {
  // before acceptance: the windows
  accept: { from: ['received', 'supplementing'], to: underWay, by: window },
  deem: { from: ['received'], to: underWay, by: ['system'] },
  supplement: { from: ['received'], to: ['supplementing'], by: window },
  supply: stays(['supplementing'], ['resident', ...window]),
  decline: { from: ['received', 'supplementing'], to: ['declined'], by: window },
  inform: { from: ['received'], to: ['not-needed'], by: window },
  withdraw: {
    from: ['received', 'supplementing', ...accepted],
    to: ['withdrawn'],
    by: ['resident', ...window],
  },
  terminate: { from: ['supplementing', ...accepted], to: ['terminated'], by: window },
  // the offices, the leader, the director
  pass: { from: ['in-review'], to: [...underWay, 'concluded'], by: decides },
  approve: { from: ['in-review'], to: [...underWay, 'concluded'], by: decides },
  refuse: { from: ['in-review'], to: ['concluded'], by: decides },
  return: { from: ['in-review'], to: ['returned'], by: decides },
  forward: { from: ['returned'], to: ['in-review'], by: window },
  visit: stays(['in-review'], ['approver']),
  'call-meeting': stays(underWay, ['director']),
  'give-opinion': stays(underWay, ['approver']),
  'record-meeting': stays(underWay, ['director']),
  // the clock
  'ask-pause': stays(underWay, ['window-staff', 'approver', 'leader']),
  'ask-extension': stays(underWay, ['window-staff', 'approver', 'leader']),
  pause: { from: underWay, to: ['paused'], by: ['director'] },
  extend: stays(underWay, ['director']),
  deny: stays(underWay, ['director']),
  resume: { from: ['paused'], to: underWay, by: ['window-staff', 'approver', 'leader', 'director'] },
  urge: stays([...accepted, 'coming-back'], ['window-staff', 'director', 'supervisor']),
  // the county leg, as the window records it
  'record-county': { from: ['at-county'], to: ['coming-back', 'concluded', 'in-review'], by: window },
  'note-post': stays(['coming-back'], window),
  'sign-for': { from: ['coming-back'], to: ['concluded'], by: window },
  // what is still owed
  redeem: stays(unfinished, window),
  attach: stays(
    ['received', 'supplementing', ...unfinished],
    ['window-staff', 'approver', 'leader', 'director'],
  ),
  enter: stays(['received', 'supplementing', ...unfinished, 'issued'], window),
  // the end
  post: { from: ['concluded'], to: ['posted'], by: window },
  issue: { from: ['concluded', 'posted'], to: ['issued'], by: window },
  archive: stays(['issued', 'declined', 'not-needed', 'withdrawn', 'terminated'], ['system']),
}

/** True when an action may follow a status. */
export const mayFollow = (action: CaseAction, status: CaseStatus): boolean =>
  caseLifecycle[action].from.includes(status)

/** What a role may do to a case in a status, whatever else must hold. */
export const actionsOf = (status: CaseStatus, as: ActsAs): CaseAction[] =>
  CaseAction.options.filter((action) => mayFollow(action, status) && caseLifecycle[action].by.includes(as))

/** What staff read. */
export const caseStatusWords: Readonly<Record<CaseStatus, string>> = {
  received: '已收件',
  supplementing: '待补正',
  'in-review': '审批中',
  returned: '退回窗口',
  'at-county': '县里审批',
  paused: '暂停计时',
  'coming-back': '县里寄回途中',
  concluded: '已办结待领取',
  posted: '邮寄中',
  issued: '已送达',
  declined: '不予受理',
  'not-needed': '不需办理',
  withdrawn: '已撤回',
  terminated: '已退件',
}

/** The lists of the desk: what waits for the windows, what is with the offices, what waits for its person. */
export const DeskList = z.enum(['to-accept', 'under-way', 'to-issue', 'ended'])
export type DeskList = z.infer<typeof DeskList>

/** The list a case stands in, by its status, until it is filed. */
export const deskListOf: Readonly<Record<CaseStatus, DeskList>> = {
  received: 'to-accept',
  supplementing: 'to-accept',
  'in-review': 'under-way',
  returned: 'under-way',
  'at-county': 'under-way',
  paused: 'under-way',
  'coming-back': 'under-way',
  concluded: 'to-issue',
  posted: 'to-issue',
  issued: 'ended',
  declined: 'ended',
  'not-needed': 'ended',
  withdrawn: 'ended',
  terminated: 'ended',
}

/** Its owner waits for nothing more. */
export const isOver = (status: CaseStatus): boolean => deskListOf[status] === 'ended'

/** Accepted, and not yet decided: the clock runs, or stands paused. */
export const isUnderWay = (status: CaseStatus): boolean =>
  (accepted as readonly CaseStatus[]).includes(status)
