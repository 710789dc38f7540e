/**
 * Reads items by their key. What is asked for while reads are under way travels together in the next one: a burst of
 * requests for the same slot costs the database, and this process, a fraction of a read each.
 */
import { readBatch } from './dynamo'

type Item = Record<string, unknown>
type Key = Readonly<Record<string, string>>
interface Wanted {
  readonly id: string
  readonly table: string
  readonly key: Key
  readonly consistent: boolean
  readonly answer: (item: Item | undefined) => void
  readonly fail: (error: unknown) => void
}

/** The most keys the database takes at once. */
const MOST_KEYS = 100
const MOST_UNDER_WAY = 2

let waiting: Wanted[] = []
let underWay = 0
let isPlanned = false

const idOf = (table: string, keys: readonly string[], item: Item): string =>
  JSON.stringify([table, ...keys.map((name) => item[name])])

/** The item of a key; undefined when there is none. Strongly read unless said otherwise. The item is not to be changed. */
export const readItem = (table: string, key: Key, { consistent = true } = {}): Promise<Item | undefined> =>
  new Promise((answer, fail) => {
    waiting.push({ id: idOf(table, Object.keys(key), key), table, key, consistent, answer, fail })
    plan()
  })

function plan(): void {
  if (isPlanned || underWay >= MOST_UNDER_WAY || waiting.length === 0) return
  isPlanned = true
  setImmediate(() => {
    isPlanned = false
    const now = waiting.slice(0, MOST_KEYS)
    waiting = waiting.slice(MOST_KEYS)
    underWay += 1
    void readTogether(now).finally(() => {
      underWay -= 1
      plan()
    })
    plan()
  })
}

async function readTogether(wanted: readonly Wanted[]): Promise<void> {
  try {
    const asked: Record<string, { Keys: Key[]; ConsistentRead: boolean }> = {}
    for (const { table, key, consistent } of new Map(wanted.map((each) => [each.id, each])).values()) {
      const of = (asked[table] ??= { Keys: [], ConsistentRead: false })
      of.Keys.push(key)
      of.ConsistentRead ||= consistent
    }
    const names = new Map(wanted.map(({ table, key }) => [table, Object.keys(key)]))
    const found = new Map<string, Item>()
    for (const [table, items] of Object.entries(await readBatch(asked)))
      for (const item of items) found.set(idOf(table, names.get(table) ?? [], item), item)
    for (const { id, answer } of wanted) answer(found.get(id))
  } catch (error) {
    for (const { fail } of wanted) fail(error)
  }
}
