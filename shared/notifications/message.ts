import * as z from 'zod/mini'
import { Instant } from '../foundation/time'

/** What a person is told in the app, newest first; later also by WeChat. */
export const MessageKind = z.enum(['booking-cancelled-by-hall', 'follow-up-opened'])
export type MessageKind = z.infer<typeof MessageKind>

export const Message = z.object({
  messageId: z.string(),
  kind: MessageKind,
  at: Instant,
  title: z.string(),
  body: z.string(),
  bookingId: z.optional(z.string()),
  caseId: z.optional(z.string()),
})
export type Message = z.infer<typeof Message>
