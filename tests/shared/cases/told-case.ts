/** Cases as their owner reads them, one of each status, for tables of rules. */
import type { Case, CaseEvent, CheckedMaterial, RouteStepShown } from '@one-window/shared/cases/case'
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { tripsOf } from '@one-window/shared/cases/life-of'

/** `10-19 09:00` of 2026 in China. */
export const at = (text: string): string => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`).toISOString()

const material = (
  materialId: string,
  name: string,
  state: CheckedMaterial['state'] = 'received',
): CheckedMaterial => ({ materialId, name, necessity: 'required', form: 'copy', copies: 1, state })

const steps = (now: number): RouteStepShown[] =>
  [
    { name: '初审', actor: '社会事务办公室', kind: 'office' as const, days: 10, decides: false },
    { name: '审批', actor: '分管领导', kind: 'leader' as const, days: 20, decides: true },
  ].map((step, place) => ({ ...step, state: place < now ? 'done' : place === now ? 'now' : 'next' }))

/** Something that happens to a case. */
export const then = (
  before: Case,
  action: CaseEvent['action'],
  when: string,
  { note, facts, people, ...more }: Partial<Case> & Pick<CaseEvent, 'note' | 'facts' | 'people'> = {},
): Case => {
  const event = {
    ...{ action, at: at(when), by: '窗口人员' },
    ...(note && { note }),
    ...(people && { people }),
    ...(facts && { facts }),
  }
  const events = [...before.events, event]
  return { ...before, ...more, events, trips: tripsOf(events) }
}

export const received: Case = {
  caseId: 'c',
  caseNumber: 'YH2026101900236',
  status: 'received',
  hallId: 'yonghe',
  hallName: '永和乡政务服务中心',
  serviceId: 'weifang-gaizao',
  serviceName: '农村危房改造',
  officialName: '农村危房改造补助对象认定',
  handlingType: 'promised',
  guideVersion: '1',
  promisedDays: 30,
  statutoryDays: 40,
  resultName: '补助资金',
  handOver: 'post-or-window',
  applicantName: '刘桂英',
  applicant: { name: '刘桂英' },
  queryCode: '406182',
  receivedAt: at('10-19 09:00'),
  materials: [material('m1', '身份证'), material('m2', '户口簿'), material('m3', '房屋照片')],
  route: steps(-1).map((step) => ({ ...step, state: 'next' })),
  events: [{ action: 'receive', at: at('10-19 09:00'), by: '窗口人员', facts: { came: true } }],
  contacts: [],
  trips: 1,
  actions: ['withdraw'],
}

export const accepted = then(received, 'accept', '10-19 10:00', {
  status: 'in-review',
  acceptedAt: at('10-19 10:00'),
  promisedDay: '2026-11-30',
  route: steps(0),
})
export const passed = then(accepted, 'pass', '11-19 10:00', { facts: { step: '初审' }, route: steps(1) })
export const granted = then(passed, 'approve', '11-24 10:00', {
  status: 'concluded',
  outcome: 'granted',
  facts: { step: '审批' },
  route: steps(2),
  pickUpCode: '118204',
  actions: [],
})
export const refused = then(passed, 'refuse', '11-24 10:00', {
  status: 'concluded',
  outcome: 'refused',
  note: '家里另有一套房',
  facts: { step: '审批', outcome: 'refused', basis: '危房改造办法第五条' },
  route: steps(2),
  pickUpCode: '118204',
  actions: [],
})
export const supplementing = then(received, 'supplement', '10-19 10:00', {
  status: 'supplementing',
  facts: { until: '2026-11-18' },
  materials: [
    material('m1', '身份证'),
    material('m2', '户口簿', 'missing'),
    material('m3', '房屋照片', 'missing'),
  ],
  supplement: {
    lacks: [
      { materialId: 'm2', name: '户口簿', what: '首页和本人页各一张' },
      { materialId: 'm3', name: '房屋照片', what: '正面、屋顶各一张' },
    ],
    toldAt: at('10-19 10:00'),
    until: '2026-11-18',
  },
})
export const paused = then(passed, 'pause', '11-20 10:00', {
  status: 'paused',
  note: '村里公示',
  facts: { kind: 'publicity', workingDays: 5 },
  promisedDay: '2026-12-07',
})
const outside: RouteStepShown[] = [
  { name: '县里审批', actor: '县住建局', kind: 'outside', days: 20, state: 'now', decides: true },
]
export const atCounty: Case = { ...accepted, status: 'at-county', route: outside }
export const comingBack = then(atCounty, 'record-county', '11-20 10:00', {
  status: 'coming-back',
  outcome: 'granted',
  facts: { step: '县里审批', outcome: 'granted', decidedOn: '2026-11-19', document: '山建〔2026〕7号' },
  route: [{ ...outside[0]!, state: 'done' }],
})
export const posted = then(granted, 'post', '11-25 09:00', {
  status: 'posted',
  facts: { carrier: '邮政', waybill: 'EMS1234567' },
})
export const issued = then(granted, 'issue', '11-25 10:00', {
  status: 'issued',
  facts: { to: 'self', came: true },
})
export const gapped: Case = {
  ...then(received, 'accept', '10-19 10:00', {
    status: 'in-review',
    acceptedAt: at('10-19 10:00'),
    promisedDay: '2026-11-30',
    route: steps(0),
    facts: { materials: ['房屋照片'], until: '2026-11-10' },
  }),
  materials: [material('m1', '身份证'), material('m2', '户口簿'), material('m3', '房屋照片', 'deferred')],
  gaps: { names: ['房屋照片'], until: '2026-11-10' },
}

export const pending: Case = then(received, 'accept', '12-20 10:00', {
  status: 'in-review',
  acceptedAt: at('12-20 10:00'),
  promisedDayPending: 2027,
  route: accepted.route,
})
export const atOnce: Case = { ...accepted, promisedDays: 0, promisedDay: '2026-10-19', handOver: 'at-once' }
/** A pause that ended after 3 of its 5 working days. */
export const resumed = then(paused, 'resume', '11-25 09:00', {
  status: 'in-review',
  promisedDay: '2026-12-03',
})
export const extended = then(resumed, 'extend', '11-25 10:00', {
  promisedDay: '2026-12-17',
  facts: { workingDays: 10 },
})
export const supplied: Case = {
  ...then(supplementing, 'supply', '10-21 09:00', {
    facts: { materials: ['户口簿', '房屋照片'], byPhone: true },
  }),
  materials: received.materials,
}
export const takenIn = then(supplied, 'accept', '10-21 09:10', {
  status: 'in-review',
  acceptedAt: at('10-21 09:00'),
  promisedDay: '2026-12-02',
  route: accepted.route,
})

/** One case of each status. */
export const ofStatus: Readonly<Record<CaseStatus, Case>> = {
  received,
  supplementing,
  'in-review': accepted,
  returned: then(accepted, 'return', '10-20 09:00', { status: 'returned' }),
  'at-county': atCounty,
  paused,
  'coming-back': comingBack,
  concluded: granted,
  posted,
  issued,
  declined: then(received, 'decline', '10-19 10:00', {
    status: 'declined',
    note: '户口不在本乡',
    facts: { ground: 'not-ours', organ: '开云镇政务服务中心' },
  }),
  'not-needed': then(received, 'inform', '10-19 10:00', { status: 'not-needed', note: '今年起不用再认定' }),
  withdrawn: then(accepted, 'withdraw', '10-20 10:00', { status: 'withdrawn', note: '房子不修了' }),
  terminated: then(gapped, 'terminate', '11-11 10:00', {
    status: 'terminated',
    note: '承诺补交的照片没有交',
    facts: { ground: 'promise-broken' },
  }),
}
