import * as z from 'zod/mini'
import { HandlingType, HandOver } from '../catalogue/service'
import { Day, Instant } from '../foundation/time'
import { RealNameLevel } from '../identity/session'
import { RatingLevel } from '../ratings/rating'
import { CaseAction, CaseStatus } from './lifecycle'

/** One line of the guide's checklist as the desk found it. `not-needed`: a condition does not apply to this person. */
export const CheckedMaterial = z.object({
  materialId: z.string(),
  name: z.string(),
  necessity: z.enum(['required', 'conditional', 'optional']),
  state: z.enum(['received', 'missing', 'not-needed', 'not-recorded']),
})
export type CheckedMaterial = z.infer<typeof CheckedMaterial>

/** One thing that happened in a case's life, oldest first. Staff are named by role only. */
export const CaseEvent = z.object({
  action: z.union([z.literal('receive'), CaseAction]),
  at: Instant,
  by: z.string(),
  note: z.optional(z.string()),
})
export type CaseEvent = z.infer<typeof CaseEvent>

/** A service contact (服务次数) that may be rated once: 1 收件受理, 2 出件. */
export const ServiceContact = z.object({
  contact: z.number(),
  at: Instant,
  /** Not after this day. */
  ratableUntil: Day,
  /** The level once rated; staff never see it here. */
  rated: z.optional(RatingLevel),
})
export type ServiceContact = z.infer<typeof ServiceContact>

export const CaseOutcome = z.enum(['granted', 'refused'])
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** A row of a list of cases. */
export const CaseSummary = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  status: CaseStatus,
  hallId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  applicantName: z.string(),
  receivedAt: Instant,
  /** Working days (承诺时限), as the guide promised when the case was received. */
  promisedDays: z.number(),
  /** The day that was promised; absent before acceptance and while the year it lies in is not announced. */
  promisedDay: z.optional(Day),
  /** The promised day lies in this year, whose 放假安排 is not published; it is set when the year is loaded. */
  promisedDayPending: z.optional(z.number()),
  outcome: z.optional(CaseOutcome),
  handOver: HandOver,
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** A case (办件) whole. */
export const Case = z.extend(CaseSummary, {
  hallName: z.string(),
  /** The official name, for papers. */
  officialName: z.string(),
  handlingType: HandlingType,
  acceptedAt: z.optional(Instant),
  bookingId: z.optional(z.string()),
  /** Six digits that, with the number, find the case without signing in (查询码); for its owner and the desk. */
  queryCode: z.optional(z.string()),
  /** How well the applicant's name was known when the case was received; for staff. */
  realName: z.optional(RealNameLevel),
  /** Masked for everybody but the owner; numbers for everybody. */
  applicant: z.object({ name: z.string(), phone: z.optional(z.string()), idNumber: z.optional(z.string()) }),
  materials: z.array(CheckedMaterial),
  events: z.array(CaseEvent),
  contacts: z.array(ServiceContact),
})
export type Case = z.infer<typeof Case>

/** A case as anybody may read it who has its number and query code: where it stands, and nobody's name. */
export const FoundCase = z.object({
  caseNumber: z.string(),
  serviceName: z.string(),
  hallName: z.string(),
  status: CaseStatus,
  receivedAt: Instant,
  promisedDay: z.optional(Day),
  promisedDayPending: z.optional(z.number()),
  events: z.array(z.object({ action: CaseEvent.shape.action, at: Instant })),
})
export type FoundCase = z.infer<typeof FoundCase>
