import * as z from 'zod/mini'
import { Instant } from '../foundation/time'

/** What a person is told: in the app, newest first, and by WeChat where they allowed it. */
export const MessageKind = z.enum([
  'booked',
  'booking-reminder',
  'booking-moved',
  'booking-cancelled-by-hall',
  'case-accepted',
  'case-supplement',
  'case-paused',
  'case-concluded',
  'case-ready',
  'case-posted',
  'rating-asked',
  'follow-up-opened',
  'follow-up-moved',
  'follow-up-answered',
  'precheck-answered',
])
export type MessageKind = z.infer<typeof MessageKind>

export const Message = z.object({
  messageId: z.string(),
  kind: MessageKind,
  at: Instant,
  title: z.string(),
  body: z.string(),
  bookingId: z.optional(z.string()),
  caseId: z.optional(z.string()),
  /** Opens the rating of a contact, once, for its owner. */
  ratingCode: z.optional(z.string()),
  /** The contact whose rating it is about. */
  contact: z.optional(z.number()),
  precheckId: z.optional(z.string()),
})
export type Message = z.infer<typeof Message>

/** Not knowing these costs a person a trip or a right: whom no message reached, the desk calls. */
export const isImportant = (kind: MessageKind): boolean =>
  kind === 'booking-cancelled-by-hall' || kind === 'case-ready' || kind === 'case-supplement'
