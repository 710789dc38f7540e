/** Follow-ups (跟进任务) of poor ratings. Who rated is kept to tell them, never shown; their words stay with the rating. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { deadlinesNow, finishOrder } from '@one-window/shared/follow-ups/deadlines'
import type { FollowUp, FollowUpStatus } from '@one-window/shared/follow-ups/follow-up'
import { derivedId } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database, defineTable, readBatch, type Write } from '../platform/dynamo'

const PAGE = 50

const table = defineTable(
  'follow-ups',
  {
    followUpId: { type: String, hashKey: true },
    hallStatus: {
      type: String,
      index: { name: 'byHall', type: 'global', rangeKey: 'finishOrder', project: true },
    },
    finishOrder: String,
  },
  { streamed: true },
)

/** A follow-up as it is kept. */
export type KeptFollowUp = Omit<FollowUp, 'text'> & {
  /** Whoever rated wrote something; it is kept with the rating. */
  hasText: boolean
  ownerId: string
  caseId: string
}

/** The follow-up of a poor rating: its id follows from the rating and does not lead back to it. */
export const followUpIdOf = (caseId: string, contact: number): string =>
  derivedId('follow-up', caseId, String(contact))

const hallStatus = (hallId: string, status: FollowUpStatus): string => `${hallId}#${status}`

/** The write that opens a follow-up once, for the transaction that saves its rating. */
export const followUpWrite = (followUp: KeptFollowUp): Write => ({
  Put: {
    TableName: table.name,
    Item: {
      ...followUp,
      hallStatus: hallStatus(followUp.hallId, followUp.status),
      finishOrder: finishOrder(followUp),
    },
    ConditionExpression: 'attribute_not_exists(followUpId)',
  },
})

/** The write that takes away who rated, and that they wrote something; the follow-up itself goes on. */
export const forgetRaterWrite = (followUpId: string, nobody: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { followUpId },
    UpdateExpression: 'SET ownerId = :nobody, hasText = :no',
    ConditionExpression: 'attribute_exists(followUpId)',
    ExpressionAttributeValues: { ':nobody': nobody, ':no': false },
  },
})

const opened = (item: Record<string, unknown>): KeptFollowUp => {
  const kept = item as KeptFollowUp
  return { ...kept, ...deadlinesNow(publishedCalendar, kept) }
}

/** The follow-ups of these ids that exist, by id; at most 100. */
export async function findFollowUps(
  followUpIds: readonly string[],
): Promise<ReadonlyMap<string, KeptFollowUp>> {
  if (followUpIds.length === 0) return new Map()
  const items = await readBatch({
    [table.name]: { Keys: followUpIds.map((followUpId) => ({ followUpId })), ConsistentRead: true },
  })
  return new Map((items[table.name] ?? []).map(opened).map((one) => [one.followUpId, one]))
}

/** The follow-ups of a hall in one status, the first to be finished first; pages of 50. */
export async function listFollowUpsAt(
  hallId: string,
  status: FollowUpStatus,
  cursor?: string,
): Promise<{ followUps: KeptFollowUp[]; cursor?: string }> {
  const hall = hallStatus(hallId, status)
  const [after, followUpId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byHall',
      KeyConditionExpression: 'hallStatus = :hall',
      ExpressionAttributeValues: { ':hall': hall },
      Limit: PAGE,
      ...(followUpId !== undefined && {
        ExclusiveStartKey: { hallStatus: hall, finishOrder: after, followUpId },
      }),
    }),
  )
  return {
    followUps: Items.map(opened),
    ...(last && { cursor: cursorAfter(String(last.finishOrder), String(last.followUpId)) }),
  }
}
