/** What an office, a leader or the director does to a case, each as a form. */
import {
  approveCase,
  askExtension,
  askPause,
  callMeeting,
  denyAsk,
  giveOpinion,
  grantAsk,
  recordMeeting,
  recordVisit,
  refuseCase,
  resumeCase,
  returnCase,
} from '@one-window/shared/approvals/endpoints'
import { PauseKind, type Case } from '@one-window/shared/cases/case'
import type { CaseAction } from '@one-window/shared/cases/lifecycle'
import { pauseKindWords } from '@one-window/shared/cases/pause-words'
import type { Day } from '@one-window/shared/foundation/time'
import { offices } from '@one-window/shared/halls/offices'
import { given, namesIn, ticked, type ActField, type CaseAct } from './act'

const area = (name: string, label: string, hint: string, max = 300): ActField => ({
  name,
  label,
  kind: 'area',
  hint,
  max,
})
const note: ActField = { ...area('note', '意见(可以不写)', ''), optional: true }
const document: ActField = {
  name: 'document',
  label: '文书编号(没有可以不写)',
  kind: 'line',
  max: 60,
  optional: true,
}

/** What agreeing leads to, in the words of its button: 同意，送分管领导; 同意，出件; 办好了，出件. */
export function agreeWords(route: Case['route']): string {
  const at = route.findIndex(({ state }) => state === 'now')
  const decided = route.findIndex(({ decides }) => decides)
  const next = route[at + 1]
  return `${at > decided ? '办好了' : '同意'}，${next ? `送${next.actor}` : '出件'}`
}

/** Agrees at once. */
export const agreeAct = (action: 'pass' | 'approve', words: string): CaseAct => ({
  action,
  words,
  fields: [],
  run: (send, caseId) => send(approveCase, { caseId }),
})

/** Agrees with words, or the number of a paper. */
export const agreeWithWordsAct = (action: 'pass' | 'approve', words: string): CaseAct => ({
  action,
  words: '写了意见再同意',
  sends: words,
  fields: [note, ...(action === 'approve' ? [document] : [])],
  run: (send, caseId, said) =>
    send(approveCase, { caseId, note: given(said.note), document: given(said.document) }),
})

/** Does not agree, and lets who decides decide. */
export const disagreeAct: CaseAct = {
  action: 'pass',
  words: '不同意，报上去定',
  say: '您这一步不作决定：写清楚为什么不同意，由后面的领导定。',
  fields: [area('note', '为什么不同意', '申请人看不到，后面批的人看得到')],
  run: (send, caseId, said) => send(approveCase, { caseId, opinion: 'disagree', note: given(said.note) }),
}

/** 退回窗口. */
export const returnAct: CaseAct = {
  action: 'return',
  words: '退回窗口',
  say: '一步只能退一次，时间照算。窗口改好再送来。',
  fields: [area('reason', '哪里要改', '缺什么、错在哪，一次说清')],
  run: (send, caseId, { reason = '' }) => send(returnCase, { caseId, reason }),
}

/** 不予批准. */
export const refuseAct: CaseAct = {
  action: 'refuse',
  words: '不予批准',
  say: '申请人会收到书面决定，写着原因、依据，和怎么复议、起诉。',
  fields: [
    area('reason', '原因', '哪一条不符合，写得让人听得懂'),
    { name: 'basis', label: '依据(哪条规定)', kind: 'line', max: 100 },
  ],
  run: (send, caseId, { reason = '', basis = '' }) => send(refuseCase, { caseId, reason, basis }),
}

/** 登记现场踏勘. */
export const visitAct = (today: Day): CaseAct => ({
  action: 'visit',
  words: '登记踏勘',
  say: '至少两个人去。姓名只有工作人员看得到。',
  sends: '登记',
  fields: [
    { name: 'visitors', label: '哪两位去的', kind: 'line', hint: '黄文斌、旷志刚', max: 120 },
    { name: 'visitedOn', label: '哪天去的', kind: 'line', hint: '2026-11-28', max: 10, start: today },
    area('found', '现场情况', '看到什么，合不合要求'),
  ],
  run: (send, caseId, { visitors, visitedOn = '', found = '' }) =>
    send(recordVisit, { caseId, visitors: namesIn(visitors), visitedOn, found }),
})

const days: ActField = { name: 'workingDays', label: '几个工作日', kind: 'number', hint: '比如：5', max: 2 }

