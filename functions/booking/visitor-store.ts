/** What is remembered about a person who books: one item, written only if nothing moved since it was read. */
import { newVisitor, type Visitor } from '@one-window/shared/booking/visitor'
import { defineTable, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const table = defineTable('visitors', { personId: { type: String, hashKey: true } })

/** A person as read: `revision` counts the changes, 0 while nothing was stored. */
export type StoredVisitor = Visitor & { personId: string; revision: number }

/** The person as they stand, strongly read. */
export async function findVisitor(personId: string): Promise<StoredVisitor> {
  const item = await readItem(table.name, { personId })
  return item ? (item as unknown as StoredVisitor) : { ...newVisitor, personId, revision: 0 }
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

/** The write that forgets a person as read. */
export const visitorDeletion = ({ personId, revision }: StoredVisitor): Write => ({
  Delete: {
    TableName: table.name,
    Key: { personId },
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: { ':revision': revision },
  },
})
