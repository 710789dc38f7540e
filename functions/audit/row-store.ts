/** The rows of the audit, as they were added. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditRow } from '@one-window/shared/audit/deed'
import type { Day } from '@one-window/shared/foundation/time'
import { auditTable, hallDayOf } from '../platform/audit'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { client, database } from '../platform/dynamo'

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

/** The first row of a hall's day beyond a row id; undefined when there is none. Half a read unit. */
export async function firstRowAfter(hallId: string, day: Day, rowId: string): Promise<AuditRow | undefined> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: auditTable.name,
      KeyConditionExpression: 'hallDay = :day AND rowId > :after',
      ExpressionAttributeValues: { ':day': hallDayOf(hallId, day), ':after': rowId || ' ' },
      Limit: 1,
    }),
  )
  return Items[0] as AuditRow | undefined
}

/** The rows of a hall's day from one id to another. */
export const rowsBetween = (hallId: string, day: Day, from: string, until: string): AsyncGenerator<KeptRow> =>
  everyRow('hallDay = :day AND rowId BETWEEN :from AND :until', {
    ':day': hallDayOf(hallId, day),
    ':from': from,
    ':until': until,
  })

/** Every row of a hall's day. */
export const rowsOfDay = (hallDay: string): AsyncGenerator<KeptRow> =>
  everyRow('hallDay = :day', { ':day': hallDay })

/** An item as the database and its stream give it: every attribute of a row is a text. */
export type Image = Readonly<Record<string, { readonly S?: string | undefined }>>

/** The row of an image. What is no text is none of ours, and reads as nothing. */
export function rowOf(image: Image): KeptRow {
  const row: Record<string, string | null> = {}
  // in one order: objects of one shape are read faster
  for (const name of Object.keys(image).sort()) row[name] = image[name]?.S ?? null
  return row as unknown as KeptRow
}

/** Read as images: whoever reads a hundred thousand rows feels what the document client takes for each. */
async function* everyRow(condition: string, values: Record<string, string>): AsyncGenerator<KeptRow> {
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.query({
      TableName: auditTable.name,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, { S: value }]),
      ),
      ConsistentRead: true,
      ExclusiveStartKey,
    })
    for (const image of Items) yield rowOf(image as Image)
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}
