/** What is remembered about a person who books: one item, written only if nothing moved since it was read. */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { newVisitor, type Visitor } from '@one-window/shared/booking/visitor'
import { database, defineTable, type Write } from '../platform/dynamo'

const table = defineTable('visitors', { personId: { type: String, hashKey: true } })
export const visitorsTable = table.name

/** A person as read: `revision` counts the changes, 0 while nothing was stored. */
export type StoredVisitor = Visitor & { personId: string; revision: number }

/** The person of an item. */
export const visitorOf = (personId: string, item: Record<string, unknown> | undefined): StoredVisitor =>
  item ? (item as unknown as StoredVisitor) : { ...newVisitor, personId, revision: 0 }

/** The person as they stand, strongly read. */
export async function findVisitor(personId: string): Promise<StoredVisitor> {
  const { Item } = await database.send(
    new GetCommand({ TableName: table.name, Key: { personId }, ConsistentRead: true }),
  )
  return visitorOf(personId, Item)
}

/** Replaces what was read, only if it still stands. */
export const visitorWrite = (read: StoredVisitor, changed: Visitor): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...changed, personId: read.personId, revision: read.revision + 1 },
    ...(read.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(personId)' }
      : {
          ConditionExpression: 'revision = :revision',
          ExpressionAttributeValues: { ':revision': read.revision },
        }),
  },
})