/** 申请暂停计时. */
export const askPauseAct: CaseAct = {
  action: 'ask-pause',
  words: '申请暂停',
  say: '主任批了才停。停了马上书面告诉申请人。',
  sends: '报主任批',
  fields: [
    {
      name: 'kind',
      label: '要做什么(法定的才能停)',
      kind: 'choice',
      options: PauseKind.options.map((value) => ({ value, words: pauseKindWords[value] })),
    },
    days,
    area('reason', '理由', '为什么要停这么久', 200),
  ],
  run: (send, caseId, { kind, workingDays, reason = '' }) =>
    send(askPause, {
      caseId,
      kind: PauseKind.options.find((one) => one === kind) ?? 'other-organ',
      workingDays: Number(workingDays),
      reason,
    }),
}

/** 申请延长. */
export const askExtensionAct: CaseAct = {
  action: 'ask-extension',
  words: '申请延长',
  say: '只能延长一次，最多10个工作日，几家一起办的15个。主任批了才算。',
  sends: '报主任批',
  fields: [days, area('reason', '理由', '为什么这几天办不完', 200)],
  run: (send, caseId, { workingDays, reason = '' }) =>
    send(askExtension, { caseId, workingDays: Number(workingDays), reason }),
}

/** 批准暂停或延长. */
export const grantAct = (action: 'pause' | 'extend', workingDays: number): CaseAct => ({
  action,
  words: action === 'pause' ? `批准暂停${workingDays}天` : `批准延长${workingDays}天`,
  fields: [],
  run: (send, caseId) => send(grantAsk, { caseId }),
})

/** 不批准. */
export const denyAct: CaseAct = {
  action: 'deny',
  words: '不批准申请',
  fields: [area('reason', '为什么不批', '提申请的人看得到', 200)],
  run: (send, caseId, { reason = '' }) => send(denyAsk, { caseId, reason }),
}

/** 恢复计时. */
export const resumeAct: CaseAct = {
  action: 'resume',
  words: '恢复计时',
  say: '结果出来了才恢复，从现在起接着算。',
  fields: [area('result', '结果或意见', '比如：专家意见，可以建')],
  run: (send, caseId, { result = '' }) => send(resumeCase, { caseId, result }),
}

/** 召集联席会议. */
export const callMeetingAct = (today: Day): CaseAct => ({
  action: 'call-meeting',
  words: '召集联席会',
  sends: '通知他们',
  fields: [
    { name: 'on', label: '哪天开', kind: 'line', hint: '2026-11-28', max: 10, start: today },
    { name: 'clock', label: '几点', kind: 'line', hint: '15:00', max: 5, start: '15:00' },
    area('topic', '议什么', '', 200),
    {
      name: 'officeIds',
      label: '请哪些办公室',
      kind: 'ticks',
      options: offices.map(({ officeId, name }) => ({ value: officeId, words: name })),
    },
  ],
  run: (send, caseId, { on = '', clock = '', topic = '', officeIds }) =>
    send(callMeeting, { caseId, on, clock, topic, officeIds: ticked(officeIds) }),
})

/** 联席会审查意见. */
export const opinionAct: CaseAct = {
  action: 'give-opinion',
  words: '写联席会意见',
  sends: '交意见',
  fields: [
    {
      name: 'opinion',
      label: '您这个办公室',
      kind: 'choice',
      start: 'agree',
      options: [
        { value: 'agree', words: '同意' },
        { value: 'disagree', words: '不同意' },
      ],
    },
    area('note', '意见', '同意什么、要注意什么'),
  ],
  run: (send, caseId, { opinion, note: words = '' }) =>
    send(giveOpinion, { caseId, opinion: opinion === 'disagree' ? 'disagree' : 'agree', note: words }),
}

/** 联席会议记录. */
export const minutesAct: CaseAct = {
  action: 'record-meeting',
  words: '写会议记录',
  sends: '记下来',
  fields: [
    { name: 'attendees', label: '到会的人', kind: 'line', hint: '姓名，中间用顿号', max: 300 },
    area('minutes', '议定了什么', '', 500),
  ],
  run: (send, caseId, { attendees, minutes = '' }) =>
    send(recordMeeting, { caseId, attendees: namesIn(attendees), minutes }),
}

/** Steps that agree: to pass on, or to decide. */
export const isAgreeing = (action: CaseAction): action is 'pass' | 'approve' =>
  action === 'pass' || action === 'approve'
