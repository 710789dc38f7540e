import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { IdNumber, PersonName, Phone, plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { Unmasked, UnmaskReason } from '../identity/unmask'
import { Case, CaseSummary, FoundCase } from './case'
import { CaseStatus } from './lifecycle'

const { desk } = matrix

/** What the desk says of a material: its id or its name, and whether it was received. */
const SaidMaterial = z.union([
  z.string(),
  z.object({
    materialId: z.optional(z.string()),
    name: z.optional(z.string()),
    state: z.optional(z.enum(['received', 'missing', 'not-needed'])),
    received: z.optional(z.boolean()),
  }),
])
export type SaidMaterial = z.infer<typeof SaidMaterial>

/** Takes in a case (收件) for a booking or a walk-in; `materials` are matched to the guide's checklist. */
export const receiveCase = endpoint({
  method: 'POST',
  path: '/desk/cases',
  summary: '收件',
  allow: desk,
  input: z.object({
    serviceId: Id,
    bookingId: z.optional(Id),
    /** The hall, for staff of more than one; the caller's own otherwise. */
    hallId: z.optional(Id),
    applicant: z.object({ name: PersonName, phone: z.optional(Phone), idNumber: z.optional(IdNumber) }),
    materials: z._default(z.array(SaidMaterial).check(z.maxLength(60, '材料太多了')), []),
  }),
  output: Case,
  status: 201,
  refuses: ['not-found', 'booking-not-live', 'booking-elsewhere'],
})

/** Accepts a case (受理): the promised day counts from today. Required materials marked missing refuse it. */
export const acceptCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/accept',
  summary: '受理',
  allow: desk,
  input: z.object({ caseId: Id }),
  output: Case,
  refuses: ['not-found', 'wrong-status', 'materials-missing'],
})

/** Declines a case (不予受理) with its reason, in writing (行政许可法 art. 32). */
export const declineCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/decline',
  summary: '不予受理',
  allow: desk,
  input: z.object({
    caseId: Id,
    reason: z.pipe(plainText(200, '不予受理的原因'), z.string().check(z.minLength(1, '请写不予受理的原因'))),
  }),
  output: Case,
  refuses: ['not-found', 'wrong-status'],
})

/** Concludes a case (办结), granted unless said otherwise; a refusal needs its reason (art. 38). */
export const concludeCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/conclude',
  summary: '办结',
  allow: desk,
  input: z.object({
    caseId: Id,
    outcome: z._default(z.enum(['granted', 'refused']), 'granted'),
    reason: z.optional(plainText(200, '原因')),
  }),
  output: Case,
  refuses: ['not-found', 'wrong-status'],
})

/** Hands out the result (出件) at the window. */
export const issueCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/issue',
  summary: '出件',
  allow: desk,
  input: z.object({ caseId: Id, note: z.optional(plainText(60, '备注')) }),
  output: Case,
  refuses: ['not-found', 'wrong-status'],
})

/** Cases of a hall in one status, due first; pages of 50. Names masked. */
export const listDeskCases = endpoint({
  method: 'GET',
  path: '/desk/cases',
  summary: '大厅的办件',
  allow: matrix.deskLists,
  input: z.object({
    hallId: Id,
    status: CaseStatus,
    cursor: z.optional(Cursor),
  }),
  output: z.object({ cases: z.array(CaseSummary), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** The caller's own cases, newest first; pages of 20. */
export const listMyCases = endpoint({
  method: 'GET',
  path: '/cases',
  summary: '我的办件',
  allow: matrix.ownThings,
  input: z.object({ cursor: z.optional(Cursor) }),
  output: z.object({ cases: z.array(CaseSummary), cursor: z.optional(Cursor) }),
  refuses: [],
})

export const viewCase = endpoint({
  method: 'GET',
  path: '/cases/{caseId}',
  summary: '看一个办件',
  allow: matrix.viewCase,
  input: z.object({ caseId: Id }),
  output: Case,
  refuses: ['not-found'],
})

/**
 * Opens name, phone and ID number of a case, with a reason. The windows only until a few days after its end
 * (`not-allowed` afterwards); everybody at most 30 times an hour.
 */
export const unmaskCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/unmask',
  summary: '看申请人全名和号码',
  allow: matrix.unmask,
  input: z.object({ caseId: Id, reason: UnmaskReason }),
  output: Unmasked,
  refuses: ['not-found', 'not-allowed', 'unmask-limit'],
})

/**
 * Finds a case by what stands on its receipt, without signing in. A number that is not there and a code that is not
 * right are the same answer; after 5 of them the number rests for 15 minutes (`too-many-tries`).
 */
export const findCaseByNumber = endpoint({
  method: 'POST',
  path: '/case-queries',
  summary: '凭编号和查询码查办件',
  allow: 'anyone',
  input: z.object({
    caseNumber: z.pipe(
      z.pipe(
        z.string('请填办件编号'),
        z.transform((text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()),
      ),
      z.string().check(z.minLength(1, '请填办件编号'), z.maxLength(40, '办件编号没有这么长')),
    ),
    queryCode: z.pipe(
      z.pipe(
        z.string('请填查询码'),
        z.transform((text: string) => text.normalize('NFKC').trim()),
      ),
      z.string().check(z.regex(/^\d{6}$/, '查询码是6位数字')),
    ),
  }),
  output: FoundCase,
  refuses: ['not-found', 'too-many-tries'],
  changesNothing: true,
})
