/** Everything a person was told, and how they may be told: for their own copy of it, and for its end. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Message } from '@one-window/shared/notifications/message'
import { audited, type By } from '../platform/audit'
import { database, transact, type Write } from '../platform/dynamo'
import { callIdOf, table as calls } from './call-store'
import { table as messages } from './message-store'
import { table as subscriptions } from './subscription-store'

/** How many are taken together: a message and its call are two writes, beside the row. */
const AT_ONCE = 40

async function everyItemOf(personId: string, table: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'personId = :person',
        ExpressionAttributeValues: { ':person': personId },
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    )
    found.push(...Items)
    next = LastEvaluatedKey
  } while (next)
  return found
}

/** Every message of a person that is still kept, oldest first. */
export const listEveryMessageOf = async (personId: string): Promise<Message[]> =>
  (await everyItemOf(personId, messages.name)) as unknown as Message[]

/** Deletes the messages of a person, the calls they led to, and what they allowed; broken off, it is called again. */
export async function forgetMessagesOf(personId: string, by: By): Promise<void> {
  const told = (await everyItemOf(personId, messages.name)).map(({ messageId }) => String(messageId))
  const allowed = (await everyItemOf(personId, subscriptions.name)).map(({ kind }) => String(kind))
  const deletions: Write[] = [
    ...told.flatMap((messageId): Write[] => [
      { Delete: { TableName: calls.name, Key: { callId: callIdOf({ personId, messageId }) } } },
      { Delete: { TableName: messages.name, Key: { personId, messageId } } },
    ]),
    ...allowed.map((kind): Write => ({ Delete: { TableName: subscriptions.name, Key: { personId, kind } } })),
  ]
  for (let from = 0; from < deletions.length; from += AT_ONCE)
    await transact(
      deletions.slice(from, from + AT_ONCE),
      audited(by, { object: `person:${personId}`, after: { forgotten: 'messages' } }),
    )
}
