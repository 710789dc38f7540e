/** Receipts of messages: who tries one now, when it is tried again, what became of it. */
import { paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { Delivery } from '@one-window/shared/notifications/delivery'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, transact, type Write } from '../platform/dynamo'
import { table, type KeptMessage, type MessageKey } from './message-store'

const TRAVELS = 'wechat'

/** The messages to be tried again, or whose try was broken off, by now; the longest waiting first. */
export async function* messagesDue(now: Date): AsyncGenerator<MessageKey> {
  const pages = paginateQuery(
    { client: database },
    {
      TableName: table.name,
      IndexName: 'byNextAt',
      KeyConditionExpression: 'travels = :travels AND nextAt <= :now',
      ExpressionAttributeValues: { ':travels': TRAVELS, ':now': now.toISOString() },
    },
  )
  for await (const { Items = [] } of pages)
    for (const { personId, messageId } of Items as MessageKey[]) yield { personId, messageId }
}
/** What a worker holds who may try a message: nobody else's receipt counts meanwhile. */
export interface Claim {
  readonly key: MessageKey
  readonly attempts: number
}

/** The receipts are bookkeeping of the delivery, not acts on anybody's data: they carry no row of the audit. */
async function noted(key: MessageKey, update: Omit<NonNullable<Write['Update']>, 'TableName' | 'Key'>) {
  try {
    await database.send(new UpdateCommand({ TableName: table.name, Key: { ...key }, ...update }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Takes the next try of a message until a moment, if it is anybody's to take; undefined when somebody else has it. */
export async function claimMessage(
  { delivery, attempts = 0 }: KeptMessage,
  key: MessageKey,
  until: string,
): Promise<Claim | undefined> {
  const taken = await noted(key, {
    UpdateExpression: 'SET delivery = :sending, attempts = :next, travels = :travels, nextAt = :until',
    ConditionExpression:
      delivery === undefined
        ? 'attribute_exists(messageId) AND attribute_not_exists(delivery)'
        : 'delivery = :waiting AND attempts = :attempts',
    ExpressionAttributeValues: {
      ':sending': 'sending' satisfies Delivery,
      ':next': attempts + 1,
      ':travels': TRAVELS,
      ':until': until,
      ...(delivery !== undefined && { ':waiting': 'waiting' satisfies Delivery, ':attempts': attempts }),
    },
  })
  return taken ? { key, attempts: attempts + 1 } : undefined
}

/** Puts a message back for a later try; its consent stays used up for it. */
export const postpone = (
  { key, attempts }: Claim,
  nextAt: string,
  consented: boolean,
  now: Date,
): Promise<boolean> =>
  noted(key, {
    UpdateExpression: 'SET delivery = :waiting, nextAt = :nextAt, consented = :consented, receiptAt = :now',
    ConditionExpression: 'delivery = :sending AND attempts = :attempts',
    ExpressionAttributeValues: {
      ':waiting': 'waiting' satisfies Delivery,
      ':sending': 'sending' satisfies Delivery,
      ':nextAt': nextAt,
      ':consented': consented,
      ':now': now.toISOString(),
      ':attempts': attempts,
    },
  })

/** What becomes of a message for good. */
export type LastReceipt = Exclude<Delivery, 'sending' | 'waiting'>

/** The write of a last receipt: on the message as it was read, or by the one worker who holds it. */
const receiptWrite = (
  key: MessageKey,
  delivery: LastReceipt,
  now: Date,
  stood: { delivery?: Delivery; attempts?: number },
): NonNullable<Write['Update']> => ({
  TableName: table.name,
  Key: { ...key },
  UpdateExpression: 'SET delivery = :delivery, receiptAt = :now REMOVE travels, nextAt',
  ConditionExpression:
    stood.delivery === undefined
      ? 'attribute_exists(messageId) AND attribute_not_exists(delivery)'
      : 'delivery = :stood AND attempts = :attempts',
  ExpressionAttributeValues: {
    ':delivery': delivery,
    ':now': now.toISOString(),
    ...(stood.delivery !== undefined && { ':stood': stood.delivery, ':attempts': stood.attempts ?? 0 }),
  },
})

/**
 * Writes what became of a message for good; `beside`, with its row, in the same transaction. False when somebody else
 * has written it.
 */
export async function settleMessage(
  key: MessageKey,
  delivery: LastReceipt,
  now: Date,
  stood: { delivery?: Delivery; attempts?: number },
  beside?: { write: Write; by: By; object: string; hallId: string },
): Promise<boolean> {
  const { TableName: _table, Key: _key, ...update } = receiptWrite(key, delivery, now, stood)
  if (!beside) return noted(key, update)
  const { write, by, object, hallId } = beside
  try {
    await transact(
      [{ Update: receiptWrite(key, delivery, now, stood) }, write],
      audited(by, { hallId, object, after: { delivery } }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
