/** Who may do which step of a case when: the table of its life, whose step it is, and what stands against it. */
import type { CheckedMaterial } from '@one-window/shared/cases/case'
import {
  CaseAction,
  CaseStatus,
  actionsOf,
  caseLifecycle,
  deskListOf,
} from '@one-window/shared/cases/lifecycle'
import {
  actionsNow,
  isPromiseBroken,
  whyNot,
  type ActedCase,
  type Actor,
} from '@one-window/shared/cases/may-do'
import { firstOf, nextAfter, statusOfStep } from '@one-window/shared/cases/next'
import { caseRouteOf, type CaseRoute } from '@one-window/shared/cases/route'
import type { Role } from '@one-window/shared/foundation/roles'
import { officeKey } from '@one-window/shared/staff/post'

const step = (name: string, actor: string, days = 1) => ({ name, actor, days })
const way = (...steps: ReturnType<typeof step>[]): CaseRoute =>
  caseRouteOf({ steps, handlingType: 'promised', approvalLevel: 'township' })
const OFFICE = '社会事务办公室'
const window = step('受理', '综合窗口受理员')

describe('the route of a case', () => {
  const shape = ({ steps, decidedAt, comesBack }: CaseRoute) => [
    steps.map(({ name, kind, officeId }) => [name, kind, officeId].filter(Boolean).join(' ')),
    decidedAt,
    comesBack,
  ]
  test.each<[string, CaseRoute, string[], number, boolean]>([
    ['即办件: the director', way(window, step('审批', '政务中心主任')), ['审批 director'], 0, false],
    [
      'office and leader',
      way(window, step('初审', OFFICE), step('审批', '分管领导')),
      ['初审 office social-affairs', '审批 leader'],
      1,
      false,
    ],
    [
      'county decides and posts it back',
      way(window, step('初审', OFFICE), step('审批', '县民政局'), step('邮寄', '县政务中心出件窗口')),
      ['初审 office social-affairs', '审批 outside'],
      1,
      true,
    ],
    [
      'neighbouring steps outside are one',
      way(window, step('审核', '县民政局'), step('发证', '县财政局')),
      ['审核、发证 outside'],
      0,
      false,
    ],
    [
      'an office carries out what the leader decided',
      way(window, step('审批', '分管领导'), step('制证', OFFICE)),
      ['审批 leader', '制证 office social-affairs'],
      0,
      false,
    ],
    ['an office alone decides', way(window, step('审核', OFFICE)), ['审核 office social-affairs'], 0, false],
    ['nobody beyond the window: the director', way(window), ['审批 director'], 0, false],
    [
      'nobody beyond the window, by level of the county',
      caseRouteOf({ steps: [window], handlingType: 'promised', approvalLevel: 'county' }),
      ['县里审批 outside'],
      0,
      false,
    ],
  ])('%s', (_, route, steps, decidedAt, comesBack) => {
    expect(shape(route)).toEqual([steps, decidedAt, comesBack])
  })

  const county = way(
    window,
    step('初审', OFFICE),
    step('审批', '县民政局'),
    step('邮寄', '县政务中心出件窗口'),
  )
  const township = way(window, step('初审', OFFICE), step('审批', '分管领导'))
  test.each([
    ['first of the township', firstOf(township), { status: 'in-review', step: 0 }],
    ['first outside', firstOf(way(window, step('审批', '县民政局'))), { status: 'at-county', step: 0 }],
    ['to the leader', nextAfter(township, 0), { status: 'in-review', step: 1 }],
    ['to the county', nextAfter(county, 0), { status: 'at-county', step: 1 }],
    ['to the result', nextAfter(township, 1), { status: 'concluded', step: 1 }],
    ['back from the county first', nextAfter(county, 1), { status: 'coming-back', step: 1 }],
  ])('next: %s', (_, next, expected) => {
    expect(next).toEqual(expected)
  })
  test('after a pause it goes on where it was', () => {
    expect([0, 1].map((at) => statusOfStep(county, at))).toEqual(['in-review', 'at-county'])
  })
})

