/**
 * The months of ratings: a line for each rating, and the sums of the lines. Both change in one transaction and only from
 * the line as it was read, so that what comes twice counts once and a sum is what its lines say.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Month } from '@one-window/shared/foundation/time'
import { Counter, difference, sumOf, type Counts } from '@one-window/shared/ratings/month'
import type { MonthRating } from '@one-window/shared/ratings/endpoints'
import { ConditionFailed, database, defineTable, tally, type Write } from '../platform/dynamo'

/** `entry`: `sheet`, `frozen`, a line, a case that was counted, a suspicion; or what a clerk received. */
export const table = defineTable('rating-months', {
  hallMonth: { type: String, hashKey: true },
  entry: { type: String, rangeKey: true },
})

/** A rating's line in its month. */
export interface Line extends Omit<MonthRating, 'lineId'> {
  readonly lineId: string
  readonly hallId: string
  readonly month: Month
  readonly again?: boolean
  /** Sorts the lines of a month: `rated#<stars>#<when>#<id>`. */
  readonly entry: string
  /** How far the rating and its follow-up had come. */
  readonly version: number
  readonly counts: Counts
  /** What it counts for in the month it had to be finished in. */
  readonly due?: { readonly month: Month; readonly counts: Counts }
  /** Which rating; for those who count, never shown. */
  readonly caseId: string
  readonly servedBy?: string
  readonly hasText: boolean
  readonly rater?: string
  readonly ofStaff?: boolean
  readonly after?: number
  /** The domain whose guide it is about. */
  readonly unit?: string
}

/** The key of a hall's month. */
export const hallMonthOf = (hallId: string, month: Month): string => `${hallId}#${month}`
/** The key of what a clerk received in a month. */
export const mineOf = (personId: string, month: Month): string => `mine#${personId}#${month}`
/** The entry of a line among those that had to be finished in a month. */
const dueEntry = ({ lineId }: Pick<Line, 'lineId'>): string => `due#${lineId}`

const lineKey = ({ hallId, month, entry }: Pick<Line, 'hallId' | 'month' | 'entry'>) => ({
  hallMonth: hallMonthOf(hallId, month),
  entry,
})

async function findLine(line: Line): Promise<Line | undefined> {
  const { Item } = await database.send(
    new GetCommand({ TableName: table.name, Key: lineKey(line), ConsistentRead: true }),
  )
  return Item as Line | undefined
}

/** Adds to the sums of a hall's month; undefined when nothing changes. */
function sumWrite(hallId: string, month: Month, by: Counts, unit?: string): Write | undefined {
  const names = Counter.options.filter((name) => by[name])
  if (names.length === 0 && unit === undefined) return undefined
  return {
    Update: {
      TableName: table.name,
      Key: { hallMonth: hallMonthOf(hallId, month), entry: 'sheet' },
      UpdateExpression: `ADD ${[...names.map((name) => `#${name} :${name}`), ...(unit ? ['units :unit'] : [])].join(', ')}`,
      ...(names.length > 0 && {
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      }),
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name) => [`:${name}`, by[name]])),
        ...(unit && { ':unit': new Set([unit]) }),
      },
    },
  }
}

/** What the sums of each month must change by. */
function changes(before: Line | undefined, after: Line): Map<Month, Counts> {
  const found = new Map<Month, Counts>()
  const add = (month: Month, by: Counts): void => void found.set(month, sumOf([found.get(month) ?? {}, by]))
  add(after.month, difference(before?.counts ?? {}, after.counts))
  if (before?.due) add(before.due.month, difference(before.due.counts, {}))
  if (after.due) add(after.due.month, difference({}, after.due.counts))
  return found
}

function dueWrites(before: Line | undefined, after: Line): Write[] {
  const { hallId, due } = after
  const moved = before?.due && before.due.month !== due?.month ? before.due.month : undefined
  return [
    ...(due
      ? [
          {
            Put: {
              TableName: table.name,
              Item: { ...after, hallMonth: hallMonthOf(hallId, due.month), entry: dueEntry(after) },
            },
          },
        ]
      : []),
    ...(moved
      ? [
          {
            Delete: {
              TableName: table.name,
              Key: { hallMonth: hallMonthOf(hallId, moved), entry: dueEntry(after) },
            },
          },
        ]
      : []),
  ]
}

/** How many a clerk received in a month: the next one gets the number after. */
const RECEIVED = 'received'
const numbered = (number: number): string => `#${String(number).padStart(6, '0')}`

async function receivedSoFar({ servedBy, month }: Line): Promise<number> {
  if (!servedBy) return 0
  const Key = { hallMonth: mineOf(servedBy, month), entry: RECEIVED }
  const { Item } = await database.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))
  return Number(Item?.count ?? 0)
}

/** Its case is counted once a month. */
const caseWrite = ({ hallId, month, caseId }: Line): Write => ({
  Put: {
    TableName: table.name,
    Item: { hallMonth: hallMonthOf(hallId, month), entry: `case#${caseId}` },
    ConditionExpression: 'attribute_not_exists(hallMonth)',
  },
})

/** What a clerk received, numbered as it was counted: what they may read must never change places. */
function receivedWrites(line: Line, soFar: number): Write[] {
  const { servedBy, month, again, lineId, level, tags, caseId, contact, hasText } = line
  if (!servedBy || again) return []
  const hallMonth = mineOf(servedBy, month)
  return [
    {
      Update: {
        TableName: table.name,
        Key: { hallMonth, entry: RECEIVED },
        UpdateExpression: 'SET #count = :next',
        ConditionExpression: soFar === 0 ? 'attribute_not_exists(#count)' : '#count = :seen',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':next': soFar + 1, ...(soFar > 0 && { ':seen': soFar }) },
      },
    },
    {
      Put: {
        TableName: table.name,
        Item: { hallMonth, entry: numbered(soFar + 1), lineId, level, tags, caseId, contact, hasText },
      },
    },
  ]
}

const ATTEMPTS = 10

/** Brings a rating's line and the sums to how it stands; false when they were there already, or further. */
export async function applyLine(wanted: Line): Promise<boolean> {
  let isFirstOfCase = !wanted.again
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await findLine(wanted)
    if (before && before.version >= wanted.version) return false
    const countsCase = before ? before.counts.cases === 1 : isFirstOfCase
    const after: Line = { ...wanted, counts: { ...wanted.counts, ...(countsCase && { cases: 1 }) } }
    const first = before
      ? []
      : [...(countsCase ? [caseWrite(after)] : []), ...receivedWrites(after, await receivedSoFar(after))]
    const put: Write = {
      Put: {
        TableName: table.name,
        Item: { ...after, ...lineKey(after) },
        ...(before
          ? {
              ConditionExpression: '#version = :seen',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':seen': before.version },
            }
          : { ConditionExpression: 'attribute_not_exists(hallMonth)' }),
      },
    }
    const sums = [...changes(before, after)].flatMap(
      ([month, by]) =>
        sumWrite(after.hallId, month, by, before || month !== after.month ? undefined : after.unit) ?? [],
    )
    try {
      await tally([put, ...first, ...dueWrites(before, after), ...sums])
      return true
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      // somebody counted the line meanwhile, or another contact of the case
      if (countsCase && !before && !error.failedAt(0) && error.failedAt(1)) isFirstOfCase = false
    }
  }
  throw new Error('others kept counting the same rating')
}
