/** The data file of the embedded database stays fast, and forgets no record that somebody has yet to read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { Database } from 'node-sqlite3-wasm'
import { openDatabase, startDatabase } from '../../functions/local/database'
import { isAtRest, tendStreamRecords } from '../../functions/local/stream-records'

const TODAY = new Date('2026-11-24T07:00:00+08:00')
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'one-window-'))
  file = join(folder, 'one-window.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Looks into a file at rest. */
function inFile<T>(work: (database: Database) => T): T {
  const database = new Database(file)
  try {
    database.exec('PRAGMA locking_mode=EXCLUSIVE')
    return work(database)
  } finally {
    database.close()
  }
}
const recordsOf = (table: string): number[] =>
  inFile((database) =>
    database
      .all('SELECT sequence_number FROM _stream_records WHERE table_name = ? ORDER BY id', [table])
      .map(({ sequence_number: number }) => Number(number)),
  )
const readUpTo = (read: Record<string, number>): void =>
  writeFileSync(
    join(folder, 'streams.json'),
    JSON.stringify(
      Object.fromEntries(
        Object.entries(read).map(([mark, number]) => {
          const [follower, table] = mark.split(' ')
          return [`${follower} arn:aws:dynamodb:local:000000000000:table/${table}/stream/x`, String(number)]
        }),
      ),
    ),
  )

/** A file with two tables, five stream records each, all two days old. */
async function aFile(): Promise<void> {
  const database = await startDatabase(file)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDB({ endpoint: database.endpoint, region: 'cn-northwest-1', credentials })
  for (const TableName of ['audit', 'notes']) {
    await client.createTable({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
    for (let n = 0; n < 5; n++) await client.putItem({ TableName, Item: { id: { S: `n${n}` } } })
  }
  client.destroy()
  await database.stop()
  const created = TODAY.getTime() / 1000 - 2 * 86_400
  inFile((database) => database.run('UPDATE _stream_records SET created_at = ?', [created]))
}

test('the look for the last record uses an index from the first start on', async () => {
  await aFile()
  expect(isAtRest(file)).toBe(true)
  const plan = inFile((database) =>
    database.all(
      `EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1
         FROM _stream_records WHERE table_name = 'audit'`,
    ),
  )
  expect(JSON.stringify(plan)).toContain('INDEX one_window_last_record')
})

test('records of yesterday that everybody has read go; a table’s last and what somebody has not read stay', async () => {
  await aFile()
  readUpTo({ 'seal-rows audit': 5, 'tell notes': 4, 'count notes': 2 })
  tendStreamRecords(file, TODAY)
  expect([recordsOf('audit'), recordsOf('notes')]).toEqual([[5], [3, 4, 5]])
  tendStreamRecords(file, TODAY)
  expect([recordsOf('audit'), recordsOf('notes')]).toEqual([[5], [3, 4, 5]])
})

test('younger records, and those of a stream nobody has begun to read, stay', async () => {
  await aFile()
  readUpTo({ 'seal-rows audit': 5 })
  tendStreamRecords(file, new Date(TODAY.getTime() - 86_400_000))
  expect([recordsOf('audit'), recordsOf('notes')]).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
  ])
})

test('after the database was killed the next start makes the file whole before it touches it', async () => {
  await aFile()
  const killed = await openDatabase(file)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDB({ endpoint: killed.endpoint, region: 'cn-northwest-1', credentials })
  await client.putItem({ TableName: 'audit', Item: { id: { S: 'last' } } })
  client.destroy()
  const ended = new Promise<void>((done) => {
    const look = setInterval(() => {
      try {
        process.kill(-killed.pid, 0)
      } catch {
        clearInterval(look)
        done()
      }
    }, 5)
  })
  process.kill(-killed.pid, 'SIGKILL')
  await ended
  expect(isAtRest(file)).toBe(false)
  const again = await startDatabase(file)
  await again.stop()
  expect(recordsOf('audit')).toEqual([1, 2, 3, 4, 5, 6])
})
