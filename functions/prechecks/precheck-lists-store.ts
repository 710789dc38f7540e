/** Lists of pre-checks, each from the index that is kept for it. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { PrecheckSummary, WaitingPrecheck } from '@one-window/shared/prechecks/precheck'
import { maskName } from '@one-window/shared/identity/identity'
import { open } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database } from '../platform/dynamo'
import { place, table } from './precheck-store'

const PAGE = 20

interface List {
  index: 'byOwner' | 'byDesk'
  hash: 'ownerId' | 'waitsAt'
  of: string
  range: 'createdAt' | 'submittedAt'
  forward: boolean
}

async function page<Row>({ index, hash, of, range, forward }: List, cursor?: string) {
  const [after, precheckId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `${hash} = :of`,
      ExpressionAttributeValues: { ':of': of },
      ScanIndexForward: forward,
      Limit: PAGE,
      ...(precheckId !== undefined && { ExclusiveStartKey: { [hash]: of, [range]: after, precheckId } }),
    }),
  )
  return {
    prechecks: Items as Row[],
    ...(last && { cursor: cursorAfter(String(last[range]), String(last.precheckId)) }),
  }
}

/** The pre-checks of an owner, newest first; pages of 20. */
export const listPrechecksOf = (
  ownerId: string,
  cursor?: string,
): Promise<{ prechecks: PrecheckSummary[]; cursor?: string }> =>
  page({ index: 'byOwner', hash: 'ownerId', of: ownerId, range: 'createdAt', forward: false }, cursor)

/** Who waits for a hall's answer, longest first, names masked; pages of 20. */
export async function listPrechecksAt(
  hallId: string,
  cursor?: string,
): Promise<{ prechecks: WaitingPrecheck[]; cursor?: string }> {
  const list = { index: 'byDesk', hash: 'waitsAt', of: hallId, range: 'submittedAt', forward: true } as const
  const found = await page<WaitingPrecheck>(list, cursor)
  return {
    ...found,
    prechecks: found.prechecks.map((row) => ({
      ...row,
      name: maskName(open(row.name, place(row.precheckId, 'name'))),
    })),
  }
}
