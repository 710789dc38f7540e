/** Messages: written by whoever makes them true, in the same transaction; the store of receipts notes how they travel. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Delivery } from '@one-window/shared/notifications/delivery'
import type { Message } from '@one-window/shared/notifications/message'
import type { TemplateFields } from '@one-window/shared/notifications/template-fields'
import { audited, type By } from '../platform/audit'
import { derivedId } from '../platform/crypto'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const DAYS_KEPT = 365
const DAY_MS = 86_400_000
const MOST = 20

export const table = defineTable(
  'messages',
  {
    personId: { type: String, hashKey: true },
    messageId: { type: String, rangeKey: true },
    // only while a message is on its way: whoever tries it, or tries it again
    travels: {
      type: String,
      index: { name: 'byNextAt', type: 'global', rangeKey: 'nextAt', project: false },
    },
    nextAt: String,
  },
  { expires: 'expiresAt', streamed: true },
)

/** A message on its way to a person. `about` is what it tells of: told twice, it is still one message. */
export type NewMessage = Omit<Message, 'messageId'> & {
  personId: string
  about: string
  /** Whose desk calls when an important message reached nobody. */
  hallId?: string
  /** What WeChat shows. */
  fields: TemplateFields
}

/** Which message. */
export interface MessageKey {
  readonly personId: string
  readonly messageId: string
}

/** A message as it is kept, with its receipt. */
export type KeptMessage = Message &
  Omit<NewMessage, 'about'> & {
    readonly delivery?: Delivery
    readonly attempts?: number
    /** When its receipt was written. */
    readonly receiptAt?: string
    /** Nobody else tries it before. */
    readonly nextAt?: string
    /** One consent was used up for it. */
    readonly consented?: boolean
  }

const keyOf = ({ personId, at, kind, about }: NewMessage): MessageKey => ({
  personId,
  messageId: `${at}.${derivedId('message', kind, about).slice(0, 11)}`,
})

/**
 * The write that tells a person something, for the transaction that makes it true. Kept one year. It leaves the receipt
 * of a message that is there alone.
 */
export function messageWrite(message: NewMessage): Write {
  const { about: _about, personId: _person, ...told } = message
  const set = Object.entries({
    ...told,
    expiresAt: Math.floor(Date.parse(message.at) / 1000) + DAYS_KEPT * 86_400,
  }).filter(([, value]) => value !== undefined)
  return {
    Update: {
      TableName: table.name,
      Key: keyOf(message),
      UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
    },
  }
}

/** Tells a person something that is already true; telling it again changes nothing, leaves no second row, and is false. */
export async function saveMessage(message: NewMessage, by: By): Promise<boolean> {
  const { Update } = messageWrite(message)
  const once: Write = { Update: { ...Update!, ConditionExpression: 'attribute_not_exists(messageId)' } }
  const { hallId, about } = message
  try {
    await transact([once], audited(by, { hallId, object: `message:${about}`, after: message }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** The message of a key, strongly read. */
export async function findMessage({ personId, messageId }: MessageKey): Promise<KeptMessage | undefined> {
  return (await readItem(table.name, { personId, messageId })) as KeptMessage | undefined
}

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
