/** Consents to WeChat messages, counted by person and kind; each is good for one message. */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { MessageKind } from '@one-window/shared/notifications/message'
import { audited } from '../platform/audit'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { readItem } from '../platform/read-item'

/** `kind` is a kind of message, or `request#<id>` for a tap that was counted. */
export const table = defineTable(
  'subscriptions',
  { personId: { type: String, hashKey: true }, kind: { type: String, rangeKey: true } },
  { expires: 'expiresAt' },
)

const TAP = 'request#'
/** A tap is known again for as long as an app may still repeat it. */
const TAP_SECONDS = 7 * 86_400

/** Counts one tap once: the same request again changes nothing. */
export async function countTap(accepted: readonly MessageKind[], context: Context): Promise<void> {
  const { caller, now, request, replayed } = context
  const { personId } = caller
  const tap: Write = {
    Put: {
      TableName: table.name,
      Item: {
        personId,
        kind: `${TAP}${request.id}`,
        body: request.body,
        expiresAt: Math.floor(now.getTime() / 1000) + TAP_SECONDS,
      },
      ConditionExpression: 'attribute_not_exists(kind)',
    },
  }
  const counts = [...new Set(accepted)].map((kind): Write => ({
    Update: {
      TableName: table.name,
      Key: { personId, kind },
      UpdateExpression: 'ADD #left :one',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':one': 1 },
    },
  }))
  try {
    await transact([tap, ...counts], audited(context, { object: `person:${personId}`, after: { accepted } }))
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    const known = await readItem(table.name, { personId, kind: `${TAP}${request.id}` })
    if (known?.body !== request.body) throw new Problem('idempotency-key-reused')
    replayed()
  }
}

/** How many messages of each kind a person allowed that were not sent yet. */
export async function findConsents(personId: string): Promise<Partial<Record<MessageKind, number>>> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'personId = :person',
      ExpressionAttributeValues: { ':person': personId },
      ConsistentRead: true,
    }),
  )
  return Object.fromEntries(
    Items.filter(({ kind }) => !String(kind).startsWith(TAP)).map(({ kind, left }) => [kind, Number(left)]),
  )
}

/** True while the person allows one more message of a kind. */
export const hasConsent = async (personId: string, kind: MessageKind): Promise<boolean> =>
  Number((await readItem(table.name, { personId, kind }))?.left ?? 0) > 0

/** Uses one consent up, or all of them when WeChat says that there are none; a counter only, it carries no row. */
export async function spendConsent(
  personId: string,
  kind: MessageKind,
  { all = false } = {},
): Promise<boolean> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { personId, kind },
        UpdateExpression: all ? 'SET #left = :none' : 'ADD #left :less',
        ConditionExpression: '#left > :none',
        ExpressionAttributeNames: { '#left': 'left' },
        ExpressionAttributeValues: { ':none': 0, ...(!all && { ':less': -1 }) },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
