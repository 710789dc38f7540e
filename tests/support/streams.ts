/** The streams of a local app, delivered when a test says so: as the local run and the cloud do it, in this process. */
import { DynamoDBStreams, type _Record } from '@aws-sdk/client-dynamodb-streams'
import { deliver, type StreamHandler } from '../../functions/local/follow-stream'

export interface Streams {
  /** Delivers everything written since the last time; answers what was given up. */
  flow(): Promise<_Record[]>
  /** The records since the last time, not delivered. */
  read(table: string): Promise<_Record[]>
  stop(): void
}

/** Follows these tables' streams from now on. Must be called after the app has started. */
export async function followStreams(
  handlers: Readonly<Record<string, readonly StreamHandler[]>>,
): Promise<Streams> {
  const { client, tables } = await import('../../functions/platform/dynamo')
  const { config } = await import('../../functions/platform/config')
  const streams = new DynamoDBStreams({
    endpoint: config().dynamoEndpoint!,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const iterators = new Map<string, string>()
  for (const table of Object.keys(handlers)) {
    const { Table } = await client.describeTable({ TableName: tables.get(table)!.name })
    const StreamArn = Table!.LatestStreamArn!
    const { StreamDescription } = await streams.describeStream({ StreamArn })
    const { ShardIterator } = await streams.getShardIterator({
      StreamArn,
      ShardId: StreamDescription!.Shards!.at(-1)!.ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    })
    iterators.set(table, ShardIterator!)
  }
  const read = async (table: string): Promise<_Record[]> => {
    const found: _Record[] = []
    for (;;) {
      const { Records = [], NextShardIterator } = await streams.getRecords({
        ShardIterator: iterators.get(table)!,
        Limit: 1000,
      })
      iterators.set(table, NextShardIterator!)
      if (Records.length === 0) return found
      found.push(...Records)
    }
  }
  return {
    read,
    stop: () => streams.destroy(),
    async flow() {
      const lost: _Record[] = []
      for (const [table, all] of Object.entries(handlers)) {
        const records = await read(table)
        for (const handler of all)
          await deliver(records, handler, {
            retries: 5,
            pause: async () => undefined,
            giveUp: (record) => void lost.push(record),
          })
      }
      return lost
    },
  }
}

/** The streams of ratings and their follow-ups, with a clock. */
export async function ratingStreams(clock: () => Date): Promise<Streams> {
  const { countRatings } = await import('../../functions/ratings/count-ratings.stream')
  const { countFollowUps } = await import('../../functions/ratings/count-follow-ups.stream')
  const { handler: tell } = await import('../../functions/follow-ups/tell-resident.stream')
  return followStreams({
    ratings: [(event) => countRatings(event as never, clock)],
    'follow-ups': [(event) => tell(event as never), (event) => countFollowUps(event as never)],
  })
}
