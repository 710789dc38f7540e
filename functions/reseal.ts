/**
 * Seals again, under the current key, what older keys sealed. A tool of whoever keeps the keys, in no Lambda: it alone
 * reads tables whole. It may be stopped anywhere and run again, while the product is in use.
 */
import { GetCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import './endpoints'
import { isCurrent, isSealed, open, seal, type Place } from './platform/crypto'
import { database, tables } from './platform/dynamo'

/** The tables whose items hold sealed values. */
export const sealingTables = [
  'accounts',
  'bookings',
  'calls',
  'cases',
  'follow-up-events',
  'hand-overs',
  'files',
  'prechecks',
  'ratings',
  'tickets',
] as const

/** How a table stands; counts of values. */
export interface Resealed {
  readonly table: string
  /** Sealed values seen. */
  seen: number
  /** Those that this run moved to the current key. */
  moved: number
  /** Those that changed again and again meanwhile: the next run takes them. */
  left: number
  /** Those that do not open where they lie. They are reported as security events and stay as they are. */
  unreadable: number
}

type Item = Record<string, unknown>
type Path = readonly (string | number)[]
interface Found {
  readonly path: Path
  readonly sealed: string
}

/** The most values of one item that are written at once: an expression has its limits. */
const AT_ONCE = 50
const ATTEMPTS = 5

/** Every sealed value of an item, however deep. */
function sealedIn(value: unknown, path: Path = []): Found[] {
  if (isSealed(value)) return [{ path, sealed: value }]
  if (Array.isArray(value)) return value.flatMap((each, place) => sealedIn(each, [...path, place]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => sealedIn(each, [...path, name]))
}

const fieldOf = (path: Path): string => String(path.filter((step) => typeof step === 'string').at(-1))

/** Moves a table's values to the current key: one conditional write an item, so that no change of others is lost. */
export async function resealTable(table: (typeof sealingTables)[number]): Promise<Resealed> {
  const model = tables.get(table)
  if (!model) throw new Error(`no store declares ${table}`)
  const keys = ((await model.definition()).KeySchema ?? []).map(({ AttributeName }) => AttributeName!)
  const stand: Resealed = { table, seen: 0, moved: 0, left: 0, unreadable: 0 }
  const pages = paginateScan(
    { client: database, pageSize: 100 },
    { TableName: model.name, ConsistentRead: true },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items) await resealItem(model.name, keys, item, stand)
  return stand
}

async function resealItem(
  name: string,
  keys: readonly string[],
  scanned: Item,
  stand: Resealed,
): Promise<void> {
  const Key = Object.fromEntries(keys.map((key) => [key, scanned[key]]))
  const place = (path: Path): Place => ({
    table: stand.table,
    key: keys.map((key) => String(scanned[key])).join('.'),
    field: fieldOf(path),
  })
  const unreadable = new Set<string>()
  const stale = (item: Item): Found[] =>
    sealedIn(item).filter(({ sealed }) => !isCurrent(sealed) && !unreadable.has(sealed))
  stand.seen += sealedIn(scanned).length
  let item: Item | undefined = scanned
  for (let attempt = 0; item && stale(item).length > 0;) {
    const fresh = stale(item)
      .slice(0, AT_ONCE)
      .flatMap((found) => {
        try {
          return [{ ...found, fresh: seal(open(found.sealed, place(found.path)), place(found.path)) }]
        } catch {
          unreadable.add(found.sealed)
          return []
        }
      })
    if (await written(name, Key, fresh)) stand.moved += fresh.length
    else if (++attempt === ATTEMPTS) break
    item = await again(name, Key)
  }
  stand.unreadable += unreadable.size
  if (item) stand.left += stale(item).length
}

const again = async (TableName: string, Key: Item): Promise<Item | undefined> =>
  (await database.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item

/** Writes fresh values over those read; false when one of them is no longer there. */
async function written(
  TableName: string,
  Key: Item,
  values: readonly (Found & { fresh: string })[],
): Promise<boolean> {
  if (values.length === 0) return true
  const names = new Map<string, string>()
  const named = (name: string): string => {
    if (!names.has(name)) names.set(name, `#n${names.size}`)
    return names.get(name)!
  }
  const at = values.map(({ path }) =>
    path.reduce<string>(
      (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text && '.'}${named(step)}`),
      '',
    ),
  )
  try {
    await database.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: `SET ${at.map((path, i) => `${path} = :new${i}`).join(', ')}`,
        ConditionExpression: at.map((path, i) => `${path} = :old${i}`).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries([...names].map(([name, short]) => [short, name])),
        ExpressionAttributeValues: Object.fromEntries(
          values.flatMap(({ sealed, fresh }, i) => [
            [`:old${i}`, sealed],
            [`:new${i}`, fresh],
          ]),
        ),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
