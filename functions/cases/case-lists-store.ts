/** Lists of cases, each from the index that is kept for it. */
import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseSummary, InboxRow } from '@one-window/shared/cases/case'
import type { DeskList } from '@one-window/shared/cases/lifecycle'
import { open } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database } from '../platform/dynamo'
import { HEAD, rowOf } from './case-parts'
import { table } from './case-store'
import { deskQueue, place } from './kept-case'

/** Rows of a page: small enough for one unit of reading. */
const PAGE = 20

/** A page of a list; the cursor is absent on the last one. */
export interface CasePage {
  cases: CaseSummary[]
  cursor?: string
}

interface List {
  index: 'byOwner' | 'byDesk' | 'byLacking'
  hash: 'ownerId' | 'deskQueue' | 'lacksNumber'
  of: string
  range: 'receivedAt' | 'dueOrder'
  forward: boolean
}

type Row = CaseSummary & { part: string } & Record<string, unknown>

const opened = (item: Row): Row => ({
  ...item,
  applicantName: open(item.applicantName, place(item.caseId, item.part, 'applicantName')),
})

async function page({ index, hash, of, range, forward }: List, cursor?: string): Promise<CasePage> {
  const [order, caseId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `${hash} = :of`,
      ExpressionAttributeValues: { ':of': of },
      ScanIndexForward: forward,
      Limit: PAGE,
      ...(order !== undefined && { ExclusiveStartKey: { [hash]: of, [range]: order, caseId, part: HEAD } }),
    }),
  )
  return {
    cases: Items.map((item) => opened(item as Row)),
    ...(last && { cursor: cursorAfter(String(last[range]), String(last.caseId)) }),
  }
}

/** The cases of an owner, newest first; pages of 20. */
export const listCasesOf = (ownerId: string, cursor?: string): Promise<CasePage> =>
  page({ index: 'byOwner', hash: 'ownerId', of: ownerId, range: 'receivedAt', forward: false }, cursor)

/** The cases of a hall in one list of the desk, due first; pages of 20. */
export const listCasesAt = (hallId: string, list: DeskList, cursor?: string): Promise<CasePage> =>
  page(
    {
      index: 'byDesk',
      hash: 'deskQueue',
      of: deskQueue(hallId, list),
      range: 'dueOrder',
      // what has ended is looked for from its end
      forward: list !== 'ended',
    },
    cursor,
  )

/** The cases of a hall without the number of the city platform, the oldest first; pages of 20. */
export const listLackingAt = (hallId: string, cursor?: string): Promise<CasePage> =>
  page({ index: 'byLacking', hash: 'lacksNumber', of: hallId, range: 'receivedAt', forward: true }, cursor)

/** What waits in some inboxes together, due first; pages of 20. */
export async function listInboxes(
  inboxes: readonly string[],
  cursor?: string,
): Promise<{ rows: InboxRow[]; cursor?: string }> {
  const [after] = cursor === undefined ? [] : placeOfCursor(cursor, 1)
  const found = await Promise.all(inboxes.map((inbox) => inboxRows(inbox, after)))
  const all = found.flat().sort((one, other) => (String(one.dueOrder) < String(other.dueOrder) ? -1 : 1))
  const rows = all.slice(0, PAGE)
  return {
    rows: rows.map((row) => ({
      ...row,
      row: rowOf(row.part),
      about: String(row.about),
      since: String(row.since),
      urged: Number(row.urged ?? 0),
    })),
    // one inbox that is full may hold more than came
    ...(all.length >= PAGE && { cursor: cursorAfter(String(rows.at(-1)!.dueOrder)) }),
  }
}

async function inboxRows(inbox: string, after: string | undefined): Promise<Row[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byInbox',
      KeyConditionExpression: `inbox = :inbox${after === undefined ? '' : ' AND dueOrder > :after'}`,
      ExpressionAttributeValues: { ':inbox': inbox, ...(after !== undefined && { ':after': after }) },
      Limit: PAGE,
    }),
  )
  return Items.map((item) => opened(item as Row))
}

/** The ids of a hall's cases in one list of the desk before a place of its order, with their status. */
async function* idsAt(
  hallId: string,
  list: DeskList,
  before: string,
): AsyncGenerator<{ caseId: string; status: string }> {
  const pages = paginateQuery(
    { client: database },
    {
      TableName: table.name,
      IndexName: 'byDesk',
      KeyConditionExpression: 'deskQueue = :queue AND dueOrder < :before',
      ExpressionAttributeValues: { ':queue': deskQueue(hallId, list), ':before': before },
    },
  )
  for await (const { Items = [] } of pages)
    for (const { caseId, status } of Items) yield { caseId: String(caseId), status: String(status) }
}

/** The cases of a hall that are under way. */
export async function* casesUnderWay(hallId: string): AsyncGenerator<string> {
  for await (const { caseId } of idsAt(hallId, 'under-way', '~')) yield caseId
}

/** The cases of a hall received before a moment that nobody has accepted, declined or asked anything for. */
export async function* receivedBefore(hallId: string, before: string): AsyncGenerator<string> {
  for await (const { caseId, status } of idsAt(hallId, 'to-accept', before))
    if (status === 'received') yield caseId
}

/** The ids of a hall's cases that have ended and are not filed. */
export async function* endedAt(hallId: string): AsyncGenerator<string> {
  for await (const { caseId } of idsAt(hallId, 'ended', '~')) yield caseId
}
