/** Bookings, found by id; every change is one transaction with conditions. */
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingLifecycle, type BookingAction } from '@one-window/shared/booking/lifecycle'
import type { SlotTime } from '@one-window/shared/booking/slots'
import type { Day } from '@one-window/shared/foundation/time'
import type { Caller } from '@one-window/shared/identity/identity'
import { audited, type By, type Deed } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, defineTable, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'
import { readItem } from '../platform/read-item'
import { findCounter, forgetRecent, type StoredCounter } from './slot-store'
import { findVisitor, type StoredVisitor } from './visitor-store'

export const table = defineTable(
  'bookings',
  {
    bookingId: { type: String, hashKey: true },
    personId: {
      type: String,
      index: { name: 'byPerson', type: 'global', rangeKey: 'bookedAt', project: false },
    },
    bookedAt: { type: String },
    deskDay: {
      type: String,
      index: { name: 'byDeskDay', type: 'global', rangeKey: 'deskOrder', project: true },
    },
    stationDay: {
      type: String,
      index: { name: 'byStationDay', type: 'global', rangeKey: 'deskOrder', project: true },
    },
    deskOrder: { type: String },
  },
  { streamed: true },
)

/** A booking as it is kept; the visitor's name and phone are sealed at rest. */
export type StoredBooking = Omit<Booking, 'hallName' | 'serviceName'> & {
  /** Whose limits it counts for: who booked, or the villager who was booked for. */
  personId: string
  /** What the service was called when it was booked; absent for older ones. */
  serviceName?: string
  /** The requests that made it what it is, each with the fingerprint of its body. */
  requests: Readonly<Record<string, string>>
}
type Item = Record<string, unknown>

/** The key of a day at a hall or a station. */
export const dayKey = (placeId: string, date: Day): string => `${placeId}#${date}`
const deskPlace = (
  { hallId, stationId, bookingId }: Pick<StoredBooking, 'hallId' | 'stationId' | 'bookingId'>,
  date: Day,
  order: string,
) => ({
  deskDay: dayKey(hallId, date),
  ...(stationId && { stationDay: dayKey(stationId, date) }),
  deskOrder: `${order}#${bookingId}`,
})
const sealedAt = (bookingId: string) => ({ table: 'bookings', key: bookingId, field: 'visitor' })

/** Who comes, as it is kept. */
export const sealedVisitor = (bookingId: string, visitor: Booking['visitor']): string =>
  seal(JSON.stringify(visitor), sealedAt(bookingId))

const itemOf = (booking: StoredBooking): Item => ({
  ...booking,
  ...deskPlace(booking, booking.date, booking.start),
  visitor: sealedVisitor(booking.bookingId, booking.visitor),
})
/** A booking from its item; one kept before relations were asked for is of the person themselves. */
export function bookingOf(item: Item): StoredBooking {
  const {
    deskDay: _day,
    stationDay: _station,
    deskOrder: _order,
    ...booking
  } = item as unknown as Omit<StoredBooking, 'visitor'> &
    Record<'deskDay' | 'stationDay' | 'deskOrder' | 'visitor', string>
  const visitor = JSON.parse(open(booking.visitor, sealedAt(booking.bookingId))) as Booking['visitor']
  return {
    ...booking,
    realName: booking.realName ?? 'none',
    visitor: { ...visitor, relation: visitor.relation ?? 'self' },
  }
}

/** When and where a booking is. */
export const timeOf = ({ slotId, hallId, date, start, end }: StoredBooking): SlotTime => ({
  slotId,
  hallId,
  date,
  start,
  end,
})

/** The booking of an id, strongly read; for code that has already settled whose it is. */
export async function findBookingById(bookingId: string): Promise<StoredBooking | undefined> {
  const item = await readItem(table.name, { bookingId })
  return item && bookingOf(item)
}

/** The booking, if it is of a hall the staff member works for: what the desk does, a village station does not. */
export async function findBookingAtDesk(
  { role, hallIds }: Caller,
  bookingId: string,
): Promise<StoredBooking | undefined> {
  const booking = await findBookingById(bookingId)
  return booking && role !== 'resident' && hallIds.includes(booking.hallId) ? booking : undefined
}

