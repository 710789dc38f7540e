import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { ClockTime, Day } from '../foundation/time'
import { PersonName, Phone, plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { Unmasked, UnmaskReason } from '../identity/unmask'
import { Booking, HallDay, HitBooking, Relation, Slot } from './booking'

const slotRefusals = [
  'slot-full',
  'slot-closed',
  'slot-past',
  'slot-not-released',
  'calendar-not-announced',
] as const

/** The slots of a hall, computed from its hours, closures and the calendar; public. `days` 1–31, 7 unless said. */
export const listSlots = endpoint({
  method: 'GET',
  path: '/halls/{hallId}/slots',
  summary: '大厅的号段',
  allow: 'anyone',
  input: z.object({
    hallId: Id,
    serviceId: z.optional(Id),
    from: z.optional(Day),
    days: z.optional(
      z.coerce.number().check(z.int('天数要整数'), z.gte(1, '至少1天'), z.lte(31, '最多31天')),
    ),
  }),
  output: z.object({ days: z.array(HallDay), slots: z.array(Slot) }),
  refuses: ['not-found'],
})

const personRefusals = ['already-booked-that-day', 'too-many-bookings', 'booking-paused'] as const

/** Books a place. A refusal carries `nextFree`, the next slot with a place, where there is one. */
export const bookSlot = endpoint({
  method: 'POST',
  path: '/bookings',
  summary: '预约',
  allow: matrix.ownThings,
  input: z.object({
    slotId: Id,
    serviceId: Id,
    visitor: z.object({
      name: PersonName,
      /** The caller's own when absent; needed while none is known. */
      phone: z.optional(Phone),
      relation: z._default(Relation, 'self'),
      /** The visitor agrees to be booked for; must be true unless one books for oneself (PIPL art. 13, 14). */
      agreed: z.optional(z.boolean()),
    }),
  }),
  output: Booking,
  status: 201,
  refuses: ['not-found', ...slotRefusals, ...personRefusals],
  collects: true,
})

/**
 * Books for a villager who has no phone of their own (代约), by the hall or by a village station. The limits are those
 * of the villager, told apart by hall, name and phone.
 */
export const bookForVillager = endpoint({
  method: 'POST',
  path: '/desk/bookings',
  summary: '替村民预约',
  allow: matrix.desk,
  input: z.object({
    slotId: Id,
    serviceId: Id,
    visitor: z.object({ name: PersonName, phone: z.optional(Phone) }),
    agreed: z.literal(true, '请先问过本人，同意了再代约'),
  }),
  output: Booking,
  status: 201,
  refuses: ['not-found', ...slotRefusals, ...personRefusals],
})

/** What a village station booked for a day, in slot order; names masked. */
export const listStationBookings = endpoint({
  method: 'GET',
  path: '/desk/station-bookings',
  summary: '便民服务站某天的代约',
  allow: matrix.desk,
  input: z.object({ stationId: Id, date: Day }),
  output: z.object({ bookings: z.array(Booking) }),
  refuses: ['not-found'],
})

/**
 * Opens name and phone of a booking, with a reason. The windows only until a few days after its end (`not-allowed`
 * afterwards); everybody at most 30 times an hour.
 */
export const unmaskBooking = endpoint({
  method: 'POST',
  path: '/desk/bookings/{bookingId}/unmask',
  summary: '看预约人全名和电话',
  allow: matrix.unmask,
  input: z.object({ bookingId: Id, reason: UnmaskReason }),
  output: Unmasked,
  refuses: ['not-found', 'not-allowed', 'unmask-limit'],
})

/** The caller's bookings, next first, then the past ones, newest first; at most 20. */
export const listMyBookings = endpoint({
  method: 'GET',
  path: '/bookings',
  summary: '我的预约',
  allow: matrix.ownThings,
  input: z.object({}),
  output: z.object({ bookings: z.array(Booking) }),
  refuses: [],
})

export const viewBooking = endpoint({
  method: 'GET',
  path: '/bookings/{bookingId}',
  summary: '看一个预约',
  allow: matrix.ownBooking,
  input: z.object({ bookingId: Id }),
  output: Booking,
  refuses: ['not-found'],
})

export const cancelBooking = endpoint({
  method: 'POST',
  path: '/bookings/{bookingId}/cancel',
  summary: '取消预约',
  allow: matrix.ownBooking,
  input: z.object({ bookingId: Id }),
  output: Booking,
  refuses: ['not-found', 'wrong-status'],
})

/** Moves a booking; the old place is kept until the new one is certain (one transaction). */
export const rescheduleBooking = endpoint({
  method: 'POST',
  path: '/bookings/{bookingId}/reschedule',
  summary: '改约',
  allow: matrix.ownThings,
  input: z.object({ bookingId: Id, slotId: z.string() }),
  output: Booking,
  refuses: ['not-found', 'wrong-status', ...slotRefusals, 'already-booked-that-day', 'booking-elsewhere'],
})

/** The bookings of a day at a hall in slot order, with those who came that day for another; names masked. */
export const listDeskBookings = endpoint({
  method: 'GET',
  path: '/desk/bookings',
  summary: '大厅某天的预约',
  allow: matrix.deskLists,
  input: z.object({ hallId: Id, date: Day }),
  output: z.object({ bookings: z.array(Booking) }),
  refuses: ['not-found'],
})

/**
 * The person has come (签到). Nobody is turned away: early and late are noted, and who comes on another day
 * than booked is taken in today while the place of the booked day becomes free.
 */
export const checkInBooking = endpoint({
  method: 'POST',
  path: '/desk/bookings/{bookingId}/check-in',
  summary: '签到',
  allow: matrix.desk,
  input: z.object({ bookingId: Id }),
  output: Booking,
  refuses: ['not-found', 'wrong-status'],
})

/**
 * Sets the places of a slot. A number below the people booked is refused with `hit`, who would lose their place;
 * with `confirm` the last booked are cancelled by the hall, told, and get first choice.
 */
export const setSlotCapacity = endpoint({
  method: 'POST',
  path: '/desk/slots/{slotId}/capacity',
  summary: '改号段名额',
  allow: matrix.runHall,
  input: z.object({
    slotId: Id,
    capacity: z.number().check(z.int('名额要整数'), z.gte(0, '名额不能小于0'), z.lte(200, '名额最多200')),
    confirm: z.optional(z.boolean()),
    reason: z.optional(plainText(60, '原因')),
  }),
  output: z.object({ slot: Slot, cancelled: z.array(HitBooking) }),
  refuses: ['not-found', 'slot-past', 'capacity-below-booked', 'changed-meanwhile'],
})

/**
 * Closes a day (停办). With people booked it is first refused with `hit`; with `confirm` the day closes and
 * they are cancelled by the hall, told, and get first choice of other slots.
 */
export const closeDay = endpoint({
  method: 'POST',
  path: '/desk/halls/{hallId}/closures',
  summary: '大厅停办一天',
  allow: matrix.runHall,
  input: z.object({
    hallId: Id,
    date: Day,
    reason: z.pipe(plainText(60, '停办原因'), z.string().check(z.minLength(1, '请写停办原因'))),
    confirm: z.optional(z.boolean()),
  }),
  output: z.object({ date: Day, reason: z.string(), cancelled: z.array(HitBooking) }),
  status: 201,
  refuses: ['not-found', 'closure-hits-bookings', 'closure-too-late'],
})

/** What a slot refusal offers instead. */
export const NextFree = z.object({ slotId: Id, date: Day, start: ClockTime })
export type NextFree = z.infer<typeof NextFree>
