/** Lists of cases, each from the index that is kept for it, and the cases whose promised day waits for a year. */
import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseSummary } from '@one-window/shared/cases/case'
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import type { DueDay } from '@one-window/shared/foundation/calendar'
import { audited, type By } from '../platform/audit'
import { open } from '../platform/crypto'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { ConditionFailed, database, transact } from '../platform/dynamo'
import { deskQueue, dueOrder, onCase, place, table } from './case-store'

/** A page of a list; the cursor is absent on the last one. */
export interface CasePage {
  cases: CaseSummary[]
  cursor?: string
}

interface List {
  index: 'byOwner' | 'byDesk'
  hash: 'ownerId' | 'deskQueue'
  of: string
  range: 'receivedAt' | 'dueOrder'
  forward: boolean
  size: number
}

async function page({ index, hash, of, range, forward, size }: List, cursor?: string): Promise<CasePage> {
  const [after, caseId] = cursor === undefined ? [] : placeOfCursor(cursor, 2)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `${hash} = :of`,
      ExpressionAttributeValues: { ':of': of },
      ScanIndexForward: forward,
      Limit: size,
      ...(caseId !== undefined && { ExclusiveStartKey: { [hash]: of, [range]: after, caseId } }),
    }),
  )
  return {
    cases: (Items as CaseSummary[]).map((item) => ({
      ...item,
      applicantName: open(item.applicantName, place(item.caseId, 'applicantName')),
    })),
    ...(last && { cursor: cursorAfter(String(last[range]), String(last.caseId)) }),
  }
}

/** The cases of an owner, newest first; pages of 20. */
export const listCasesOf = (ownerId: string, cursor?: string): Promise<CasePage> =>
  page(
    { index: 'byOwner', hash: 'ownerId', of: ownerId, range: 'receivedAt', forward: false, size: 20 },
    cursor,
  )

/** The cases of a hall in one status, due first; pages of 50. */
export const listCasesAt = (hallId: string, status: CaseStatus, cursor?: string): Promise<CasePage> =>
  page(
    {
      index: 'byDesk',
      hash: 'deskQueue',
      of: deskQueue(hallId, status),
      range: 'dueOrder',
      forward: true,
      size: 50,
    },
    cursor,
  )

/** An accepted case whose promised day waits for a year. */
export interface PendingCase {
  caseId: string
  hallId: string
  receivedAt: string
  acceptedAt: string
  promisedDays: number
}

/** The cases that wait for the calendar of a year, oldest acceptance first. */
export async function* casesPending(year: number): AsyncGenerator<PendingCase> {
  const pages = paginateQuery(
    { client: database },
    {
      TableName: table.name,
      IndexName: 'byPendingYear',
      KeyConditionExpression: 'promisedDayPending = :year',
      ExpressionAttributeValues: { ':year': year },
    },
  )
  for await (const { Items = [] } of pages) yield* Items as PendingCase[]
}

/** Sets the day a case was waiting for, or the further year it waits for now; false when it no longer waits. */
export async function settlePromisedDay(
  { caseId, hallId, receivedAt }: PendingCase,
  year: number,
  due: DueDay,
  by: By,
): Promise<boolean> {
  const settled = 'day' in due
  const order = dueOrder({
    receivedAt,
    ...(settled ? { promisedDay: due.day } : { promisedDayPending: due.pendingYear }),
  })
  try {
    const write = {
      TableName: table.name,
      Key: { caseId },
      UpdateExpression: settled
        ? 'SET promisedDay = :due, dueOrder = :order REMOVE promisedDayPending'
        : 'SET promisedDayPending = :due, dueOrder = :order',
      ConditionExpression: 'promisedDayPending = :year',
      ExpressionAttributeValues: {
        ':due': settled ? due.day : due.pendingYear,
        ':order': order,
        ':year': year,
      },
    }
    await transact([{ Update: write }], audited(by, { ...onCase({ caseId, hallId }), after: due }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
