/**
 * The chains of the halls. A link is written once, under the number after the last one: of two sealers one goes first,
 * the other reads again.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Link } from '@one-window/shared/audit/chain'
import { database, defineTable } from '../platform/dynamo'

const chains = defineTable('audit-chain', {
  hallId: { type: String, hashKey: true },
  seq: { type: Number, rangeKey: true },
})

/** The most rows of one link: 170 KB of the 400 that an item may have. */
export const MOST_ROWS = 1000
const PAGE = 25

/** Links of a hall, strongly read: the first page is the first link only, for it is mostly all that is asked for. */
async function* links(hallId: string, forward: boolean, firstPage: number | undefined): AsyncGenerator<Link> {
  let next: Record<string, unknown> | undefined
  let Limit = firstPage
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: chains.name,
        KeyConditionExpression: 'hallId = :hall',
        ExpressionAttributeValues: { ':hall': hallId },
        ScanIndexForward: forward,
        Limit,
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    )
    yield* Items as Link[]
    next = LastEvaluatedKey
    if (Limit) Limit = PAGE
  } while (next)
}

/** Every link of a hall, first to last. */
export const linksOf = (hallId: string): AsyncGenerator<Link> => links(hallId, true, undefined)

/** The last link of a hall; undefined while there is none. */
export async function findHead(hallId: string): Promise<Link | undefined> {
  for await (const link of links(hallId, false, 1)) return link
  return undefined
}

/**
 * The last link of a hall, and the ids of every linked row from `since` on. Links are read backwards until one that
 * says all rows up to it are lesser: what is not among the answered ids stands in no link.
 */
export async function lookBack(
  hallId: string,
  since: string,
): Promise<{ head: Link | undefined; linked: ReadonlySet<string> }> {
  const linked = new Set<string>()
  let head: Link | undefined
  for await (const link of links(hallId, false, 1)) {
    head ??= link
    if (link.upTo < since) break
    for (const { rowId } of link.rows) if (rowId >= since) linked.add(rowId)
  }
  return { head, linked }
}

/** Appends a link; false when another one came first. It is what seals rows, and has none itself. */
export async function saveLink(link: Link): Promise<boolean> {
  try {
    await database.send(
      new PutCommand({
        TableName: chains.name,
        Item: link,
        ConditionExpression: 'attribute_not_exists(seq)',
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
