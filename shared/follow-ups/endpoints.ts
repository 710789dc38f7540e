/** Every address of the loop; one page, so longer than 250 lines. */
import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day, Month } from '../foundation/time'
import { plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { Unmasked, UnmaskReason } from '../identity/unmask'
import {
  CallResult,
  ExclusionKind,
  Finding,
  FollowUp,
  FollowUpList,
  FollowUpOpened,
  FollowUpTask,
  FollowUpWhole,
  GuideChange,
  Rectifier,
  TriageClass,
} from './follow-up'

const written = (most: number, what: string) =>
  z.pipe(plainText(most, what), z.string().check(z.minLength(1, `请写${what}`)))
const Words = (what: string) => written(500, what)
/** The step is taken on the follow-up as it was read. */
const step = { followUpId: Id, revision: z.number() }
const refusals = ['not-found', 'wrong-status', 'changed-meanwhile'] as const

/** Follow-ups of a hall: open ones by what must be done first, closed ones newest first; pages of 50. */
export const listFollowUps = endpoint({
  method: 'GET',
  path: '/oversight/follow-ups',
  summary: '差评跟进',
  allow: matrix.followUps,
  input: z.object({
    hallId: Id,
    status: z._default(FollowUpList, 'open'),
    cursor: z.optional(Cursor),
  }),
  output: z.object({ followUps: z.array(FollowUp), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** A follow-up with its whole story and its tags held against the facts. */
export const viewFollowUp = endpoint({
  method: 'GET',
  path: '/oversight/follow-ups/{followUpId}',
  summary: '看一件差评',
  allow: matrix.followUps,
  input: z.object({ followUpId: Id }),
  output: FollowUpWhole,
  refuses: ['not-found'],
})

/** 研判: clear, complex (15 days), without a legal basis, mistaken or malicious (a second person must agree). */
export const triageFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/triage',
  summary: '研判',
  allow: matrix.followUps,
  input: z.object({
    ...step,
    class: TriageClass,
    words: z.optional(plainText(500, '研判意见')),
    /** Why it should not count; with the class `mistaken` only. */
    exclusionKind: z.optional(ExclusionKind),
  }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** 回访: one try. Reached or not willing to say ends the step, as does the third try in vain on a third half day. */
export const logCallback = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/callbacks',
  summary: '记回访',
  allow: matrix.followUps,
  input: z.object({
    ...step,
    outcome: CallResult,
    words: z.optional(plainText(500, '评价人怎么说的')),
    /** Whether the person is satisfied with the call; only when reached. */
    satisfied: z.optional(z.boolean()),
  }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** 核实: what was found, on what evidence, and who rectifies it. */
export const verifyFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/verification',
  summary: '记核实',
  allow: matrix.followUps,
  input: z.object({
    ...step,
    finding: Finding,
    words: Words('核实的经过'),
    evidence: z._default(z.array(written(100, '证据')).check(z.maxLength(10, '证据太多了')), []),
    /** Who rectifies; for what was found true. */
    rectifier: z._default(Rectifier, 'director'),
  }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** 整改: what was done, by whom, until when; and what of the guide was changed because of it. */
export const rectifyFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/rectification',
  summary: '记整改',
  allow: matrix.rectify,
  input: z.object({
    ...step,
    words: Words('整改措施'),
    person: written(50, '责任人'),
    doneOn: Day,
    guide: z.optional(GuideChange),
  }),
  output: FollowUpTask,
  refuses: refusals,
})

/** 反馈: what the person reads. */
export const reportBack = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/report',
  summary: '反馈评价人',
  allow: matrix.followUps,
  input: z.object({ ...step, words: Words('告诉评价人的话') }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** 复核销号: closes it, or sends it back to be looked into again. */
export const checkFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/check',
  summary: '复核销号',
  allow: matrix.followUps,
  input: z.object({ ...step, passed: z.boolean(), words: z.optional(plainText(500, '复核意见')) }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** Asks for more days, once, with the reason. */
export const askExtension = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/extension',
  summary: '申请延期',
  allow: matrix.followUps,
  input: z.object({ ...step, words: Words('延期的理由') }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** The director grants more days, or not; whom it concerns themselves does not see it. */
export const settleExtension = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/extension/decision',
  summary: '批延期',
  allow: matrix.approveExtension,
  input: z.object({ ...step, approved: z.boolean(), words: z.optional(plainText(500, '意见')) }),
  output: FollowUpTask,
  refuses: refusals,
})

/** Proposes that a rating does not count: mistaken, malicious, or of no service. It takes a second person. */
export const proposeExclusion = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/exclusion',
  summary: '提出不予采纳',
  allow: matrix.followUps,
  input: z.object({ ...step, kind: ExclusionKind, words: Words('理由和证据') }),
  output: FollowUpWhole,
  refuses: refusals,
})

/** The inspector agrees, and the rating leaves the rates but never the record; or does not. */
export const settleExclusion = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/exclusion/decision',
  summary: '会签不予采纳',
  allow: matrix.countersign,
  input: z.object({ ...step, agreed: z.boolean(), words: z.optional(plainText(500, '意见')) }),
  output: FollowUpTask,
  refuses: [...refusals, 'second-person-needed'],
})

/** The unit appeals within 3 working days of being asked to rectify. */
export const appealFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/appeal',
  summary: '单位申诉',
  allow: matrix.appealForUnit,
  input: z.object({ ...step, words: Words('申诉的理由') }),
  output: FollowUpTask,
  refuses: [...refusals, 'appeal-too-late'],
})

/** A supervisor who took no step of it decides; accepted, the inspector must agree too before it leaves the rates. */
export const decideAppeal = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/appeal/decision',
  summary: '裁定申诉',
  allow: matrix.followUps,
  input: z.object({
    ...step,
    accepted: z.boolean(),
    kind: z._default(ExclusionKind, 'mistaken'),
    words: Words('裁定的理由'),
  }),
  output: FollowUpWhole,
  refuses: [...refusals, 'second-person-needed'],
})

