/** Bookings: found by id, by person and by the desk's day; every change is one transaction with conditions. */
import { setTimeout as wait } from 'node:timers/promises'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingLifecycle, holdsPlace, type BookingAction } from '@one-window/shared/booking/lifecycle'
import type { SlotTime } from '@one-window/shared/booking/slots'
import type { Day } from '@one-window/shared/foundation/time'
import type { Caller } from '@one-window/shared/identity/identity'
import { audited, type By, type Deed } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'
import { Problem } from '../platform/problem'
import { readItem } from '../platform/read-item'
import { findCounter, findHallDays, forgetRecent, type StoredCounter } from './slot-store'
import { findVisitor, type StoredVisitor } from './visitor-store'

const table = defineTable('bookings', {
  bookingId: { type: String, hashKey: true },
  deskDay: {
    type: String,
    index: { name: 'byDeskDay', type: 'global', rangeKey: 'deskOrder', project: true },
  },
  deskOrder: { type: String },
})

/** A booking as it is kept; the visitor's name and phone are sealed at rest. */
export type StoredBooking = Omit<Booking, 'hallName' | 'serviceName'> & {
  personId: string
  /** The requests that made it what it is, each with the fingerprint of its body. */
  requests: Readonly<Record<string, string>>
}
type Item = Record<string, unknown>

const deskPlace = (hallId: string, date: Day, order: string, bookingId: string) => ({
  deskDay: `${hallId}#${date}`,
  deskOrder: `${order}#${bookingId}`,
})
const sealedAt = (bookingId: string) => ({ table: 'bookings', key: bookingId, field: 'visitor' })

const itemOf = (booking: StoredBooking): Item => ({
  ...booking,
  ...deskPlace(booking.hallId, booking.date, booking.start, booking.bookingId),
  visitor: seal(JSON.stringify(booking.visitor), sealedAt(booking.bookingId)),
})
function bookingOf(item: Item): StoredBooking {
  const {
    deskDay: _day,
    deskOrder: _order,
    ...booking
  } = item as unknown as Omit<StoredBooking, 'visitor'> & {
    deskDay: string
    deskOrder: string
    visitor: string
  }
  const visitor = JSON.parse(open(booking.visitor, sealedAt(booking.bookingId))) as Booking['visitor']
  return { ...booking, visitor }
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

/** The booking, if it is the resident's own or of a hall the staff member belongs to. */
export async function findBooking(caller: Caller, bookingId: string): Promise<StoredBooking | undefined> {
  const booking = await findBookingById(bookingId)
  if (!booking) return undefined
  const theirs =
    caller.role === 'resident'
      ? booking.personId === caller.personId
      : caller.hallIds.includes(booking.hallId)
  return theirs ? booking : undefined
}

/** The bookings of these ids, in their order. */
export async function listBookings(bookingIds: readonly string[]): Promise<StoredBooking[]> {
  const items = await Promise.all(
    bookingIds.map((bookingId) => readItem(table.name, { bookingId }, { consistent: false })),
  )
  return items.flatMap((item) => (item ? [bookingOf(item)] : []))
}

/** Who is at the desk on a day: those booked for it, and those who came that day for another, in order. */
export async function listDeskDay(hallId: string, date: Day): Promise<StoredBooking[]> {
  const found: StoredBooking[] = []
  let next: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'byDeskDay',
        KeyConditionExpression: 'deskDay = :day',
        ExpressionAttributeValues: { ':day': `${hallId}#${date}` },
        ExclusiveStartKey: next,
      }),
    )
    found.push(...Items.map(bookingOf))
    next = LastEvaluatedKey
  } while (next)
  return found
}

const LOOKS = 6

/**
 * Every booking of a hall's day, none missing: the index may lag behind the counters, so it is read again until
 * both agree; `busy` when they do not in time.
 */
export async function listWholeDay(hallId: string, date: Day): Promise<StoredBooking[]> {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await wait(50 * look)
    const { counters } = await findHallDays(hallId, date, date, { consistent: true })
    const bookings = (await listDeskDay(hallId, date)).filter((booking) => booking.date === date)
    const counted = [...counters.values()].reduce((sum, { booked }) => sum + booked, 0)
    const held = bookings.filter(
      ({ status, arrival }) => holdsPlace.includes(status) && arrival !== 'other-day',
    )
    if (held.length === counted) return bookings
  }
  throw new Problem('busy')
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
    ...(deskAt && deskPlace(booking.hallId, deskAt.date, deskAt.order, booking.bookingId)),
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
