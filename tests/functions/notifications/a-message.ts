/** Messages as they happen to a person, on their way by WeChat. */
import { DynamoDBStreams, type _Record } from '@aws-sdk/client-dynamodb-streams'
import type { MessageKind } from '@one-window/shared/notifications/message'
import type { LocalApp, Person } from '../../support/local-app'
import { inserted, itemsOf, messagesOf } from './a-reachable-person'

/** Where the stand-in is asked to send. */
export const SEND = '/cgi-bin/message/subscribe/send'
/** So many minutes after it happened. */
export const later = (minutes: number): Date =>
  new Date(Date.parse('2026-11-24T07:00:00+08:00') + minutes * 60_000)

let events = 0
/** Something happened to a person; answers the stream's record of the message. */
export async function told(person: Person, kind: MessageKind, more: object = {}) {
  const { saveMessage } = await import('../../../functions/notifications/public')
  const { bySystem } = await import('../../../functions/platform/audit')
  const about = `event ${++events}`
  const known = new Set((await messagesOf(person)).map(({ messageId }) => messageId))
  await saveMessage(
    {
      ...{ personId: person.personId, kind, about, at: later(0).toISOString(), hallId: 'yonghe' },
      ...{ title: '题目', body: '正文', fields: { thing1: '就业困难认定' }, ...more },
    },
    bySystem('test', later(0)),
  )
  const { messageId } = (await messagesOf(person)).find((message) => !known.has(message.messageId))!
  return inserted({ personId: person.personId, messageId }, String(events))
}

/** Hands records to the stream's handler. */
export async function send(records: ReturnType<typeof inserted>[], now = later(0)) {
  const { sendMessages } = await import('../../../functions/notifications/send-message.stream')
  return sendMessages({ Records: records }, () => now)
}

/** Runs the job that tries again. */
export async function retry(now: Date): Promise<number> {
  const { retryMessages } = await import('../../../functions/notifications/retry-messages.job')
  return retryMessages(now)
}

/** What WeChat has sent to a person. */
export const sentTo = (app: LocalApp, { openid }: { openid: string }) =>
  app.wechat.sent.filter((one) => one.openid === openid)
/** The newest message of a person, with its receipt. */
export const receiptOf = async (person: Person) => (await messagesOf(person)).at(-1)!
/** The calls that a person's messages led to. */
export const callsFor = async (person: Person) => {
  const titles = new Set((await messagesOf(person)).map(({ title }) => title))
  return (await itemsOf('calls')).filter(({ title }) => titles.has(title))
}

/** The newest records of a table's stream, as the database hands them out. */
export async function recordsOf(id: string): Promise<_Record[]> {
  const { client, tables } = await import('../../../functions/platform/dynamo')
  const { Table } = await client.describeTable({ TableName: tables.get(id)!.name })
  const streams = new DynamoDBStreams({
    endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const place = { StreamArn: Table?.LatestStreamArn }
  const shard = (await streams.describeStream(place)).StreamDescription?.Shards?.at(-1)
  let { ShardIterator } = await streams.getShardIterator({
    ...place,
    ShardId: shard?.ShardId,
    ShardIteratorType: 'TRIM_HORIZON',
  })
  const found: _Record[] = []
  for (let read = 1; read > 0 && ShardIterator;) {
    const { Records = [], NextShardIterator } = await streams.getRecords({ ShardIterator })
    found.push(...Records)
    read = Records.length
    ShardIterator = NextShardIterator
  }
  streams.destroy()
  return found
}
