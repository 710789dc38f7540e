import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import { startDatabase, type LocalDatabase } from '../../functions/local/database'
import { deliver, followStream, type StreamHandler } from '../../functions/local/follow-stream'
import { redrive } from '../../functions/local/redrive'

const recordsOf = (count: number): _Record[] =>
  Array.from({ length: count }, (_, i) => ({ dynamodb: { SequenceNumber: String(i) } }))
const numberOf = (record: _Record): number => Number(record.dynamodb?.SequenceNumber)

describe('delivery of a batch', () => {
  const run = async (count: number, handler: StreamHandler) => {
    const givenUp: number[] = []
    let pauses = 0
    await deliver(recordsOf(count), handler, {
      retries: 5,
      pause: async () => void (pauses += 1),
      giveUp: (record) => givenUp.push(numberOf(record)),
    })
    return { givenUp, pauses }
  }

  test('one that succeeds is delivered once', async () => {
    const calls: number[] = []
    await run(7, async ({ Records }) => void calls.push(Records.length))
    expect(calls).toEqual([7])
  })

  test('a poison record is found by halving, tried 6 times and given up; all others arrive in order', async () => {
    const arrived: number[] = []
    let tries = 0
    const { givenUp, pauses } = await run(10, async ({ Records }) => {
      if (Records.some((record) => numberOf(record) === 6)) {
        if (Records.length === 1) tries += 1
        throw new Error('poison')
      }
      arrived.push(...Records.map(numberOf))
      return undefined
    })
    expect(givenUp).toEqual([6])
    expect([tries, pauses]).toEqual([6, 5])
    expect(arrived).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9])
  })

  test('a reported failure starts again at the first failed record', async () => {
    const seen: number[][] = []
    const { givenUp } = await run(4, async ({ Records }) => {
      seen.push(Records.map(numberOf))
      return seen.length === 1 ? { batchItemFailures: [{ itemIdentifier: '2' }] } : {}
    })
    expect(seen).toEqual([[0, 1, 2, 3], [2], [3]])
    expect(givenUp).toEqual([])
  })
})

test('dead letters are delivered again; what fails again stays, with why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'one-window-redrive-'))
  const file = join(folder, 'dead-letters.jsonl')
  const letter = (name: string, n: number) =>
    JSON.stringify({ function: name, at: '', error: 'then', record: recordsOf(n + 1)[n] })
  const letters = [letter('tell', 0), letter('tell', 1), letter('gone', 2), letter('tell', 3)]
  writeFileSync(file, `${letters.join('\n')}\n`)
  const seen: number[] = []
  let broken = true
  const handlerOf = (name: string): StreamHandler | undefined =>
    name === 'gone'
      ? undefined
      : async ({ Records }) => {
          const [n] = Records.map(numberOf)
          if (broken && n === 1) throw new Error('still')
          seen.push(n!)
          return undefined
        }
  expect(await redrive(file, handlerOf)).toBe(2)
  const left = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(left.map(({ function: name, error }) => [name, error])).toEqual([
    ['tell', 'Error: still'],
    ['gone', 'then'],
  ])
  broken = false
  expect(await redrive(file, (name) => handlerOf(name) ?? handlerOf('tell'))).toBe(2)
  expect([seen, existsSync(file), await redrive(file, handlerOf)]).toEqual([[0, 3, 1, 2], false, 0])
  rmSync(folder, { recursive: true })
})

describe('the stream of a table', () => {
  let database: LocalDatabase
  let client: DynamoDB
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'one-window-'))
    database = await startDatabase()
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    client = new DynamoDB({ endpoint: database.endpoint, region: 'cn-northwest-1', credentials })
    await client.createTable({
      TableName: 'notes',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
  })
  afterAll(async () => {
    client.destroy()
    await database.stop()
    rmSync(folder, { recursive: true })
  })

  test('every change arrives; a new run goes on where the last one stopped', async () => {
    const arrived: string[] = []
    const handler: StreamHandler = async ({ Records }) =>
      void arrived.push(...Records.map((record) => record.dynamodb?.NewImage?.id?.S ?? ''))
    const follow = () =>
      followStream(client, handler, {
        endpoint: database.endpoint,
        name: 'read-notes',
        tableName: 'notes',
        batchSize: 3,
        retries: 5,
        checkpointFile: join(folder, 'streams.json'),
        deadLetterFile: join(folder, 'dead-letters.jsonl'),
        say: (line) => {
          throw new Error(line)
        },
      })
    const put = (id: string) => client.putItem({ TableName: 'notes', Item: { id: { S: id } } })
    const until = async (count: number) => {
      for (let tries = 0; arrived.length < count && tries < 400; tries++) await wait(20)
    }
    for (const id of ['a', 'b', 'c', 'd']) await put(id)
    const first = follow()
    await until(4)
    await first.stop()
    for (const id of ['e', 'f']) await put(id)
    const second = follow()
    await until(6)
    await second.stop()
    expect(arrived).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'streams.json'), 'utf8')))).toHaveLength(1)
  })
})
