/** The event source mapping of a table stream, on one machine: batches, halving, retries, a file for dead letters. */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDB } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreams, type _Record } from '@aws-sdk/client-dynamodb-streams'

/** What a stream handler answers: the records it could not handle. */
export interface BatchAnswer {
  batchItemFailures?: readonly { itemIdentifier: string }[]
}
export type StreamHandler = (
  event: { Records: _Record[] },
  context: object,
) => Promise<BatchAnswer | undefined>

export interface Delivery {
  readonly retries: number
  /** Waits before a record is tried again, by how often it failed. */
  pause(failures: number): Promise<void>
  /** Takes the record that failed for good. */
  giveUp(record: _Record, error: unknown): void
}

/**
 * Delivers records in order. After a failure what is left is halved until the failing record is alone; alone it is
 * tried again up to `retries` times and then given up, so that it never holds back the others.
 */
export async function deliver(records: _Record[], handler: StreamHandler, delivery: Delivery): Promise<void> {
  let failures = 0
  for (let left = records; left.length > 0;) {
    const { done, error } = await attempt(left, handler)
    left = left.slice(done)
    if (left.length === 0) return
    if (left.length > 1) {
      const middle = Math.ceil(left.length / 2)
      await deliver(left.slice(0, middle), handler, delivery)
      left = left.slice(middle)
      continue
    }
    failures += 1
    if (failures > delivery.retries) return delivery.giveUp(left[0]!, error)
    await delivery.pause(failures)
  }
}

async function attempt(
  records: _Record[],
  handler: StreamHandler,
): Promise<{ done: number; error?: unknown }> {
  try {
    const answer = await handler({ Records: records }, {})
    const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier))
    if (failed.size === 0) return { done: records.length }
    const first = records.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''))
    return { done: Math.max(0, first), error: new Error('reported as failed') }
  } catch (error) {
    return { done: 0, error }
  }
}

export interface Following {
  /** Stops after the batch at hand. */
  stop(): Promise<void>
}

export interface StreamToFollow {
  /** Where the database answers. */
  readonly endpoint: string
  readonly name: string
  readonly tableName: string
  readonly batchSize: number
  readonly retries: number
  /** Remembers how far each stream was read. */
  readonly checkpointFile: string
  readonly deadLetterFile: string
  say(line: string): void
}

const POLL_MS = 500

/** Follows the stream of a table until stopped, from where the last run left off. */
export function followStream(client: DynamoDB, handler: StreamHandler, followed: StreamToFollow): Following {
  const streams = new DynamoDBStreams({
    endpoint: followed.endpoint,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const stopping = new AbortController()
  const { signal } = stopping
  const rest = (ms: number): Promise<void> =>
    wait(ms, undefined, { signal, ref: false }).catch(() => undefined)
  const delivery: Delivery = {
    retries: followed.retries,
    pause: (failures) => rest(200 * 2 ** failures),
    giveUp(record, error) {
      const line = { function: followed.name, at: new Date().toISOString(), error: String(error), record }
      appendFileSync(followed.deadLetterFile, `${JSON.stringify(line)}\n`, { mode: 0o600 })
      followed.say(`${followed.name}: 一条变动多次没处理成功，已放进 ${followed.deadLetterFile}`)
    },
  }
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await readOn(streams, client, handler, followed, delivery, rest, signal)
      } catch (error) {
        if (!signal.aborted) followed.say(`${followed.name}: ${String(error)}`)
        await rest(2000)
      }
    }
    streams.destroy()
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function readOn(
  streams: DynamoDBStreams,
  client: DynamoDB,
  handler: StreamHandler,
  followed: StreamToFollow,
  delivery: Delivery,
  rest: (ms: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { Table } = await client.describeTable({ TableName: followed.tableName })
  const StreamArn = Table?.LatestStreamArn
  const shard = (await streams.describeStream({ StreamArn })).StreamDescription?.Shards?.at(-1)
  if (!StreamArn || !shard) return rest(POLL_MS)
  const place = { StreamArn, ShardId: shard.ShardId }
  const mark = `${followed.name} ${StreamArn}`
  const known = readCheckpoints(followed.checkpointFile)[mark]
  let { ShardIterator } = await (known === undefined
    ? streams.getShardIterator({ ...place, ShardIteratorType: 'TRIM_HORIZON' })
    : streams
        .getShardIterator({ ...place, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: known })
        .catch(() => streams.getShardIterator({ ...place, ShardIteratorType: 'TRIM_HORIZON' })))
  while (ShardIterator && !signal.aborted) {
    const read = await streams.getRecords({ ShardIterator, Limit: followed.batchSize })
    const records = read.Records ?? []
    await deliver(records, handler, delivery)
    const last = records.at(-1)?.dynamodb?.SequenceNumber
    if (last !== undefined && !signal.aborted) saveCheckpoint(followed.checkpointFile, mark, last)
    ShardIterator = read.NextShardIterator
    if (records.length === 0) await rest(POLL_MS)
  }
}

/** How far each stream was read: the last sequence number by function and stream. */
export const readCheckpoints = (file: string): Record<string, string> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}

/** Only one run owns the folder, so reading and writing the file needs no more than an atomic rename. */
function saveCheckpoint(file: string, mark: string, sequenceNumber: string): void {
  writeFileSync(`${file}.new`, JSON.stringify({ ...readCheckpoints(file), [mark]: sequenceNumber }))
  renameSync(`${file}.new`, file)
}
