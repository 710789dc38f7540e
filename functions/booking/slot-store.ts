/** What is remembered about slots: places taken, places set by the director, closed days. Everything else is computed. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { counterKey, type HallDays, type SlotCounter, type SlotTime } from '@one-window/shared/booking/slots'
import type { Day } from '@one-window/shared/foundation/time'
import { audited, type By, type Deed } from '../platform/audit'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { readItem } from '../platform/read-item'

/** `slotKey` is `YYYY-MM-DD` for a closed day, `YYYY-MM-DD#HH:mm` for a slot's counter. */
const table = defineTable('slots', {
  hallId: { type: String, hashKey: true },
  slotKey: { type: String, rangeKey: true },
})

/** The requests that made an item what it is, so that a repeated one is known. */
type Requests = Record<string, string>
export type StoredCounter = SlotCounter & { requests?: Requests }

const slotKeyOf = (time: SlotTime) => ({ hallId: time.hallId, slotKey: counterKey(time) })
const counterOf = (item: Record<string, unknown>): StoredCounter => ({
  ...(item as unknown as StoredCounter),
  booked: Number(item.booked ?? 0),
})

/** The counter as it stands, strongly read; absent while nobody has booked and nothing was set. */
export async function findCounter(time: SlotTime): Promise<StoredCounter | undefined> {
  const item = await readItem(table.name, slotKeyOf(time))
  return item && counterOf(item)
}

/** Counters and closed days of a hall from one day to another: one query. */
export async function findHallDays(
  hallId: string,
  from: Day,
  to: Day,
  read: { consistent?: boolean } = {},
): Promise<HallDays & { requests: ReadonlyMap<Day, Requests> }> {
  const counters = new Map<string, SlotCounter>()
  const closures = new Map<Day, string>()
  const requests = new Map<Day, Requests>()
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'hallId = :hall AND slotKey BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':hall': hallId, ':from': from, ':to': `${to}#~` },
        ConsistentRead: read.consistent ?? false,
        ExclusiveStartKey: next,
      }),
    )
    for (const item of Items) {
      const key = String(item.slotKey)
      if (key.includes('#')) counters.set(key, counterOf(item))
      else {
        closures.set(key, String(item.reason))
        requests.set(key, item.requests as Requests)
      }
    }
    next = LastEvaluatedKey
  } while (next)
  return { counters, closures, requests }
}

const RECENT_MS = 1000
const recent = new Map<string, { until: number; days: Promise<HallDays> }>()

/** Counters and closed days at most a second old, for what is only offered and never decided. */
export function recentHallDays(hallId: string, from: Day, to: Day): Promise<HallDays> {
  const key = `${hallId} ${from} ${to}`
  const known = recent.get(key)
  if (known && performance.now() < known.until) return known.days
  const days = findHallDays(hallId, from, to)
  recent.set(key, { until: performance.now() + RECENT_MS, days })
  days.catch(() => recent.delete(key))
  return days
}

/** Whoever changes places here sees them changed at once. */
export const forgetRecent = (): void => recent.clear()

/**
 * Takes a place: only while the slot is open, has fewer than `places` people, and its capacity is what was read.
 */
export const takePlace = (time: SlotTime, seen: SlotCounter | undefined, places: number): Write => ({
  Update: {
    TableName: table.name,
    Key: slotKeyOf(time),
    UpdateExpression: 'ADD booked :one',
    ConditionExpression: `attribute_not_exists(closed) AND ${
      seen?.capacity === undefined ? 'attribute_not_exists(#capacity)' : '#capacity = :capacity'
    } AND (attribute_not_exists(booked) OR booked < :places)`,
    ExpressionAttributeNames: { '#capacity': 'capacity' },
    ExpressionAttributeValues: {
      ':one': 1,
      ':places': places,
      ...(seen?.capacity !== undefined && { ':capacity': seen.capacity }),
    },
  },
})

/** Frees a place, only while more than `above` are taken. */
export const freePlace = (time: SlotTime, above = 0): Write => ({
  Update: {
    TableName: table.name,
    Key: slotKeyOf(time),
    UpdateExpression: 'ADD booked :less',
    ConditionExpression: 'booked > :above',
    ExpressionAttributeValues: { ':less': -1, ':above': above },
  },
})

/**
 * Sets the places of a slot if nobody else set them meanwhile and, unless `hitting`, nobody loses their place.
 * False when that does not hold.
 */
export const saveCapacity = (
  time: SlotTime,
  seen: StoredCounter | undefined,
  capacity: number,
  { hitting }: { hitting: boolean },
  context: Context,
): Promise<boolean> =>
  held(
    [
      {
        Update: {
          TableName: table.name,
          Key: slotKeyOf(time),
          UpdateExpression:
            'SET #capacity = :capacity, #requests = :requests, booked = if_not_exists(booked, :none)',
          ConditionExpression: `${
            seen?.capacity === undefined ? 'attribute_not_exists(#capacity)' : '#capacity = :seen'
          }${hitting ? '' : ' AND (attribute_not_exists(booked) OR booked <= :capacity)'}`,
          ExpressionAttributeNames: { '#capacity': 'capacity', '#requests': 'requests' },
          ExpressionAttributeValues: {
            ':capacity': capacity,
            ':requests': { ...seen?.requests, [context.request.id]: context.request.body },
            ':none': 0,
            ...(seen?.capacity !== undefined && { ':seen': seen.capacity }),
          },
        },
      },
    ],
    context,
    {
      hallId: time.hallId,
      object: `slot:${time.slotId}`,
      before: { capacity: seen?.capacity },
      after: { capacity },
    },
  )

/** Writes with the row of the deed; false when a condition did not hold. */
async function held(writes: readonly Write[], by: By, deed: Deed): Promise<boolean> {
  try {
    await transact(writes, audited(by, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  } finally {
    forgetRecent()
  }
}

/** A closed day as it is kept. */
interface Closure {
  hallId: string
  date: Day
  reason: string
  requests: Requests
}

/**
 * Closes a day and every slot of it at once, so that a booking under way loses by its condition.
 * With `seen`, only while the people booked are those counted there: false when they are not.
 */
export function saveClosure(
  { hallId, date, reason, requests }: Closure,
  times: readonly SlotTime[],
  by: By,
  seen?: HallDays,
): Promise<boolean> {
  const writes: Write[] = [
    { Put: { TableName: table.name, Item: { hallId, slotKey: date, reason, requests } } },
    ...times.map((time): Write => {
      const booked = seen?.counters.get(counterKey(time))?.booked
      return {
        Update: {
          TableName: table.name,
          Key: slotKeyOf(time),
          UpdateExpression: 'SET closed = :closed, booked = if_not_exists(booked, :none)',
          ...(seen && {
            ConditionExpression: booked === undefined ? 'attribute_not_exists(booked)' : 'booked = :booked',
          }),
          ExpressionAttributeValues: {
            ':closed': true,
            ':none': 0,
            ...(booked !== undefined && { ':booked': booked }),
          },
        },
      }
    }),
  ]
  return held(writes, by, { hallId, object: `day:${hallId}.${date}`, after: { closed: true }, reason })
}
