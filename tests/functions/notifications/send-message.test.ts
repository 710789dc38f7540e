import { isImportant, MessageKind } from '@one-window/shared/notifications/message'
import { startLocalApp, type LocalApp } from '../../support/local-app'
import { callsFor, later, receiptOf, recordsOf, retry, send, sentTo, told } from './a-message'
import { aReachablePerson, allow, inserted, messagesOf } from './a-reachable-person'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
})
afterAll(() => app.stop())

describe('sending', () => {
  test('a consent, a message: what WeChat shows, what a tap opens, and the receipt', async () => {
    const me = await aReachablePerson(app, ['case-accepted'])
    const record = await told(me, 'case-accepted', { caseId: 'c1' })
    expect(await send([record], later(1))).toEqual({ batchItemFailures: [] })
    expect(sentTo(app, me)).toEqual([
      {
        openid: me.openid,
        templateId: 'template-case-accepted',
        page: 'subpackages/cases/case?caseId=c1',
        data: { thing1: { value: '就业困难认定' } },
      },
    ])
    const receipt = await receiptOf(me)
    expect(receipt).toMatchObject({
      delivery: 'sent',
      attempts: 1,
      receiptAt: later(1).toISOString(),
    })
    expect([receipt.travels, receipt.nextAt]).toEqual([undefined, undefined])
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ 'case-accepted': 0 })
  })

  test('S48 however often records come and however many work on them, messages sent are events', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => aReachablePerson(app)))
    const records: ReturnType<typeof inserted>[] = []
    for (const person of people)
      for (const kind of ['booked', 'case-ready'] as const) {
        // more consents than events: only the receipts stand between a person and a message too many
        for (let n = 0; n < 3; n++) await allow(app, person, kind)
        records.push(await told(person, kind))
      }
    const before = app.wechat.sent.length
    const workers = Array.from({ length: 8 }, (_, n) => send(n % 2 === 0 ? records : [...records].reverse()))
    await Promise.all([...workers, ...Array.from({ length: 4 }, () => retry(later(0)))])
    await send(records, later(10))
    await retry(later(10))
    expect(app.wechat.sent.length - before).toBe(records.length)
    for (const person of people) {
      expect((await messagesOf(person)).map(({ delivery }) => delivery)).toEqual(['sent', 'sent'])
      expect((await person.post('/me/subscriptions', {})).body.left).toEqual({ booked: 2, 'case-ready': 2 })
    }
  })

  test('one consent and two messages: one is sent, the other stays in the app', async () => {
    const me = await aReachablePerson(app, ['follow-up-opened'])
    const records = [await told(me, 'follow-up-opened'), await told(me, 'follow-up-opened')]
    await Promise.all(records.map((record) => send([record])))
    expect(sentTo(app, me)).toHaveLength(1)
    expect((await messagesOf(me)).map(({ delivery }) => delivery).sort()).toEqual(['in-app', 'sent'])
  })

  test('a booking moved is told by the consent to the booking', async () => {
    const me = await aReachablePerson(app, ['booked'])
    await send([await told(me, 'booking-moved', { bookingId: 'b1' })])
    expect(sentTo(app, me)).toMatchObject([
      { templateId: 'template-booked', page: 'subpackages/booking/done?bookingId=b1' },
    ])
  })

  test.each(MessageKind.options)(
    '%s that nobody allowed: nothing is sent, whom it matters to is called',
    async (kind) => {
      const me = await aReachablePerson(app)
      await send([await told(me, kind, { title: `没订阅 ${kind}` })])
      expect(sentTo(app, me)).toEqual([])
      expect((await receiptOf(me)).delivery).toBe('in-app')
      expect(await callsFor(me)).toHaveLength(isImportant(kind) ? 1 : 0)
    },
  )

  test('from the event to the phone by the records that the database itself hands out', async () => {
    const me = await aReachablePerson(app, ['booking-moved', 'booked'])
    const record = await told(me, 'booking-moved')
    await send([record])
    const mine = (await recordsOf('messages')).filter(
      ({ dynamodb }) => dynamodb?.Keys?.personId?.S === me.personId,
    )
    expect(mine.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'MODIFY'])
    expect(mine[0]?.dynamodb?.Keys).toEqual(record.dynamodb.Keys)
    await send(mine as (typeof record)[], later(1))
    expect(sentTo(app, me)).toHaveLength(1)
  })

  test('changes and deletions send nothing; a record of nothing is passed over', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const record = await told(me, 'booked')
    const answer = await send([
      { ...record, eventName: 'MODIFY' },
      { ...record, eventName: 'REMOVE' },
      inserted({ personId: 'nobody', messageId: 'nothing' }),
    ])
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(sentTo(app, me)).toEqual([])
  })
})

test('a message costs no whole table: every list is asked by its key', async () => {
  const { client } = await import('../../../functions/platform/dynamo')
  const scans: string[] = []
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'ScanCommand') scans.push(context.commandName)
      return next(args)
    },
    { step: 'initialize', name: 'watching' },
  )
  await retry(later(1))
  client.middlewareStack.remove('watching')
  expect(scans).toEqual([])
})
