/**
 * The chains of the halls. A link is written once, after the one before it, together with a marker for each of its
 * rows: of two sealers one goes first, and a row that is delivered again is known.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Link } from '@one-window/shared/audit/chain'
import { database, defineTable, readBatch, writeOnce, type Write } from '../platform/dynamo'

const chains = defineTable('audit-chain', {
  hallId: { type: String, hashKey: true },
  seq: { type: Number, rangeKey: true },
})
const markers = defineTable(
  'audit-sealed',
  { rowId: { type: String, hashKey: true } },
  { expires: 'expiresAt' },
)

/** Longer than a record may wait in a stream and, given up, among the dead letters. */
const MARKED_SECONDS = 60 * 86_400
/** The most rows of one link: its transaction has a marker for each. */
export const MOST_ROWS = 90

/** The last link of a hall, strongly read; undefined while there is none. */
export async function findHead(hallId: string): Promise<Link | undefined> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: chains.name,
      KeyConditionExpression: 'hallId = :hall',
      ExpressionAttributeValues: { ':hall': hallId },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  )
  return Items[0] as Link | undefined
}

/** The links of a hall, first to last. */
export async function* linksOf(hallId: string): AsyncGenerator<Link> {
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: chains.name,
        KeyConditionExpression: 'hallId = :hall',
        ExpressionAttributeValues: { ':hall': hallId },
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    )
    yield* Items as Link[]
    next = LastEvaluatedKey
  } while (next)
}

/** Which of these rows stand in a link already; at most 100 are asked for at once. */
export async function findSealed(rowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const sealed = new Set<string>()
  for (let from = 0; from < rowIds.length; from += 100) {
    const Keys = rowIds.slice(from, from + 100).map((rowId) => ({ rowId }))
    const found = await readBatch({ [markers.name]: { Keys, ConsistentRead: true } })
    for (const { rowId } of found[markers.name] ?? []) sealed.add(String(rowId))
  }
  return sealed
}

/** Appends a link; false when another link came first, or one of its rows stands in one already. */
export function saveLink(link: Link): Promise<boolean> {
  const put: Write = {
    Put: {
      TableName: chains.name,
      Item: link,
      ConditionExpression: 'attribute_not_exists(seq)',
    },
  }
  const expiresAt = Math.floor(Date.parse(link.sealedAt) / 1000) + MARKED_SECONDS
  const marks = link.rows.map(({ rowId }): Write => ({
    Put: {
      TableName: markers.name,
      Item: { rowId, expiresAt },
      ConditionExpression: 'attribute_not_exists(rowId)',
    },
  }))
  return writeOnce([put, ...marks])
}
