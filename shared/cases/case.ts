import * as z from 'zod/mini'
import { HandlingType, HandOver } from '../catalogue/service'
import { Day, Instant } from '../foundation/time'
import { RealNameLevel } from '../identity/session'
import { RatingLevel } from '../ratings/rating'
import { CaseAction, CaseStatus } from './lifecycle'

/**
 * One line of the guide's checklist as the desk found it. `not-needed`: a condition does not apply to this person;
 * `deferred`: accepted without it, to be handed in later (容缺).
 */
export const CheckedMaterial = z.object({
  materialId: z.string(),
  name: z.string(),
  necessity: z.enum(['required', 'conditional', 'optional']),
  form: z.enum(['original', 'copy', 'electronic']),
  copies: z.number(),
  state: z.enum(['received', 'missing', 'not-needed', 'not-recorded', 'deferred']),
})
export type CheckedMaterial = z.infer<typeof CheckedMaterial>

/** Why a clock may stand still (特别程序): art. 45 of 行政许可法, or what the item's guide provides for. */
export const PauseKind = z.enum([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
  'publicity',
  'site-survey',
  'argument',
  'other-organ',
])
export type PauseKind = z.infer<typeof PauseKind>

/** Why a case is declined (不予受理, art. 32): another organ's power, or the conditions are not met. */
export const DeclineGround = z.enum(['not-ours', 'not-qualified'])
export type DeclineGround = z.infer<typeof DeclineGround>

/** Why a case ends without a decision (退件): what was asked for, or promised, did not come; or it was opened by mistake. */
export const TerminateGround = z.enum(['supplement-overdue', 'promise-broken', 'by-mistake'])
export type TerminateGround = z.infer<typeof TerminateGround>

/** How a result reaches its person: at the window, by somebody for them, by post, or by itself (money, electricity). */
export const HandedTo = z.enum(['self', 'proxy', 'post', 'by-itself'])
export type HandedTo = z.infer<typeof HandedTo>

export const CaseOutcome = z.enum(['granted', 'refused'])
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** What an event says beside its words; no name and no number of a person. */
export const CaseFacts = z.partial(
  z.object({
    /** The step of the route, as the guide names it. */
    step: z.string(),
    /** The office that did it. */
    office: z.string(),
    opinion: z.enum(['agree', 'disagree']),
    ground: z.union([DeclineGround, TerminateGround]),
    /** Which organ it belongs to (应向哪个机关申请). */
    organ: z.string(),
    /** Law and article. */
    basis: z.string(),
    kind: PauseKind,
    workingDays: z.number(),
    until: Day,
    /** The last material came on this day. */
    arrivedOn: Day,
    /** Names of materials of the guide. */
    materials: z.array(z.string()),
    outcome: CaseOutcome,
    /** The number of the decision's paper. */
    document: z.string(),
    decidedOn: Day,
    carrier: z.string(),
    waybill: z.string(),
    to: HandedTo,
    /** Errors were corrected on the spot (art. 32 (3)). */
    corrected: z.boolean(),
    /** Nobody said in 5 working days what was missing: accepted as of receipt (art. 32 (4)). */
    deemed: z.boolean(),
    /** The person came to the hall for it (到办事现场次数). */
    came: z.boolean(),
    /** By phone, from home. */
    byPhone: z.boolean(),
  }),
)
export type CaseFacts = z.infer<typeof CaseFacts>

/** One thing that happened in a case's life, oldest first. Staff are named by role or office only. */
export const CaseEvent = z.object({
  action: z.union([z.literal('receive'), CaseAction]),
  at: Instant,
  by: z.string(),
  note: z.optional(z.string()),
  /** Names of who was there or came for somebody, for staff. */
  people: z.optional(z.array(z.string())),
  facts: z.optional(CaseFacts),
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
  /** Who has it now: 社会事务办公室, 分管领导, 县民政局. For the owner nobody but the window exists. */
  holder: z.optional(z.string()),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** A step of the route with how it stands. */
export const RouteStepShown = z.object({
  name: z.string(),
  actor: z.string(),
  kind: z.enum(['office', 'leader', 'director', 'outside']),
  days: z.number(),
  state: z.enum(['done', 'now', 'next']),
  /** It decides (准予、不予). */
  decides: z.boolean(),
})
export type RouteStepShown = z.infer<typeof RouteStepShown>

/** What was asked for in the one supplement notice (补正). */
export const Supplement = z.object({
  lacks: z.array(z.object({ materialId: z.string(), name: z.string(), what: z.string() })),
  toldAt: Instant,
  /** The applicant has until then. */
  until: Day,
})
export type Supplement = z.infer<typeof Supplement>

/** What somebody asks the director for: a pause or more time. */
export const Ask = z.object({
  of: z.enum(['pause', 'extension']),
  kind: z.optional(PauseKind),
  workingDays: z.number(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type Ask = z.infer<typeof Ask>

/** Who does an act for the applicant (代办), and what they are to them. */
export const Agent = z.object({ name: z.string(), relation: z.string() })
export type Agent = z.infer<typeof Agent>

/** A case (办件) whole. */
export const Case = z.extend(CaseSummary, {
  hallName: z.string(),
  /** The official name, for papers. */
  officialName: z.string(),
  handlingType: HandlingType,
  /** The version of the guide it was accepted under. */
  guideVersion: z.string(),
  statutoryDays: z.optional(z.number()),
  resultName: z.string(),
  acceptedAt: z.optional(Instant),
  bookingId: z.optional(z.string()),
  /** Six digits that, with the number, find the case without signing in (查询码); for its owner and the desk. */
  queryCode: z.optional(z.string()),
  /** Six digits to say when somebody else fetches the result (取件码); for its owner alone, or for the receipt of who has no account. */
  pickUpCode: z.optional(z.string()),
  /** How well the applicant's name was known when the case was received; for staff. */
  realName: z.optional(RealNameLevel),
  /** Masked for everybody but the owner; numbers for everybody. */
  applicant: z.object({ name: z.string(), phone: z.optional(z.string()), idNumber: z.optional(z.string()) }),
  agent: z.optional(Agent),
  materials: z.array(CheckedMaterial),
  route: z.array(RouteStepShown),
  supplement: z.optional(Supplement),
  /** Materials promised for later (容缺), not handed in by this day. */
  gaps: z.optional(z.object({ names: z.array(z.string()), until: Day })),
  ask: z.optional(Ask),
  /** Offices invited to a joint meeting that have not given their opinion. */
  invited: z.optional(z.array(z.string())),
  /** Filed (归档) on this day; for staff. */
  archivedOn: z.optional(Day),
  /** The number of the city platform (市一体化平台办件编号); for staff. */
  platformNumber: z.optional(z.string()),
  events: z.array(CaseEvent),
  contacts: z.array(ServiceContact),
  /** How often the case made a person come. */
  trips: z.number(),
  /** What the caller may do now. */
  actions: z.array(CaseAction),
})
export type Case = z.infer<typeof Case>

/** A row of an approver's, leader's or director's inbox: a step to do, something asked for, or a meeting. */
export const InboxRow = z.extend(CaseSummary, {
  row: z.enum(['step', 'ask', 'meeting']),
  /** The step's name, or what is asked for. */
  about: z.string(),
  /** When it came here. */
  since: Instant,
  /** How often somebody urged. */
  urged: z.number(),
})
export type InboxRow = z.infer<typeof InboxRow>
