/** The heads of the chains at the end of each day, kept where only the job of that hour may add one. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { KeptHead } from '@one-window/shared/audit/chain'
import type { Day } from '@one-window/shared/foundation/time'
import { database, defineTable } from '../platform/dynamo'

const table = defineTable('audit-heads', {
  hallId: { type: String, hashKey: true },
  day: { type: String, rangeKey: true },
})

/** Keeps the head of a hall's day; the first one kept stands. */
export async function saveHead(head: KeptHead, day: Day): Promise<boolean> {
  try {
    await database.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...head, day },
        ConditionExpression: 'attribute_not_exists(hallId)',
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Every kept head of a hall, oldest first. */
export async function listHeads(hallId: string): Promise<KeptHead[]> {
  const heads: KeptHead[] = []
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'hallId = :hall',
        ExpressionAttributeValues: { ':hall': hallId },
        ExclusiveStartKey: next,
      }),
    )
    heads.push(...(Items as KeptHead[]))
    next = LastEvaluatedKey
  } while (next)
  return heads
}
