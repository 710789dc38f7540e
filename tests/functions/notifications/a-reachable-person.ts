/** A resident with a WeChat of their own, and what the stand-in and we count of their consents. */
import { noticeVersion } from '@one-window/shared/identity/notice'
import type { MessageKind } from '@one-window/shared/notifications/message'
import type { LocalApp, Person } from '../../support/local-app'

export interface ReachablePerson extends Person {
  readonly openid: string
}

let persons = 0

/** Signs somebody new in by WeChat; `allows` are the messages they have allowed once, at WeChat and with us. */
export async function aReachablePerson(
  app: LocalApp,
  allows: readonly MessageKind[] = [],
): Promise<ReachablePerson> {
  const openid = `o-reachable-${++persons}`
  const anyone = await app.as()
  const { status, body } = await anyone.post('/sign-in/wechat', {
    code: app.wechat.newLoginCode(openid),
    agreed: noticeVersion,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  const person = app.holding(body.token)
  const { personId } = (await person.get('/me')).body
  const reachable = { ...person, personId, openid }
  for (const kind of allows) await allow(app, reachable, kind)
  return reachable
}

/** The person taps 允许 for a kind of message, at WeChat and with us. */
export async function allow(app: LocalApp, person: ReachablePerson, kind: MessageKind): Promise<void> {
  app.wechat.grant(person.openid, `template-${kind}`)
  const { status } = await person.post('/me/subscriptions', { accepted: [kind] })
  if (status !== 200) throw new Error(`not counted: ${status}`)
}

/** What a table holds, for looking at receipts. */
export async function itemsOf(id: string): Promise<Record<string, any>[]> {
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
  const { database, tables } = await import('../../../functions/platform/dynamo')
  const { Items = [] } = await database.send(
    new ScanCommand({ TableName: tables.get(id)!.name, ConsistentRead: true }),
  )
  return Items
}

/** The messages of a person with their receipts, oldest first. */
export const messagesOf = async ({ personId }: Person): Promise<Record<string, any>[]> =>
  (await itemsOf('messages'))
    .filter((one) => one.personId === personId)
    .sort((one, other) => (one.messageId < other.messageId ? -1 : 1))

/** A record of a stream as the database hands it out when an item is new. */
export const inserted = (keys: Record<string, string>, sequenceNumber = '1') => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: sequenceNumber,
    Keys: Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, { S: value }])),
  },
})
