/** The rows of the audit, as they were added. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditRow } from '@one-window/shared/audit/deed'
import type { Day } from '@one-window/shared/foundation/time'
import { auditTable, hallDayOf } from '../platform/audit'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database } from '../platform/dynamo'

const PAGE = 50

/** A row with the key it lies under. */
export type KeptRow = AuditRow & { hallDay: string }

/** The rows of a hall's day, oldest first; pages of 50. */
export async function listRows(
  hallId: string,
  day: Day,
  cursor?: string,
): Promise<{ rows: AuditRow[]; cursor?: string }> {
  const [after] = cursor === undefined ? [] : placeOfCursor(cursor, 1)
  const hallDay = hallDayOf(hallId, day)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: auditTable.name,
      KeyConditionExpression: 'hallDay = :day',
      ExpressionAttributeValues: { ':day': hallDay },
      Limit: PAGE,
      ...(after !== undefined && { ExclusiveStartKey: { hallDay, rowId: after } }),
    }),
  )
  return { rows: Items as AuditRow[], ...(last && { cursor: cursorAfter(String(last.rowId)) }) }
}

/** The first rows of a hall's day since an instant, oldest first; at most 50. */
export async function rowsSince(hallId: string, day: Day, since: string): Promise<AuditRow[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: auditTable.name,
      KeyConditionExpression: 'hallDay = :day AND rowId >= :since',
      ExpressionAttributeValues: { ':day': hallDayOf(hallId, day), ':since': since },
      Limit: PAGE,
    }),
  )
  return Items as AuditRow[]
}

/** Every row of a hall's day, strongly read. */
export async function* rowsOfDay(hallDay: string): AsyncGenerator<KeptRow> {
  let next: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: auditTable.name,
        KeyConditionExpression: 'hallDay = :day',
        ExpressionAttributeValues: { ':day': hallDay },
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    )
    yield* Items as KeptRow[]
    next = LastEvaluatedKey
  } while (next)
}
