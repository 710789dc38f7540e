/** A pre-check (预审): photos sent ahead, so that nobody makes a trip for a paper that is not right. */
import * as z from 'zod/mini'
import { LinkedFile } from '../files/file'
import { Day, Instant } from '../foundation/time'
import { PrecheckStatus } from './lifecycle'

/** What the window found: every paper is there and right, or something is still to come. */
export const PrecheckOutcome = z.enum(['all-good', 'incomplete'])
export type PrecheckOutcome = z.infer<typeof PrecheckOutcome>

/** One line of the guide's list with what was sent for it. */
export const PrecheckLine = z.object({
  materialId: z.string(),
  name: z.string(),
  /** How many, in what form: what to bring in the end. */
  note: z.string(),
  necessity: z.enum(['required', 'conditional']),
  /** A blank form of the hall, filled in there: nobody needs to send it. */
  isForm: z.boolean(),
  files: z.array(LinkedFile),
  /** What the window said; absent while it has not looked. */
  ok: z.optional(z.boolean()),
  reason: z.optional(z.string()),
})
export type PrecheckLine = z.infer<typeof PrecheckLine>

/** A row of a list. */
export const PrecheckSummary = z.object({
  precheckId: z.string(),
  status: PrecheckStatus,
  hallId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  createdAt: Instant,
  submittedAt: z.optional(Instant),
  answeredAt: z.optional(Instant),
  outcome: z.optional(PrecheckOutcome),
  caseId: z.optional(z.string()),
})
export type PrecheckSummary = z.infer<typeof PrecheckSummary>

/** A pre-check as its owner and the desk see it; the name masked for the desk. */
export const Precheck = z.extend(PrecheckSummary, {
  hallName: z.string(),
  name: z.optional(z.string()),
  /** How often it was sent, and how often it still may be. */
  round: z.number(),
  roundsLeft: z.number(),
  lines: z.array(PrecheckLine),
  /** A draft that was not sent is gone on this day. */
  goneOn: z.optional(Day),
})
export type Precheck = z.infer<typeof Precheck>

/** Somebody waiting for the window's answer. */
export const WaitingPrecheck = z.object({
  precheckId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  /** 王*明 */
  name: z.string(),
  submittedAt: Instant,
  round: z.number(),
  fileCount: z.number(),
})
export type WaitingPrecheck = z.infer<typeof WaitingPrecheck>
