/** Who works where: one row for each hall of a staff member, so that a hall's list is a query. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Post } from '@one-window/shared/staff/post'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database, defineTable, type Write } from '../platform/dynamo'

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