/** The booking, if it is the resident's own, of a hall the staff member works for, or made by their station. */
export async function findBooking(caller: Caller, bookingId: string): Promise<StoredBooking | undefined> {
  const booking = await findBookingById(bookingId)
  if (!booking) return undefined
  const { personId, hallId, stationId } = booking
  const theirs =
    caller.role === 'resident'
      ? personId === caller.personId
      : caller.hallIds.includes(hallId) || (stationId !== undefined && caller.stationIds.includes(stationId))
  return theirs ? booking : undefined
}

/** A slot and a person as they stand, strongly read at once: what decides whether a place may be taken. */
export async function findStanding(
  time: SlotTime,
  personId: string,
): Promise<{ counter: StoredCounter | undefined; visitor: StoredVisitor }> {
  const [counter, visitor] = await Promise.all([findCounter(time), findVisitor(personId)])
  return { counter, visitor }
}

/** The write of a new booking; an id is used once. */
export const newBookingWrite = (booking: StoredBooking): Write => ({
  Put: {
    TableName: table.name,
    Item: itemOf(booking),
    ConditionExpression: 'attribute_not_exists(bookingId)',
  },
})

/** What an action changes besides the status; `deskAt` moves it to another place in the desk's list. */
export type BookingChanges = Partial<
  Omit<StoredBooking, 'bookingId' | 'hallId' | 'personId' | 'visitor' | 'requests' | 'status'>
> & { deskAt?: { date: Day; order: string } }

/**
 * The write of one step of a booking's life: only from a status the step may start from, and only while it is in
 * the slot it was read in. It notes the request, so that a repeated one is known.
 */
export function bookingWrite(
  booking: StoredBooking,
  action: BookingAction,
  { deskAt, ...changes }: BookingChanges,
  request?: RequestMark,
): Write {
  const { from, to } = bookingLifecycle[action]
  const set: Item = {
    status: to,
    ...changes,
    ...(deskAt && deskPlace(booking, deskAt.date, deskAt.order)),
  }
  const names = Object.keys(set)
  return {
    Update: {
      TableName: table.name,
      Key: { bookingId: booking.bookingId },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${
        request ? ', #requests.#request = :body' : ''
      }`,
      ConditionExpression: `#status IN (${from.map((_, i) => `:from${i}`).join(', ')}) AND #slotId = :oldSlotId`,
      ExpressionAttributeNames: {
        '#slotId': 'slotId',
        ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ...(request && { '#requests': 'requests', '#request': request.id }),
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
        ...Object.fromEntries(from.map((status, i) => [`:from${i}`, status])),
        ':oldSlotId': booking.slotId,
        ...(request && { ':body': request.body }),
      },
    },
  }
}

/** The write that notes on a booking that the desk has checked who came, as long as it is where it was read. */
export const checkedWrite = (
  { bookingId, status }: Pick<StoredBooking, 'bookingId' | 'status'>,
  request: RequestMark,
): Write => ({
  Update: {
    TableName: table.name,
    Key: { bookingId },
    UpdateExpression: 'SET realName = :checked, #requests.#request = :body',
    ConditionExpression: '#status = :status',
    ExpressionAttributeNames: { '#status': 'status', '#requests': 'requests', '#request': request.id },
    ExpressionAttributeValues: { ':checked': 'checked', ':status': status, ':body': request.body },
  },
})

/** What is done to a booking, as the audit keeps it. */
export const deedOn = (booking: StoredBooking, changes: object, reason?: string): Deed => ({
  hallId: booking.hallId,
  object: `booking:${booking.bookingId}`,
  before: booking,
  after: changes,
  ...(reason && { reason }),
})

/** Writes all or nothing, with the row of the deed; answers `written`, or the first write, in the order given, whose condition failed. */
export async function settle<Name extends string>(
  writes: Record<Name, Write>,
  by: By,
  deed: Deed,
): Promise<'written' | Name> {
  const names = Object.keys(writes) as Name[]
  try {
    await transact(
      names.map((name) => writes[name]),
      audited(by, deed),
    )
    return 'written'
  } catch (error) {
    const failed = error instanceof ConditionFailed && names.find((_, place) => error.failedAt(place))
    if (failed) return failed
    throw error
  } finally {
    forgetRecent()
  }
}
