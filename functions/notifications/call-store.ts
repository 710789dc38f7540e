/** Whom the desk calls because no message reached them. Who it is stands with the booking or case, not here. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Call, CallOutcome } from '@one-window/shared/notifications/call'
import { audited } from '../platform/audit'
import { derivedId, seal } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { ConditionFailed, database, defineTable, transact, type Write } from '../platform/dynamo'
import type { Context } from '../platform/implement'
import { readItem } from '../platform/read-item'
import type { KeptMessage, MessageKey } from './message-store'

const PAGE = 50

export const table = defineTable('calls', {
  callId: { type: String, hashKey: true },
  // only while somebody has to be called
  waitsAt: {
    type: String,
    index: { name: 'byHall', type: 'global', rangeKey: 'callOrder', project: true },
  },
  callOrder: String,
})

/** A call as it is kept. */
export type KeptCall = Omit<Call, 'name'> & {
  readonly hallId: string
  /** Absent once the person was reached. */
  readonly waitsAt?: string
  /** The requests that made it what it is, each with the fingerprint of its body. */
  readonly requests: Readonly<Record<string, string>>
}

/** The call that a message leads to when it reaches nobody. */
export const callIdOf = ({ personId, messageId }: MessageKey): string =>
  derivedId('call', personId, messageId)

/** The write that puts a message's person on the list of a hall; twice, it is still one call. */
export function callWrite(hallId: string, message: KeptMessage): { callId: string; write: Write } {
  const { kind, at, title, body, bookingId, caseId } = message
  const callId = callIdOf(message)
  const item: KeptCall & { callOrder: string } = {
    callId,
    hallId,
    waitsAt: hallId,
    callOrder: at,
    kind,
    at,
    title,
    body,
    ...(bookingId && { bookingId }),
    ...(caseId && { caseId }),
    tries: 0,
    requests: {},
  }
  const write: Write = {
    Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(callId)' },
  }
  return { callId, write }
}

/** The call of an id, strongly read. */
export const findCall = async (callId: string): Promise<KeptCall | undefined> =>
  (await readItem(table.name, { callId })) as KeptCall | undefined

/** Who waits to be called by a hall, the longest waiting and least tried first; pages of 50. */
export async function listCallsAt(
  hallId: string,
  cursor?: string,
): Promise<{ calls: KeptCall[]; cursor?: string }> {
  const [after, callId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byHall',
      KeyConditionExpression: 'waitsAt = :hall',
      ExpressionAttributeValues: { ':hall': hallId },
      Limit: PAGE,
      ...(callId !== undefined && { ExclusiveStartKey: { waitsAt: hallId, callOrder: after, callId } }),
    }),
  )
  return {
    calls: Items as KeptCall[],
    ...(last && { cursor: cursorAfter(String(last.callOrder), String(last.callId)) }),
  }
}

/** Notes a call that was made, on the call as it was read; false when it was changed meanwhile. */
export async function saveCalled(
  { callId, hallId, tries }: KeptCall,
  outcome: CallOutcome,
  note: string | undefined,
  context: Context,
): Promise<boolean> {
  const { now, request } = context
  const at = now.toISOString()
  const update: Write = {
    Update: {
      TableName: table.name,
      Key: { callId },
      UpdateExpression: `SET tries = :tries, lastTriedAt = :at, outcome = :outcome, requests.#request = :body${
        note ? ', note = :note' : ''
      }${outcome === 'reached' ? ' REMOVE waitsAt, callOrder' : ', callOrder = :at'}`,
      ConditionExpression: 'attribute_exists(waitsAt) AND tries = :before',
      ExpressionAttributeNames: { '#request': request.id },
      ExpressionAttributeValues: {
        ':tries': tries + 1,
        ':before': tries,
        ':at': at,
        ':outcome': outcome,
        ':body': request.body,
        ...(note && { ':note': seal(note, { table: 'calls', key: callId, field: 'note' }) }),
      },
    },
  }
  try {
    await transact([update], audited(context, { hallId, object: `call:${callId}`, after: { outcome } }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