const route = way(window, step('初审', OFFICE), step('审批', '分管领导'))
const actor = (role: Role, personId: string = role, offices: string[] = []): Actor => ({
  role,
  personId,
  offices,
})
const office = officeKey('yonghe', 'social-affairs')
const clerk = actor('window-staff')
const approver = actor('approver', 'a', [office])
const other = actor('approver', 'b', [officeKey('yonghe', 'forestry-station')])
const leader = actor('leader', 'l')
const director = actor('director')
const kase = (more: Partial<ActedCase> = {}): ActedCase => ({
  ...{
    status: 'in-review',
    hallId: 'yonghe',
    route,
    step: 0,
    acceptedBy: 'clerk',
    events: [],
    materials: [],
  },
  ...{ invited: [] },
  ...more,
})
const event = (action: CaseAction, name?: string) => ({ action, ...(name && { facts: { step: name } }) })
const deferred: CheckedMaterial = {
  ...{ materialId: 'm1', name: '照片', necessity: 'required', form: 'copy', copies: 1 },
  state: 'deferred',
}

// what a status allows to whom, whatever else must hold
test.each<[CaseStatus, string, CaseAction[]]>([
  ['received', 'window-staff', ['accept', 'supplement', 'decline', 'inform', 'withdraw', 'attach', 'enter']],
  ['received', 'resident', ['withdraw']],
  ['received', 'system', ['deem']],
  ['received', 'approver', ['attach']],
  ['supplementing', 'resident', ['supply', 'withdraw']],
  [
    'supplementing',
    'window-staff',
    ['accept', 'supply', 'decline', 'withdraw', 'terminate', 'attach', 'enter'],
  ],
  ['in-review', 'resident', ['withdraw']],
  ['in-review', 'leader', ['pass', 'approve', 'refuse', 'return', 'ask-pause', 'ask-extension', 'attach']],
  ['returned', 'window-staff', ['withdraw', 'terminate', 'forward', 'urge', 'redeem', 'attach', 'enter']],
  ['at-county', 'approver', ['ask-pause', 'ask-extension', 'give-opinion', 'attach']],
  ['paused', 'approver', ['resume', 'attach']],
  ['paused', 'resident', ['withdraw']],
  ['coming-back', 'window-staff', ['urge', 'note-post', 'sign-for', 'redeem', 'attach', 'enter']],
  ['concluded', 'window-staff', ['redeem', 'attach', 'enter', 'post', 'issue']],
  ['concluded', 'resident', []],
  ['posted', 'window-staff', ['redeem', 'attach', 'enter', 'issue']],
  ['issued', 'window-staff', ['enter']],
  ['issued', 'system', ['archive']],
  ['declined', 'window-staff', []],
  ['not-needed', 'system', ['archive']],
  ['withdrawn', 'window-staff', []],
  ['terminated', 'system', ['archive']],
])('%s: %s may %j', (status, role, actions) => {
  expect(actionsOf(status, role as Role)).toEqual(actions)
})

test('every status can be reached and every action leads somewhere', () => {
  const reached = new Set(Object.values(caseLifecycle).flatMap(({ to }) => [...to]))
  expect([...reached].sort()).toEqual([...CaseStatus.options].sort())
  for (const { from, to, by } of Object.values(caseLifecycle))
    expect(Math.min(from.length, to.length, by.length)).toBeGreaterThan(0)
  expect(Object.keys(deskListOf).sort()).toEqual([...CaseStatus.options].sort())
})

