import type { CaseEvent, DeclineGround, HandedTo, TerminateGround } from '@one-window/shared/cases/case'
import { pauseKindWords } from '@one-window/shared/cases/pause-words'
import { shortDay } from '@one-window/shared/foundation/time'

/** What staff call each thing that happens to a case. */
export const eventWords: Readonly<Record<CaseEvent['action'], string>> = {
  receive: '收件',
  accept: '受理',
  deem: '视为受理',
  supplement: '一次性告知补正',
  supply: '收补正材料',
  decline: '不予受理',
  inform: '不需办理',
  withdraw: '撤回',
  terminate: '退件',
  pass: '审批通过',
  approve: '批准',
  refuse: '不予批准',
  return: '退回窗口',
  forward: '重报',
  'ask-pause': '申请暂停计时',
  'ask-extension': '申请延长',
  pause: '暂停计时',
  extend: '延长时限',
  deny: '没批申请',
  resume: '恢复计时',
  urge: '催办',
  visit: '现场踏勘',
  'call-meeting': '召集联席会',
  'give-opinion': '联席会意见',
  'record-meeting': '联席会记录',
  'record-county': '县里的结果',
  'note-post': '县里寄出',
  'sign-for': '签收县里寄来的',
  redeem: '收容缺后补的材料',
  attach: '加照片和附件',
  enter: '二次录入',
  post: '寄给申请人',
  issue: '出件',
  archive: '归档',
}

const groundWords: Readonly<Record<DeclineGround | TerminateGround, string>> = {
  'not-ours': '不属于本机关职权',
  'not-qualified': '条件不符合',
  'supplement-overdue': '补正过期没交',
  'promise-broken': '容缺的没按期补',
  'by-mistake': '开错了件',
}

const handedWords: Readonly<Record<HandedTo, string>> = {
  self: '本人领走',
  proxy: '代领',
  post: '快递送到',
  'by-itself': '直接到账',
}

const factWords = (action: CaseEvent['action'], { facts = {} }: CaseEvent): (string | undefined)[] => [
  facts.corrected ? '当场改正' : undefined,
  facts.deemed ? '5个工作日没有告知，从收件那天算受理' : undefined,
  facts.opinion && (facts.opinion === 'agree' ? '同意' : '不同意'),
  facts.outcome && (facts.outcome === 'granted' ? '准予' : '不予'),
  facts.ground && groundWords[facts.ground],
  facts.organ && `应当找${facts.organ}`,
  facts.basis,
  facts.kind && pauseKindWords[facts.kind],
  facts.workingDays === undefined ? undefined : `${facts.workingDays}个工作日`,
  facts.materials && `${action === 'accept' ? '容缺：' : ''}${facts.materials.join('、')}`,
  facts.until && (action === 'visit' || action === 'call-meeting' ? '' : `${shortDay(facts.until)}前`),
  facts.decidedOn && `${shortDay(facts.decidedOn)}定的`,
  facts.document && `文书${facts.document}`,
  facts.carrier && `${facts.carrier}${facts.waybill ?? ''}`,
  facts.to && handedWords[facts.to],
  facts.byPhone ? '不用人来' : undefined,
]

/** Turns that an office, or the calendar, took back or held up. */
const stops: readonly CaseEvent['action'][] = ['decline', 'inform', 'withdraw', 'terminate', 'refuse', 'deny']
const holds: readonly CaseEvent['action'][] = ['supplement', 'return', 'pause', 'extend']

/** An event as a line: what, by whom, and what was said, with the names of who was there. */
export interface EventLine {
  state: 'done' | 'stopped' | 'paused'
  what: string
  by: string
  notes: string[]
}

/** What staff read of an event. */
export const eventLine = (event: CaseEvent): EventLine => {
  const { action, by, note, people, facts } = event
  const step = ['pass', 'approve', 'refuse', 'return'].includes(action) ? facts?.step : undefined
  const said = factWords(action, event).filter((words): words is string => Boolean(words))
  return {
    state: stops.includes(action) ? 'stopped' : holds.includes(action) ? 'paused' : 'done',
    what: step ? `${step}，${eventWords[action]}` : eventWords[action],
    by,
    notes: [said.join('，'), people?.join('、'), note].filter((words): words is string => Boolean(words)),
  }
}
