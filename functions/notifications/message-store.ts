import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Message } from '@one-window/shared/notifications/message'
import { audited, type By } from '../platform/audit'
import { derivedId } from '../platform/crypto'
import { database, defineTable, transact, type Write } from '../platform/dynamo'

const DAYS_KEPT = 365
const DAY_MS = 86_400_000
const MOST = 20

const table = defineTable(
  'messages',
  { personId: { type: String, hashKey: true }, messageId: { type: String, rangeKey: true } },
  { expires: 'expiresAt' },
)

/** A message on its way to a person. `about` is what it tells of: told twice, it is still one message. */
export type NewMessage = Omit<Message, 'messageId'> & { personId: string; about: string }

const put = ({ about, ...message }: NewMessage) => ({
  TableName: table.name,
  Item: {
    ...message,
    messageId: `${message.at}.${derivedId('message', message.kind, about).slice(0, 11)}`,
    expiresAt: Math.floor(Date.parse(message.at) / 1000) + DAYS_KEPT * 86_400,
  },
})

/** The write that tells a person something, for the transaction that makes it true. Kept one year. */
export const messageWrite = (message: NewMessage): Write => ({ Put: put(message) })

/** Tells a person something that is already true; telling it again changes nothing. */
export const saveMessage = (message: NewMessage, by: By): Promise<void> =>
  transact([messageWrite(message)], audited(by, { object: `message:${message.about}`, after: message }))

/** The person's newest messages, at most 20; what is older than a year is gone even before the database forgets it. */
export async function listMessagesOf(personId: string, now: Date): Promise<Message[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'personId = :person AND messageId > :oldest',
      ExpressionAttributeValues: {
        ':person': personId,
        ':oldest': new Date(now.getTime() - DAYS_KEPT * DAY_MS).toISOString(),
      },
      ScanIndexForward: false,
      Limit: MOST,
    }),
  )
  return Items as Message[]
}
