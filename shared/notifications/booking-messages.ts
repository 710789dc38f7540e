/** What a person reads about their booking. No name and no number of a person stands in a message. */
import type { Booking } from '../booking/booking'
import { clockWords, shortDay, whenWords, type Day } from '../foundation/time'
import type { MessageKind } from './message'
import { thing, timeField, type TemplateFields } from './template-fields'

/** What a message says, in the app and by WeChat. */
export interface MessageWords {
  readonly kind: MessageKind
  readonly title: string
  readonly body: string
  readonly fields: TemplateFields
}

/** What the words of a booking need. */
export type ToldBooking = Pick<Booking, 'date' | 'start' | 'hallName' | 'serviceName'>

const placeFields = ({ date, start, hallName, serviceName }: ToldBooking, hint: string): TemplateFields => ({
  thing1: thing(serviceName),
  time2: timeField(date, start),
  thing3: thing(hallName),
  thing4: thing(hint),
})

/** The booking stands. */
export const bookedMessage = (booking: ToldBooking): MessageWords => ({
  kind: 'booked',
  title: '约好了',
  body: `${whenWords(booking.date, booking.start)}，到${booking.hallName}办“${booking.serviceName}”。来不了，可以改时间。`,
  fields: placeFields(booking, '按时来就行，来不了可以改时间'),
})

/** The evening before: tomorrow is the day. */
export const reminderMessage = (booking: ToldBooking): MessageWords => ({
  kind: 'booking-reminder',
  title: `明天${clockWords(booking.start)}，来大厅办事`,
  body: `${booking.hallName}，办“${booking.serviceName}”。材料带齐了吗？来不了，请先取消或改时间。`,
  fields: placeFields(booking, '明天来，材料请带齐'),
})

/** The booking is at another time now. */
export const movedMessage = (booking: ToldBooking): MessageWords => ({
  kind: 'booking-moved',
  title: '时间改好了',
  body: `改到${whenWords(booking.date, booking.start)}，${booking.hallName}，办“${booking.serviceName}”。`,
  fields: placeFields(booking, '时间改好了，按新时间来'),
})

/** The hall took the booking back: why, and until when the person may choose first. */
export const cancelledByHallMessage = (
  booking: ToldBooking,
  { reason, firstChoiceUntil }: { reason: string; firstChoiceUntil: Day },
): MessageWords => ({
  kind: 'booking-cancelled-by-hall',
  title: `您${whenWords(booking.date, booking.start)}的预约取消了`,
  body: `${booking.hallName}：${reason}。对不住您。${shortDay(firstChoiceUntil)}前，您可以优先另选时间。`,
  fields: {
    thing1: thing(booking.serviceName),
    time2: timeField(booking.date, booking.start),
    thing3: thing(reason),
    thing4: thing(`${shortDay(firstChoiceUntil)}前可优先另选时间`),
  },
})
