/** The people of a day as the desk takes them: who waits, who is still to come, who is done. */
import type { Booking } from './booking'

export interface DeskQueue {
  /** Checked in, in the order they came. */
  waiting: Booking[]
  /** Booked and not here yet, by slot. */
  coming: Booking[]
  /** At the window already, the last one first. */
  served: Booking[]
  /** Cancelled, or did not come: not in the queue. */
  absent: Booking[]
}

const by =
  (key: (booking: Booking) => string) =>
  (a: Booking, b: Booking): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

const ofStatus = (bookings: readonly Booking[], ...statuses: Booking['status'][]): Booking[] =>
  bookings.filter(({ status }) => statuses.includes(status))

/** Call order (叫号顺序): who has come is called in the order of coming; a booking that has not come is never called. */
export const deskQueue = (bookings: readonly Booking[]): DeskQueue => ({
  waiting: ofStatus(bookings, 'checked-in').sort(
    by(({ checkedInAt, bookingId }) => `${checkedInAt ?? ''}#${bookingId}`),
  ),
  coming: ofStatus(bookings, 'booked').sort(by(({ start, bookingId }) => `${start}#${bookingId}`)),
  served: ofStatus(bookings, 'served')
    .sort(by(({ start, bookingId }) => `${start}#${bookingId}`))
    .reverse(),
  absent: ofStatus(bookings, 'cancelled', 'hall-cancelled', 'no-show').sort(by(({ start }) => start)),
})

/** Whole minutes a person has waited since checking in; never negative. */
export const waitedMinutes = ({ checkedInAt }: Pick<Booking, 'checkedInAt'>, now: Date): number =>
  checkedInAt === undefined ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(checkedInAt)) / 60_000))

/** Longer than this is too long (等候 ≤ 15 分钟); to be confirmed by the centre. */
export const longWaitMinutes = 15
