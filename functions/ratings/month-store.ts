/** The sums of months as they stand, and as they were published. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Domain } from '@one-window/shared/catalogue/service'
import type { Day, Month } from '@one-window/shared/foundation/time'
import type { Correction, MonthCounts } from '@one-window/shared/ratings/month-sheet'
import { Counter, type Counts } from '@one-window/shared/ratings/month'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, readBatch, transact, type Write } from '../platform/dynamo'
import { hallMonthOf, table } from './line-store'

type Item = Record<string, unknown>

/** A month as it was published. `stands`: as it was last corrected. */
export interface Frozen extends MonthCounts {
  readonly snapshotId: string
  readonly at: string
  readonly corrections: readonly Correction[]
  readonly stands: MonthCounts
}

const countsIn = (item: Item = {}): MonthCounts => {
  const counts: Counts = {}
  for (const name of Counter.options) if (item[name]) counts[name] = Number(item[name])
  const days = Object.entries(item)
  const sum = (letter: string): number =>
    days
      .filter(([name]) => new RegExp(`^${letter}\\d\\d$`).test(name))
      .reduce((total, [, value]) => total + Number(value), 0)
  return {
    counts,
    contacts: sum('s'),
    finished: sum('f'),
    ...(item.countedTo ? { countedTo: String(item.countedTo) } : {}),
    units: item.units instanceof Set ? item.units.size : 0,
    unitsObliged: Domain.options.length,
  }
}

/** The sums of these months of a hall as they stand, and what was published of them; half a read unit an item. */
export async function findMonths(
  hallId: string,
  months: readonly Month[],
  published: readonly Month[],
): Promise<{ live: ReadonlyMap<Month, MonthCounts>; frozen: ReadonlyMap<Month, Frozen> }> {
  const key = (month: Month, entry: string) => ({ hallMonth: hallMonthOf(hallId, month), entry })
  const items = await readBatch({
    [table.name]: {
      Keys: [
        ...months.map((month) => key(month, 'sheet')),
        ...published.map((month) => key(month, 'frozen')),
      ],
    },
  })
  const found = new Map(
    (items[table.name] ?? []).map((item) => [`${String(item.hallMonth)} ${String(item.entry)}`, item]),
  )
  const at = (month: Month, entry: string): Item | undefined =>
    found.get(`${hallMonthOf(hallId, month)} ${entry}`)
  return {
    live: new Map(months.map((month) => [month, countsIn(at(month, 'sheet'))])),
    frozen: new Map(
      published.flatMap((month) => {
        const item = at(month, 'frozen')
        return item ? [[month, item as unknown as Frozen]] : []
      }),
    ),
  }
}

/** Writes what a hall did on a day: service contacts ended and cases finished. The same again changes nothing. */
export async function saveDay(
  hallId: string,
  day: Day,
  { contacts, finished }: { contacts: number; finished: number },
): Promise<void> {
  const date = day.slice(8)
  await database.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { hallMonth: hallMonthOf(hallId, day.slice(0, 7)), entry: 'sheet' },
      UpdateExpression: `SET s${date} = :contacts, f${date} = :finished, countedTo = :day`,
      ExpressionAttributeValues: { ':contacts': contacts, ':finished': finished, ':day': day },
    }),
  )
}

/** Publishes a month once, with what it corrects of months before; false when it was published already. */
export async function saveFrozen(
  hallId: string,
  month: Month,
  frozen: Frozen,
  corrected: ReadonlyMap<Month, MonthCounts>,
  by: By,
): Promise<boolean> {
  const key = (of: Month) => ({ hallMonth: hallMonthOf(hallId, of), entry: 'frozen' })
  const writes: Write[] = [
    {
      Put: {
        TableName: table.name,
        Item: { ...key(month), ...frozen },
        ConditionExpression: 'attribute_not_exists(hallMonth)',
      },
    },
    ...[...corrected].map(([of, stands]): Write => ({
      Update: {
        TableName: table.name,
        Key: key(of),
        UpdateExpression: 'SET stands = :stands',
        ConditionExpression: 'attribute_exists(hallMonth)',
        ExpressionAttributeValues: { ':stands': stands },
      },
    })),
  ]
  try {
    await transact(writes, audited(by, { hallId, object: `month:${hallId}.${month}`, after: frozen }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
