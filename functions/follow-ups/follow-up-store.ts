/** Follow-ups (跟进任务) of poor ratings. Who rated is kept to tell them, never shown; their words stay with the rating. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { deadlinesNow, dueOrder } from '@one-window/shared/follow-ups/deadlines'
import type { FollowUp, FollowUpList } from '@one-window/shared/follow-ups/follow-up'
import type { Rung } from '@one-window/shared/follow-ups/settings'
import { mayHandle, type Involved } from '@one-window/shared/follow-ups/who-acts'
import type { Caller } from '@one-window/shared/identity/identity'
import { derivedId } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database, defineTable, readBatch, type Write } from '../platform/dynamo'

const PAGE = 50

export const table = defineTable(
  'follow-ups',
  {
    followUpId: { type: String, hashKey: true },
    hallList: {
      type: String,
      index: { name: 'byHall', type: 'global', rangeKey: 'dueOrder', project: true },
    },
    dueOrder: String,
  },
  { streamed: true },
)

/** A follow-up as it is kept. */
export type KeptFollowUp = Omit<FollowUp, 'text' | 'textHidden'> &
  Involved & {
    /** Whoever rated wrote something; it is kept with the rating. */
    hasText: boolean
    /** Absent for who has no account. */
    ownerId?: string
    caseId: string
    /** The office that was asked to rectify. */
    officeId?: string
    /** Who proposed that it should not count. */
    exclusionBy?: string
    /** The steps asked for, by the head of the request id, with the head of its body's. */
    requests: Readonly<Record<string, string>>
    /** The rungs of the ladder that were acted on, and when. */
    escalated: Readonly<Partial<Record<Rung['level'], string>>>
    /** How often who rated was opened, and when last. */
    unmasked?: number
    unmaskedAt?: string
  }

/** The follow-up of a poor rating: its id follows from the rating and does not lead back to it. */
export const followUpIdOf = (caseId: string, contact: number): string =>
  derivedId('follow-up', caseId, String(contact))

/** The keys by which the lists of a hall find a follow-up. */
export const listKeys = (followUp: KeptFollowUp): { hallList: string; dueOrder: string } => ({
  hallList: hallList(followUp.hallId, followUp.status === 'closed' ? 'closed' : 'open'),
  dueOrder: dueOrder(followUp),
})
const hallList = (hallId: string, list: FollowUpList): string => `${hallId}#${list}`

/** Which follow-up, for the audit. */
export const onFollowUp = ({ hallId, followUpId }: Pick<KeptFollowUp, 'hallId' | 'followUpId'>) => ({
  hallId,
  object: `follow-up:${followUpId}`,
})

/** The write that opens a follow-up once, for the transaction that saves its rating. */
export const followUpWrite = (followUp: KeptFollowUp): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...followUp, ...listKeys(followUp) },
    ConditionExpression: 'attribute_not_exists(followUpId)',
  },
})

/** The write that takes away who rated, and that they wrote something; the follow-up itself goes on. */
export const forgetRaterWrite = (followUpId: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { followUpId },
    UpdateExpression: 'SET hasText = :no REMOVE ownerId',
    ConditionExpression: 'attribute_exists(followUpId)',
    ExpressionAttributeValues: { ':no': false },
  },
})

/** The write that notes that the person rated once more; no step, so it carries no event. */
export const ratedAgainWrite = (followUpId: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { followUpId },
    UpdateExpression: 'SET ratedAgain = :yes',
    ConditionExpression: 'attribute_exists(followUpId)',
    ExpressionAttributeValues: { ':yes': true },
  },
})

/** The write that counts one opening of who rated. */
export const unmaskedWrite = (followUpId: string, at: string): Write => ({
  Update: {
    TableName: table.name,
    Key: { followUpId },
    UpdateExpression: 'SET unmaskedAt = :at ADD unmasked :one',
    ConditionExpression: 'attribute_exists(followUpId)',
    ExpressionAttributeValues: { ':at': at, ':one': 1 },
  },
})

const opened = (item: Record<string, unknown>): KeptFollowUp => {
  const kept = item as unknown as KeptFollowUp
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

/** A follow-up of a hall of the caller on the work of others; undefined as if there were none, for whom it concerns too. */
export async function findFollowUpFor(
  followUpId: string,
  { hallIds, personId }: Caller,
): Promise<KeptFollowUp | undefined> {
  const found = (await findFollowUps([followUpId])).get(followUpId)
  return found && hallIds.includes(found.hallId) && mayHandle(found, personId) ? found : undefined
}

/** The follow-ups of a hall: open ones by what must be done first, closed ones newest first; pages of 50. */
export async function listFollowUpsAt(
  hallId: string,
  list: FollowUpList,
  cursor?: string,
): Promise<{ followUps: KeptFollowUp[]; cursor?: string }> {
  const hall = hallList(hallId, list)
  const [after, followUpId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byHall',
      KeyConditionExpression: 'hallList = :hall',
      ExpressionAttributeValues: { ':hall': hall },
      ScanIndexForward: list === 'open',
      Limit: PAGE,
      ...(followUpId !== undefined && {
        ExclusiveStartKey: { hallList: hall, dueOrder: after, followUpId },
      }),
    }),
  )
  return {
    followUps: Items.map(opened),
    ...(last && { cursor: cursorAfter(String(last.dueOrder), String(last.followUpId)) }),
  }
}

/** Every follow-up of a hall that is open, and those closed since an instant. */
export async function* followUpsSince(hallId: string, closedSince: string): AsyncGenerator<KeptFollowUp> {
  for (const list of ['open', 'closed'] as const) {
    let cursor: string | undefined
    do {
      const page = await listFollowUpsAt(hallId, list, cursor)
      for (const each of page.followUps) {
        if (list === 'closed' && (each.closedAt ?? '') < closedSince) return
        yield each
      }
      cursor = page.cursor
    } while (cursor !== undefined)
  }
}
