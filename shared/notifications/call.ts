import * as z from 'zod/mini'
import { Instant } from '../foundation/time'
import { MessageKind } from './message'

/** A person the desk calls because no message reached them; the name is masked, the phone opens with the booking or case. */
export const Call = z.object({
  callId: z.string(),
  kind: MessageKind,
  /** When it happened. */
  at: Instant,
  /** Absent when who it was is no longer kept. */
  name: z.optional(z.string()),
  /** What to tell them. */
  title: z.string(),
  body: z.string(),
  bookingId: z.optional(z.string()),
  caseId: z.optional(z.string()),
  /** How often somebody called and nobody answered, and when last. */
  tries: z.number(),
  lastTriedAt: z.optional(Instant),
})
export type Call = z.infer<typeof Call>

export const CallOutcome = z.enum(['reached', 'not-reached'])
export type CallOutcome = z.infer<typeof CallOutcome>
