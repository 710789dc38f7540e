/** Who works where: one row for each hall of a staff member, so that a hall's list is a query. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Post } from '@one-window/shared/staff/post'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database, defineTable, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const PAGE = 50

const table = defineTable('staff', {
  hallId: { type: String, hashKey: true },
  personId: { type: String, rangeKey: true },
})

/** The halls of posts, each once. */
export const hallsOf = (posts: readonly Post[]): string[] => [...new Set(posts.map(({ hallId }) => hallId))]

/** The writes that make the lists of halls follow a change of posts. */
export function membershipWrites(personId: string, before: readonly Post[], after: readonly Post[]): Write[] {
  const [old, now] = [hallsOf(before), hallsOf(after)]
  return [
    ...now
      .filter((hallId) => !old.includes(hallId))
      .map((hallId): Write => ({ Put: { TableName: table.name, Item: { hallId, personId } } })),
    ...old
      .filter((hallId) => !now.includes(hallId))
      .map((hallId): Write => ({ Delete: { TableName: table.name, Key: { hallId, personId } } })),
  ]
}

/** The ids of a hall's staff; pages of 50. */
export async function listMembers(
  hallId: string,
  cursor?: string,
): Promise<{ personIds: string[]; cursor?: string }> {
  const [after] = cursor === undefined ? [] : placeOfCursor(cursor, 1)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'hallId = :hall',
      ExpressionAttributeValues: { ':hall': hallId },
      Limit: PAGE,
      ...(after !== undefined && { ExclusiveStartKey: { hallId, personId: after } }),
    }),
  )
  return {
    personIds: Items.map(({ personId }) => String(personId)),
    ...(last && { cursor: cursorAfter(String(last.personId)) }),
  }
}

/** The rows that count the first administrators of a hall stand beside its list, under a key of their own. */
const seatsKey = (hallId: string) => ({ hallId: `first.${hallId}`, personId: 'seats' })

/** How many first administrators a hall was given. */
export async function findSeats(hallId: string): Promise<number> {
  return Number((await readItem(table.name, seatsKey(hallId)))?.seats ?? 0)
}

/** The write of one more first administrator: of two at once, one fails. */
export const seatWrite = (hallId: string, seen: number): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...seatsKey(hallId), seats: seen + 1 },
    ConditionExpression: seen === 0 ? 'attribute_not_exists(hallId)' : 'seats = :seen',
    ...(seen > 0 && { ExpressionAttributeValues: { ':seen': seen } }),
  },
})
