/** What the windows do with a case once it is accepted, each as a form. */
import type { Case } from '@one-window/shared/cases/case'
import {
  forwardCase,
  issueCase,
  notePost,
  postCase,
  recordCounty,
  signForCase,
  terminateCase,
  urgeCase,
  withdrawCase,
} from '@one-window/shared/cases/endpoints'
import type { Day } from '@one-window/shared/foundation/time'
import { given, reasonField, type ActField, type CaseAct } from './act'

/** 重报. */
export const forwardAct: CaseAct = {
  action: 'forward',
  words: '重报',
  say: '送回退件的那一步，对方看得到这句话。',
  fields: [{ name: 'note', label: '补了什么、改了什么', kind: 'area', max: 200 }],
  run: (send, caseId, { note = '' }) => send(forwardCase, { caseId, note }),
}

/** 催办. */
export const urgeAct: CaseAct = {
  action: 'urge',
  words: '催办',
  fields: [],
  run: (send, caseId) => send(urgeCase, { caseId }),
}

/** 登记县里的结果. */
export const countyAct = (today: Day): CaseAct => {
  const isRefused: ActField['when'] = ({ outcome }) => outcome === 'refused'
  return {
    action: 'record-county',
    words: '登记县里的结果',
    sends: '登记',
    fields: [
      {
        name: 'outcome',
        label: '县里怎么定的',
        kind: 'choice',
        start: 'granted',
        options: [
          { value: 'granted', words: '准予' },
          { value: 'refused', words: '不予' },
        ],
      },
      { name: 'decidedOn', label: '哪天定的', kind: 'line', hint: '2026-11-28', max: 10, start: today },
      { name: 'document', label: '文书编号(没有可以不写)', kind: 'line', max: 60, optional: true },
      { ...reasonField('原因', '照县里的决定写'), when: isRefused },
      { name: 'basis', label: '依据(哪条规定)', kind: 'line', max: 100, when: isRefused },
    ],
    run: (send, caseId, { outcome, decidedOn = '', document, reason: why, basis }) =>
      send(recordCounty, {
        caseId,
        decidedOn,
        document: given(document),
        ...(outcome === 'refused'
          ? { outcome: 'refused', reason: given(why), basis: given(basis) }
          : { outcome: 'granted' }),
      }),
  }
}

const parcel: ActField[] = [
  { name: 'carrier', label: '哪家快递', kind: 'line', max: 20, start: '邮政' },
  { name: 'waybill', label: '快递单号', kind: 'line', hint: '照面单填', max: 40 },
]

/** 登记县里寄件单号. */
export const notePostAct: CaseAct = {
  action: 'note-post',
  words: '登记县里寄件单号',
  sends: '登记',
  fields: parcel,
  run: (send, caseId, { carrier = '', waybill = '' }) => send(notePost, { caseId, carrier, waybill }),
}

/** 签收县里寄来的. */
export const signForAct: CaseAct = {
  action: 'sign-for',
  words: '签收县里寄来的',
  sends: '签收',
  fields: [{ name: 'note', label: '收到的样子(完好可以不写)', kind: 'line', max: 100, optional: true }],
  run: (send, caseId, { note }) => send(signForCase, { caseId, note: given(note) }),
}

/** 邮寄给申请人. */
export const postAct: CaseAct = {
  action: 'post',
  words: '寄给申请人',
  say: '当天寄、当天登记。申请人马上看得到单号。',
  sends: '寄出',
  fields: parcel,
  run: (send, caseId, { carrier = '', waybill = '' }) => send(postCase, { caseId, carrier, waybill }),
}

/** 出件, without anything to ask. */
export const handAct = (to: 'self' | 'post' | 'by-itself', words: string): CaseAct => ({
  action: 'issue',
  words,
  fields: [],
  run: (send, caseId) => send(issueCase, { caseId, to }),
})

/** 代领. */
export const proxyAct: CaseAct = {
  action: 'issue',
  words: '代领',
  say: '看代领人的身份证，再问本人告诉他的6位取件码。',
  sends: '出件，交给代领人',
  isPrivate: true,
  fields: [
    { name: 'proxy', label: '谁来代领', kind: 'line', hint: '照身份证写', max: 50, pointer: '/proxy/name' },
    {
      name: 'relation',
      label: '是申请人什么人',
      kind: 'line',
      hint: '比如：儿子、村干部',
      max: 20,
      pointer: '/proxy/relation',
    },
    { name: 'pickUpCode', label: '取件码', kind: 'digits', hint: '6位数字', max: 6 },
  ],
  run: (send, caseId, { proxy = '', relation = '', pickUpCode }) =>
    send(issueCase, { caseId, to: 'proxy', proxy: { name: proxy, relation }, pickUpCode }),
}

/** 撤回. */
export const withdrawAct: CaseAct = {
  action: 'withdraw',
  words: '撤回',
  say: '申请人自己不办了，写了撤回申请。材料还给他。',
  fields: [reasonField('为什么撤回', '照他说的写', 100)],
  run: (send, caseId, { reason: why = '' }) => send(withdrawCase, { caseId, reason: why }),
}

const grounds = {
  'supplement-overdue': '补正过期没交',
  'promise-broken': '容缺的没按期补',
  'by-mistake': '开错了件',
} as const
type Ground = keyof typeof grounds

/** 退件. */
export const terminateAct = ({ status, materials }: Pick<Case, 'status' | 'materials'>): CaseAct => {
  const possible: Ground[] = [
    ...(status === 'supplementing' ? (['supplement-overdue'] as const) : []),
    ...(materials.some(({ state }) => state === 'deferred') ? (['promise-broken'] as const) : []),
    'by-mistake',
  ]
  return {
    action: 'terminate',
    words: '退件',
    say: '不作决定就结束，材料退给申请人。原因他看得到。',
    fields: [
      {
        name: 'ground',
        label: '为什么退',
        kind: 'choice',
        start: possible[0] ?? '',
        options: possible.map((value) => ({ value, words: grounds[value] })),
      },
      reasonField('写清楚', '什么事、还能怎么办'),
    ],
    run: (send, caseId, { ground, reason: why = '' }) =>
      send(terminateCase, {
        caseId,
        ground: possible.find((one) => one === ground) ?? 'by-mistake',
        reason: why,
      }),
  }
}