test.each<[string, ActedCase, CaseAction, Actor, string | undefined]>([
  ['their office, their step', kase(), 'pass', approver, undefined],
  ['another office', kase(), 'pass', other, 'not-your-step'],
  ['the leader before their turn', kase(), 'approve', leader, 'not-your-step'],
  ['the leader on theirs', kase({ step: 1 }), 'approve', leader, undefined],
  [
    'a leader of other offices',
    kase({ step: 1 }),
    'approve',
    actor('leader', 'l', ['yonghe.x']),
    'not-your-step',
  ],
  ['a leader of this office', kase({ step: 1 }), 'approve', actor('leader', 'l', [office]), undefined],
  ['the decider passes on', kase({ step: 1 }), 'pass', leader, 'not-your-step'],
  ['who passes on decides', kase(), 'approve', approver, 'not-your-step'],
  ['who passes on refuses', kase(), 'refuse', approver, 'not-your-step'],
  ['the decider refuses', kase({ step: 1 }), 'refuse', leader, undefined],
  ['who accepted it', kase({ acceptedBy: 'a' }), 'pass', approver, 'accepted-by-you'],
  ['accepted by the calendar', kase({ acceptedBy: undefined }), 'pass', approver, undefined],
  ['sent back', kase(), 'return', approver, undefined],
  [
    'sent back twice at a step',
    kase({ events: [event('return', '初审')] }),
    'return',
    approver,
    'returned-once',
  ],
  [
    'sent back once at each',
    kase({ step: 1, events: [event('return', '初审')] }),
    'return',
    leader,
    undefined,
  ],
  ['a clerk approves', kase(), 'pass', clerk, 'not-allowed'],
  ['not in review', kase({ status: 'paused' }), 'pass', approver, 'wrong-status'],
  ['told once', kase({ status: 'received', step: undefined }), 'supplement', clerk, undefined],
  [
    'told twice',
    kase({ status: 'supplementing', step: undefined, events: [event('supplement')] }),
    'supplement',
    clerk,
    'supplement-once',
  ],
  ['asked for a pause', kase(), 'ask-pause', approver, undefined],
  ['asked by another office', kase(), 'ask-pause', other, 'not-your-step'],
  ['asked by the window for any step', kase(), 'ask-pause', clerk, undefined],
  [
    'asked while something is asked',
    kase({ ask: { of: 'pause' } }),
    'ask-extension',
    approver,
    'ask-pending',
  ],
  ['more time twice', kase({ events: [event('extend')] }), 'ask-extension', approver, 'extension-used'],
  ['granted', kase({ ask: { of: 'pause' } }), 'pause', director, undefined],
  ['granted, nothing asked', kase(), 'pause', director, 'nothing-asked'],
  ['granted, something else asked', kase({ ask: { of: 'pause' } }), 'extend', director, 'nothing-asked'],
  ['denied, nothing asked', kase(), 'deny', director, 'nothing-asked'],
  ['resumed by their office', kase({ status: 'paused' }), 'resume', approver, undefined],
  ['resumed by another', kase({ status: 'paused' }), 'resume', other, 'not-your-step'],
  ['a meeting', kase(), 'call-meeting', director, undefined],
  ['a second one', kase({ events: [event('call-meeting')] }), 'call-meeting', director, 'ask-pending'],
  ['minutes of none', kase(), 'record-meeting', director, 'nothing-asked'],
  ['an opinion, invited', kase({ invited: ['forestry-station'] }), 'give-opinion', other, undefined],
  ['an opinion, not invited', kase(), 'give-opinion', other, 'not-invited'],
  ['something owed came', kase({ materials: [deferred] }), 'redeem', clerk, undefined],
  ['nothing is owed', kase(), 'redeem', clerk, 'nothing-owed'],
])('%s', (_, told, action, by, why) => {
  expect(whyNot(told, action, by)).toBe(why)
  expect(actionsNow(told, by).includes(action)).toBe(why === undefined)
})

test.each([
  ['its last day', '2026-11-24', [deferred], false],
  ['the day after', '2026-11-25', [deferred], true],
  ['it came', '2026-11-25', [{ ...deferred, state: 'received' as const }], false],
])('a promise is broken: %s', (_, today, materials, isBroken) => {
  expect(isPromiseBroken({ materials }, '2026-11-24', today)).toBe(isBroken)
  expect(isPromiseBroken({ materials }, undefined, today)).toBe(false)
})
