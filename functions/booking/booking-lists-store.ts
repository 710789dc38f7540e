/** Lists of bookings, each from the index that is kept for it. */
import { setTimeout as wait } from 'node:timers/promises'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { holdsPlace } from '@one-window/shared/booking/lifecycle'
import type { Day } from '@one-window/shared/foundation/time'
import { database } from '../platform/dynamo'
import { Problem } from '../platform/problem'
import { readItem } from '../platform/read-item'
import { bookingOf, dayKey, table, type StoredBooking } from './booking-store'
import { findHallDays } from './slot-store'

type Item = Record<string, unknown>
interface List {
  index: 'byDeskDay' | 'byStationDay' | 'byPerson'
  hash: 'deskDay' | 'stationDay' | 'personId'
  of: string
}

/** Every item of a list, in order, however many pages it takes. */
async function all({ index, hash, of }: List): Promise<Item[]> {
  const found: Item[] = []
  let next: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: `${hash} = :of`,
        ExpressionAttributeValues: { ':of': of },
        ExclusiveStartKey: next,
      }),
    )
    found.push(...Items)
    next = LastEvaluatedKey
  } while (next)
  return found
}

/** The bookings of these ids, in their order. */
export async function listBookings(bookingIds: readonly string[]): Promise<StoredBooking[]> {
  const items = await Promise.all(
    bookingIds.map((bookingId) => readItem(table.name, { bookingId }, { consistent: false })),
  )
  return items.flatMap((item) => (item ? [bookingOf(item)] : []))
}

/** Who is at the desk on a day: those booked for it, and those who came that day for another, in order. */
export const listDeskDay = async (hallId: string, date: Day): Promise<StoredBooking[]> =>
  (await all({ index: 'byDeskDay', hash: 'deskDay', of: dayKey(hallId, date) })).map(bookingOf)

/** What a village station booked for a day, in slot order. */
export const listStationDay = async (stationId: string, date: Day): Promise<StoredBooking[]> =>
  (await all({ index: 'byStationDay', hash: 'stationDay', of: dayKey(stationId, date) })).map(bookingOf)

/** The ids of every booking of a person, oldest first; the index may lag a moment behind. */
export const listBookingIdsOf = async (personId: string): Promise<string[]> =>
  (await all({ index: 'byPerson', hash: 'personId', of: personId })).map(({ bookingId }) => String(bookingId))

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
