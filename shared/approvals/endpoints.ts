import * as z from 'zod/mini'
import { Case, InboxRow, PauseKind } from '../cases/case'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { ClockTime, Day } from '../foundation/time'
import { PersonName, plainText } from '../identity/fields'
import { caseActs, matrix } from '../identity/matrix'
import { caseSettings } from '../cases/settings'

const words = (max: number, what: string) =>
  z.pipe(plainText(max, what), z.string().check(z.minLength(1, `请写${what}`)))
const ofCase = { caseId: Id }
const refuses = ['not-found', 'wrong-status', 'not-your-step'] as const
const WorkingDays = z
  .int('天数要整数')
  .check(
    z.gte(1, '至少1个工作日'),
    z.lte(caseSettings.pauseWorkingDays, `最多${caseSettings.pauseWorkingDays}个工作日`),
  )

/** What waits for the caller to decide, due first; pages of 20. Names masked. */
export const listInbox = endpoint({
  method: 'GET',
  path: '/approvals',
  summary: '待我审批',
  allow: matrix.inbox,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ rows: z.array(InboxRow), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/**
 * Agrees at the present step (同意): the case goes on by its route, or is concluded by the step that decides. Nobody
 * approves what they accepted (`accepted-by-you`). An office that does not agree says so and passes the decision on.
 */
export const approveCase = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/approve',
  summary: '审批同意',
  allow: caseActs('pass', 'approve'),
  input: z.object({
    ...ofCase,
    opinion: z._default(z.enum(['agree', 'disagree']), 'agree'),
    note: z.optional(plainText(300, '意见')),
    /** The number of the decision's paper, where there is one. */
    document: z.optional(plainText(60, '文书编号')),
  }),
  output: Case,
  refuses: [...refuses, 'accepted-by-you'],
})

/** Refuses (不予批准) with reason and law; the person is told how to have it reviewed (行政许可法 art. 38). */
export const refuseCase = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/refuse',
  summary: '不予批准',
  allow: caseActs('refuse'),
  input: z.object({ ...ofCase, reason: words(300, '不予批准的原因'), basis: words(100, '依据哪条规定') }),
  output: Case,
  refuses: [...refuses, 'accepted-by-you'],
})

/** Sends a case back to the window (退回), once a step, with the reason. */
export const returnCase = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/return',
  summary: '退回窗口',
  allow: caseActs('return'),
  input: z.object({ ...ofCase, reason: words(300, '退回的原因') }),
  output: Case,
  refuses: [...refuses, 'returned-once', 'accepted-by-you'],
})

/** Writes down a site visit (现场踏勘): at least two people, when, and what they found (art. 34). */
export const recordVisit = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/visit',
  summary: '登记现场踏勘',
  allow: caseActs('visit'),
  input: z.object({
    ...ofCase,
    visitors: z.array(PersonName).check(
      z.minLength(caseSettings.visitors, '踏勘至少两个人，请把两个人的名字都写上'),
      z.maxLength(6, '写主要的几个人就行'),
      z.refine((names) => new Set(names).size === names.length, '两个人不能是同一个名字'),
    ),
    visitedOn: Day,
    found: words(300, '现场情况'),
  }),
  output: Case,
  refuses: [...refuses, 'accepted-by-you'],
})

/** Asks the director to let the clock stand still (特别程序), for how long and why. */
export const askPause = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/ask-pause',
  summary: '申请暂停计时',
  allow: caseActs('ask-pause'),
  input: z.object({ ...ofCase, kind: PauseKind, workingDays: WorkingDays, reason: words(200, '暂停的理由') }),
  output: Case,
  refuses: [...refuses, 'ask-pending'],
})

/** Asks the director for more time (延长), once: at most 10 working days, 15 where several organs decide (art. 42). */
export const askExtension = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/ask-extension',
  summary: '申请延长期限',
  allow: caseActs('ask-extension'),
  input: z.object({ ...ofCase, workingDays: WorkingDays, reason: words(200, '延长的理由') }),
  output: Case,
  refuses: [...refuses, 'ask-pending', 'extension-used'],
})

/** The director grants what was asked for; the person gets it in writing (art. 42, 45). */
export const grantAsk = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/grant',
  summary: '批准暂停或延长',
  allow: caseActs('pause', 'extend'),
  input: z.object(ofCase),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'nothing-asked'],
})

/** The director does not grant it. */
export const denyAsk = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/deny',
  summary: '不批准暂停或延长',
  allow: caseActs('deny'),
  input: z.object({ ...ofCase, reason: words(200, '不批准的理由') }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'nothing-asked'],
})

/** The clock goes on (恢复计时): what the procedure found is written down (policy 三(三)5). */
export const resumeCase = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/resume',
  summary: '恢复计时',
  allow: caseActs('resume'),
  input: z.object({ ...ofCase, result: words(300, '结果或意见') }),
  output: Case,
  refuses,
})

/** Calls a joint review meeting (审批联席会议): when, about what, and which offices. */
export const callMeeting = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/meeting',
  summary: '召集联席会议',
  allow: caseActs('call-meeting'),
  input: z.object({
    ...ofCase,
    on: Day,
    clock: ClockTime,
    topic: words(200, '议题'),
    officeIds: z.array(Id).check(z.minLength(1, '请选要来的办公室'), z.maxLength(10, '办公室太多了')),
  }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'ask-pending'],
})

/** An invited office gives its opinion (审查意见). */
export const giveOpinion = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/opinion',
  summary: '联席会审查意见',
  allow: caseActs('give-opinion'),
  input: z.object({ ...ofCase, opinion: z.enum(['agree', 'disagree']), note: words(300, '意见') }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'not-invited'],
})

/** Writes the minutes of the meeting (会议记录): who was there and what was agreed. */
export const recordMeeting = endpoint({
  method: 'POST',
  path: '/approvals/{caseId}/minutes',
  summary: '联席会议记录',
  allow: caseActs('record-meeting'),
  input: z.object({
    ...ofCase,
    attendees: z.array(PersonName).check(z.minLength(2, '请写到会的人'), z.maxLength(20, '写主要的人就行')),
    minutes: words(500, '会议记录'),
  }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'nothing-asked'],
})
