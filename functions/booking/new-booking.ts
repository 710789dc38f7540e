import type { Booking } from '@one-window/shared/booking/booking'
import { mayBook } from '@one-window/shared/booking/may-book'
import { findSlotTime, type SlotTime } from '@one-window/shared/booking/slots'
import { withBooking } from '@one-window/shared/booking/visitor'
import type { Hall } from '@one-window/shared/halls/hall'
import { findHall } from '@one-window/shared/halls/halls'
import { findGuide } from '../catalogue/public'
import { derivedId } from '../platform/crypto'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBookingById, findStanding, newBookingWrite, settle, type StoredBooking } from './booking-store'
import { decided, isRepeat } from './decided'
import { presentBooking } from './present-booking'
import { refused } from './refused'
import { takePlace } from './slot-store'
import { visitorWrite } from './visitor-store'

/** A slot that may be asked for, with its hall. */
export interface Wanted {
  readonly time: SlotTime
  readonly hall: Hall
  readonly serviceId: string
  /** What it is called today; the booking keeps it. */
  readonly serviceName: string
}

/** What is asked for, as far as the hall has it and takes bookings for it; throws `not-found`. */
export async function wanted(
  { slotId, serviceId }: { slotId: string; serviceId: string },
  now: Date,
): Promise<Wanted> {
  const time = findSlotTime(slotId)
  const hall = time && findHall(time.hallId)
  const guide = hall && (await findGuide(hall.hallId, serviceId, now))
  if (!time || !hall || !guide?.service.bookable) throw new Problem('not-found')
  return { time, hall, serviceId, serviceName: guide.service.plainName }
}

/** Who comes, and whose limits it counts for. */
export type ForWhom = Pick<StoredBooking, 'personId' | 'visitor' | 'agreedAt' | 'stationId'>

/**
 * Takes a place. The booking's id is the request's: the same request is the same booking, however often it is sent.
 * `levelOf` is asked once the place may be had.
 */
export function takenPlace(
  { time, hall, serviceId, serviceName }: Wanted,
  forWhom: ForWhom,
  context: Context,
  levelOf: () => Promise<StoredBooking['realName']>,
): Promise<Booking> {
  const { now, request } = context
  const { personId } = forWhom
  return decided(async () => {
    const { counter, visitor } = await findStanding(time, personId)
    if (visitor.recent.includes(request.id)) return theSame(context)
    const decision = mayBook(time, counter, hall, visitor, now)
    if (decision.refusal !== undefined) throw await refused(decision, time, hall, now)
    const booking: StoredBooking = {
      bookingId: request.id,
      code: codeOf(request.id),
      status: 'booked',
      ...time,
      serviceId,
      serviceName,
      ...forWhom,
      realName: await levelOf(),
      bookedAt: now.toISOString(),
      requests: { [request.id]: request.body },
    }
    const outcome = await settle(
      {
        booking: newBookingWrite(booking),
        visitor: visitorWrite(visitor, withBooking(visitor, booking, now)),
        place: takePlace(time, counter, decision.places),
      },
      context,
      { hallId: booking.hallId, object: `booking:${booking.bookingId}`, after: booking },
    )
    if (outcome === 'booking') return theSame(context)
    return outcome === 'written' ? presentBooking(booking, context.caller) : undefined
  })
}

/** Six digits to say at the desk; the list there shows who else might have the same. */
const codeOf = (bookingId: string): string =>
  String(Buffer.from(derivedId('booking code', bookingId), 'base64url').readUInt32BE() % 1_000_000).padStart(
    6,
    '0',
  )

async function theSame({ caller, request, replayed }: Context): Promise<Booking | undefined> {
  const booking = await findBookingById(request.id)
  if (!booking || !isRepeat(booking.requests, request)) return undefined
  replayed()
  return presentBooking(booking, caller)
}
