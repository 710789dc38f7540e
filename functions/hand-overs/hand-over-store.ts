/** Sheets that were handed over: added once, never changed. */
import type { DaySheet } from '@one-window/shared/hand-overs/hand-over'
import type { Day } from '@one-window/shared/foundation/time'
import { audited, type By } from '../platform/audit'
import { open, seal } from '../platform/crypto'
import { ConditionFailed, defineTable, transact } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'
import { readItem } from '../platform/read-item'

const table = defineTable('hand-overs', {
  hallId: { type: String, hashKey: true },
  date: { type: String, rangeKey: true },
})

const place = (hallId: string, date: Day) => ({
  table: 'hand-overs',
  key: `${hallId}.${date}`,
  field: 'sheet',
})

/** The sheet of a day as it was sealed, with the request that did it; undefined while it was not. */
export async function findHandOver(
  hallId: string,
  date: Day,
): Promise<{ sheet: DaySheet; request: RequestMark } | undefined> {
  const item = await readItem(table.name, { hallId, date })
  return (
    item && {
      sheet: JSON.parse(open(String(item.sheet), place(hallId, date))) as DaySheet,
      request: item.request as RequestMark,
    }
  )
}

/** Seals the sheet of a day, once; false when it is sealed already. */
export async function saveHandOver(
  hallId: string,
  sheet: DaySheet,
  request: RequestMark,
  by: By,
): Promise<boolean> {
  const { date } = sheet
  const put = {
    Put: {
      TableName: table.name,
      Item: { hallId, date, request, sheet: seal(JSON.stringify(sheet), place(hallId, date)) },
      ConditionExpression: 'attribute_not_exists(hallId)',
    },
  }
  try {
    await transact([put], audited(by, { hallId, object: `day:${hallId}.${date}`, after: sheet }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
