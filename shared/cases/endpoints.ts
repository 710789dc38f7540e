import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { IdNumber, PersonName, Phone, plainText } from '../identity/fields'
import { Case, CaseSummary } from './case'
import { CaseStatus } from './lifecycle'

const desk = { 'window-staff': 'hall', director: 'hall' } as const

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
  allow: { 'window-staff': 'hall', director: 'hall', supervisor: 'hall' },
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
  allow: { resident: 'own' },
  input: z.object({ cursor: z.optional(Cursor) }),
  output: z.object({ cases: z.array(CaseSummary), cursor: z.optional(Cursor) }),
  refuses: [],
})

export const viewCase = endpoint({
  method: 'GET',
  path: '/cases/{caseId}',
  summary: '看一个办件',
  allow: { resident: 'own', 'window-staff': 'hall', director: 'hall', supervisor: 'hall' },
  input: z.object({ caseId: Id }),
  output: Case,
  refuses: ['not-found'],
})
