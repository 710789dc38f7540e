/** What happened in a follow-up, step by step. What was written by hand is sealed. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { FollowUpEvent } from '@one-window/shared/follow-ups/follow-up'
import { open, seal } from '../platform/crypto'
import { database, defineTable, readBatch, type Write } from '../platform/dynamo'

const table = defineTable('follow-up-events', {
  followUpId: { type: String, hashKey: true },
  seq: { type: Number, rangeKey: true },
})

/** What stands open of an event: it names nobody and quotes nobody. */
export type BareEvent = Pick<FollowUpEvent, 'seq' | 'deed' | 'at' | 'by' | 'choice'>
/** What a person wrote. */
export type Written = Omit<FollowUpEvent, keyof BareEvent>
type Item = BareEvent & { followUpId: string; written?: string }

const place = (followUpId: string, seq: number) => ({
  table: 'follow-up-events',
  key: `${followUpId}.${seq}`,
  field: 'written',
})

/** The write of one event, in the transaction of its step; there is one for each revision of the follow-up. */
export function eventWrite(
  followUpId: string,
  { seq, deed, at, by, choice, ...written }: FollowUpEvent,
): Write {
  const text = JSON.stringify(written)
  const item: Item = {
    followUpId,
    seq,
    deed,
    at,
    by,
    ...(choice !== undefined && { choice }),
    ...(text !== '{}' && { written: seal(text, place(followUpId, seq)) }),
  }
  return {
    Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(followUpId)' },
  }
}

const opened = ({ followUpId, written, ...bare }: Item): FollowUpEvent => ({
  ...bare,
  ...(written !== undefined && (JSON.parse(open(written, place(followUpId, bare.seq))) as Written)),
})

async function itemsOf(followUpId: string): Promise<Item[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'followUpId = :id',
      ExpressionAttributeValues: { ':id': followUpId },
      ConsistentRead: true,
    }),
  )
  return Items as Item[]
}

/** The story of a follow-up, oldest first. */
export const listEvents = async (followUpId: string): Promise<FollowUpEvent[]> =>
  (await itemsOf(followUpId)).map(opened)

/** Its events without what was written, from one on; nothing sealed is opened. */
export const listBareEvents = async (followUpId: string, from: number): Promise<BareEvent[]> =>
  (await itemsOf(followUpId))
    .filter(({ seq }) => seq >= from)
    .map(({ followUpId: _id, written: _written, ...bare }) => bare)

/** Which event. */
export interface EventKey {
  readonly followUpId: string
  readonly seq: number
}

/** Events by follow-up and number, as `eventKey` writes them; at most 100. */
export async function findEvents(keys: readonly EventKey[]): Promise<ReadonlyMap<string, FollowUpEvent>> {
  if (keys.length === 0) return new Map()
  const items = await readBatch({
    [table.name]: { Keys: keys.map(({ followUpId, seq }) => ({ followUpId, seq })) },
  })
  return new Map(((items[table.name] ?? []) as Item[]).map((item) => [eventKey(item), opened(item)]))
}

/** The key of an event in the answer of `findEvents`. */
export const eventKey = ({ followUpId, seq }: EventKey): string => `${followUpId}.${seq}`

/** The writes that take away what the person who rated wrote in their answers. */
export const forgettingAnswers = async (followUpId: string): Promise<Write[]> =>
  (await itemsOf(followUpId))
    .filter(({ deed, written }) => (deed === 'answer' || deed === 'reopen') && written !== undefined)
    .map(({ seq }) => ({
      Update: {
        TableName: table.name,
        Key: { followUpId, seq },
        UpdateExpression: 'REMOVE written',
        ConditionExpression: 'attribute_exists(followUpId)',
      },
    }))
