import * as z from 'zod/mini'
import { ClockTime, Day, Instant } from '../foundation/time'
import { RealNameLevel } from '../identity/session'
import { BookingStatus } from './lifecycle'

/** When a person came, against the slot that was booked. */
export const Arrival = z.enum(['early', 'on-time', 'late', 'other-day'])
export type Arrival = z.infer<typeof Arrival>

/** A slot (号段): half an hour of a hall in which so many people may be booked. `slotId` = hall.yyyymmdd.hhmm */
export const SlotState = z.enum(['open', 'full', 'closed', 'past', 'not-released'])
export type SlotState = z.infer<typeof SlotState>

export const Slot = z.object({
  slotId: z.string(),
  date: Day,
  start: ClockTime,
  end: ClockTime,
  capacity: z.number(),
  left: z.number(),
  state: SlotState,
})
export type Slot = z.infer<typeof Slot>

/** What a day of the week strip is; `not-announced`: the year's 放假安排 is not published, nothing is offered. */
export const HallDay = z.object({
  date: Day,
  kind: z.enum(['working', 'make-up', 'weekend', 'holiday', 'not-announced', 'closed']),
  /** Why it is closed (停电检修). */
  reason: z.optional(z.string()),
})
export type HallDay = z.infer<typeof HallDay>

/** For whom a booking is: for oneself, for one of the family (替家人约), for a villager without a phone (代约). */
export const Relation = z.enum(['self', 'family', 'villager'])
export type Relation = z.infer<typeof Relation>

/** Chinese words of the relations. */
export const relationWords: Readonly<Record<Relation, string>> = {
  self: '本人约的',
  family: '家人代约',
  villager: '工作人员代约',
}

/** A booking (预约) as its owner and the desk see it; phones always masked, names for everybody but the owner. */
export const Booking = z.object({
  bookingId: z.string(),
  /** Six digits shown at the desk to check in. */
  code: z.string(),
  status: BookingStatus,
  hallId: z.string(),
  hallName: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  slotId: z.string(),
  date: Day,
  start: ClockTime,
  end: ClockTime,
  /** Who comes; without a phone only a villager. */
  visitor: z.object({ name: z.string(), phone: z.optional(z.string()), relation: Relation }),
  /** When the visitor agreed to be booked for by somebody else (代约同意). */
  agreedAt: z.optional(Instant),
  /** How well the name is known of who booked for themselves, as the desk checked it since. */
  realName: RealNameLevel,
  /** The village station that booked. */
  stationId: z.optional(z.string()),
  bookedAt: Instant,
  checkedInAt: z.optional(Instant),
  arrival: z.optional(Arrival),
  cancelledAt: z.optional(Instant),
  /** The person cancelled later than the rule asks; never counts as a no-show. */
  cancelledLate: z.optional(z.boolean()),
  /** Why the hall cancelled. */
  reason: z.optional(z.string()),
  /** Until this day the person moved by the hall may also book places kept for walk-ins. */
  firstChoiceUntil: z.optional(Day),
  caseId: z.optional(z.string()),
})
export type Booking = z.infer<typeof Booking>

/** Someone a closing or a capacity cut would hit, as the director sees them before confirming. */
export const HitBooking = z.object({
  bookingId: z.string(),
  start: ClockTime,
  visitor: z.object({ name: z.string(), phone: z.optional(z.string()) }),
  serviceName: z.string(),
})
export type HitBooking = z.infer<typeof HitBooking>