/** Hands what may be a breach of duty to the discipline inspector: facts, and the list of evidence. The loop goes on. */
export const transferFollowUp = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/transfer',
  summary: '移交纪检',
  allow: matrix.followUps,
  input: z.object({
    ...step,
    words: Words('移交的事实'),
    evidence: z
      .array(written(100, '证据'))
      .check(z.minLength(1, '至少列一样证据'), z.maxLength(20, '证据太多了')),
  }),
  output: FollowUpWhole,
  refuses: [...refusals, 'step-up-required'],
  stepUp: true,
})

/** A dossier that was handed over: facts, evidence, the whole story. Reading it leaves a row. */
export const viewDossier = endpoint({
  method: 'GET',
  path: '/oversight/dossiers/{followUpId}',
  summary: '看移交的卷',
  allow: matrix.dossiers,
  input: z.object({ followUpId: Id }),
  output: FollowUpWhole,
  refuses: ['not-found'],
})

/** The inspector signs for a dossier. */
export const signDossier = endpoint({
  method: 'POST',
  path: '/oversight/dossiers/{followUpId}/signature',
  summary: '签收移交',
  allow: matrix.dossiers,
  input: z.object({ ...step, words: z.optional(plainText(500, '签收意见')) }),
  output: FollowUpWhole,
  refuses: [...refusals, 'step-up-required'],
  stepUp: true,
})

/** Opens who rated, for a reason that is kept; never for who left no name. */
export const unmaskRater = endpoint({
  method: 'POST',
  path: '/oversight/follow-ups/{followUpId}/unmask',
  summary: '看评价人联系方式',
  allow: matrix.followUps,
  input: z.object({ followUpId: Id, reason: UnmaskReason }),
  output: Unmasked,
  refuses: ['not-found', 'not-allowed', 'unmask-limit'],
})

/** What waits for the caller's role in a hall: to rectify, to approve, to agree, to sign, and what is overdue. */
export const listTasks = endpoint({
  method: 'GET',
  path: '/oversight/tasks',
  summary: '等您办的差评',
  allow: matrix.followUpTasks,
  input: z.object({ hallId: Id }),
  output: z.object({ tasks: z.array(FollowUpTask) }),
  refuses: ['not-found'],
})

/** The person says whether it is solved; "not solved" opens it again, once. */
export const answerFollowUp = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/ratings/{contact}/answer',
  summary: '差评解决没有',
  allow: matrix.ownThings,
  input: z.object({
    caseId: Id,
    contact: z.coerce.number().check(z.int(), z.gte(1)),
    solved: z.boolean(),
    words: z.optional(plainText(200, '意见')),
  }),
  output: FollowUpOpened,
  refuses: ['not-found', 'wrong-status', 'changed-meanwhile', 'reopened-once'],
  collects: true,
})

/** A rated clerk appeals against a poor rating of a month, by the reference they read, within 3 working days of its end. */
export const appealMyRating = endpoint({
  method: 'POST',
  path: '/my-ratings/appeals',
  summary: '对评价提出申诉',
  allow: matrix.myRatings,
  input: z.object({ month: Month, reference: Id, words: Words('申诉的理由') }),
  output: z.object({ reference: z.string(), appeal: z.enum(['made', 'accepted', 'refused']) }),
  refuses: ['not-found', 'wrong-status', 'changed-meanwhile', 'appeal-too-late'],
})
