import { isImportant, MessageKind } from '@one-window/shared/notifications/message'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aReachablePerson, allow, inserted, itemsOf, messagesOf } from './a-reachable-person'

const SEND = '/cgi-bin/message/subscribe/send'
const at = '2026-11-24T07:00:00+08:00'
const later = (minutes: number): Date => new Date(Date.parse(at) + minutes * 60_000)

let app: LocalApp
let save: (typeof import('../../../functions/notifications/public'))['saveMessage']
let sendMessages: (typeof import('../../../functions/notifications/send-message.stream'))['sendMessages']
let retryMessages: (typeof import('../../../functions/notifications/retry-messages.job'))['retryMessages']
let bySystem: (typeof import('../../../functions/platform/audit'))['bySystem']
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  save = (await import('../../../functions/notifications/public')).saveMessage
  sendMessages = (await import('../../../functions/notifications/send-message.stream')).sendMessages
  retryMessages = (await import('../../../functions/notifications/retry-messages.job')).retryMessages
  bySystem = (await import('../../../functions/platform/audit')).bySystem
})
afterAll(() => app.stop())

let events = 0
/** Something happened to a person; answers the stream's record of the message. */
async function told(person: Person, kind: MessageKind, more: object = {}) {
  const about = `event ${++events}`
  const known = new Set((await messagesOf(person)).map(({ messageId }) => messageId))
  await save(
    {
      ...{ personId: person.personId, kind, about, at: later(0).toISOString(), hallId: 'yonghe' },
      ...{ title: '题目', body: '正文', fields: { thing1: '就业困难认定' }, ...more },
    },
    bySystem('test', later(0)),
  )
  const { messageId } = (await messagesOf(person)).find((message) => !known.has(message.messageId))!
  return inserted({ personId: person.personId, messageId }, String(events))
}
const send = (records: ReturnType<typeof inserted>[], now = later(0)) =>
  sendMessages({ Records: records }, () => now)
const sentTo = ({ openid }: { openid: string }) => app.wechat.sent.filter((one) => one.openid === openid)
const receiptOf = async (person: Person) => (await messagesOf(person)).at(-1)!
const callsFor = async (person: Person) => {
  const titles = new Set((await messagesOf(person)).map(({ title }) => title))
  return (await itemsOf('calls')).filter(({ title }) => titles.has(title))
}

describe('sending', () => {
  test('a consent, a message: what WeChat shows, what a tap opens, and the receipt', async () => {
    const me = await aReachablePerson(app, ['case-accepted'])
    const record = await told(me, 'case-accepted', { caseId: 'c1' })
    expect(await send([record], later(1))).toEqual({ batchItemFailures: [] })
    expect(sentTo(me)).toEqual([
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
    await Promise.all([...workers, ...Array.from({ length: 4 }, () => retryMessages(later(0)))])
    await send(records, later(10))
    await retryMessages(later(10))
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
    expect(sentTo(me)).toHaveLength(1)
    expect((await messagesOf(me)).map(({ delivery }) => delivery).sort()).toEqual(['in-app', 'sent'])
  })

  test('a booking moved is told by the consent to the booking', async () => {
    const me = await aReachablePerson(app, ['booked'])
    await send([await told(me, 'booking-moved', { bookingId: 'b1' })])
    expect(sentTo(me)).toMatchObject([
      { templateId: 'template-booked', page: 'subpackages/booking/done?bookingId=b1' },
    ])
  })

  test.each(MessageKind.options)(
    '%s that nobody allowed: nothing is sent, whom it matters to is called',
    async (kind) => {
      const me = await aReachablePerson(app)
      await send([await told(me, kind, { title: `没订阅 ${kind}` })])
      expect(sentTo(me)).toEqual([])
      expect((await receiptOf(me)).delivery).toBe('in-app')
      expect(await callsFor(me)).toHaveLength(isImportant(kind) ? 1 : 0)
    },
  )

  test('changes and deletions send nothing; a record of nothing is passed over', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const record = await told(me, 'booked')
    const answer = await send([
      { ...record, eventName: 'MODIFY' },
      { ...record, eventName: 'REMOVE' },
      inserted({ personId: 'nobody', messageId: 'nothing' }),
    ])
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(sentTo(me)).toEqual([])
  })
})

describe('when it does not go well', () => {
  test('refused at WeChat: final, the count follows WeChat, an important one is called', async () => {
    const me = await aReachablePerson(app)
    for (let n = 0; n < 2; n++) await me.post('/me/subscriptions', { accepted: ['case-ready'] })
    const record = await told(me, 'case-ready', { title: '微信里关掉了' })
    await send([record])
    await retryMessages(later(60))
    expect(await receiptOf(me)).toMatchObject({ delivery: 'refused', attempts: 1 })
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ 'case-ready': 0 })
    expect(await callsFor(me)).toHaveLength(1)
    expect(app.wechat.asked(SEND)).toBeGreaterThan(0)
  })

  test('a failure is tried again after 1, 5, 30 minutes and 3 hours, with one consent; then the desk calls', async () => {
    const me = await aReachablePerson(app, ['case-ready'])
    const record = await told(me, 'case-ready', { title: '一直没发出去', caseId: 'c2' })
    const asked = () => app.wechat.asked(SEND)
    const before = asked()
    app.wechat.fail('500', 1, SEND)
    app.wechat.fail(45009, 4, SEND)
    await send([record])
    let minute = 0
    for (const [pause, attempts] of [
      [1, 2],
      [5, 3],
      [30, 4],
      [180, 5],
    ] as const) {
      minute += pause
      expect(await receiptOf(me)).toMatchObject({ delivery: 'waiting', attempts: attempts - 1 })
      await retryMessages(later(minute - 0.5))
      expect(asked() - before).toBe(attempts - 1)
      expect(await callsFor(me)).toEqual([])
      await Promise.all([retryMessages(later(minute)), retryMessages(later(minute))])
      expect(asked() - before).toBe(attempts)
    }
    expect(await receiptOf(me)).toMatchObject({ delivery: 'failed', attempts: 5 })
    expect(await callsFor(me)).toMatchObject([
      { kind: 'case-ready', hallId: 'yonghe', caseId: 'c2', tries: 0 },
    ])
    expect(await retryMessages(later(10_000))).toBe(0)
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ 'case-ready': 0 })
  })

  test('a failure that passes: sent at the next try, by the consent that was used up already', async () => {
    const me = await aReachablePerson(app, ['booking-reminder'])
    const record = await told(me, 'booking-reminder')
    app.wechat.fail('garbled', 1, SEND)
    await send([record])
    await send([record], later(0.5))
    expect(sentTo(me)).toEqual([])
    await retryMessages(later(1))
    expect(sentTo(me)).toHaveLength(1)
    expect(await receiptOf(me)).toMatchObject({ delivery: 'sent', attempts: 2 })
  })

  test('what WeChat will never take is not tried again', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const record = await told(me, 'booked', {
      fields: { thing1: '一个比二十个字还要长得多的事项名称，微信不收' },
    })
    await send([record])
    expect(await receiptOf(me)).toMatchObject({ delivery: 'failed', attempts: 1 })
  })

  test('a try that was broken off is not made again: nobody knows whether it arrived', async () => {
    const me = await aReachablePerson(app, ['case-ready'])
    const record = await told(me, 'case-ready', { title: '半路断了' })
    const { claimMessage } = await import('../../../functions/notifications/receipt-store')
    const { personId, messageId, ...message } = await receiptOf(me)
    const key = { personId, messageId }
    expect(await claimMessage(message as never, key, later(1).toISOString())).toBeDefined()
    expect(await claimMessage(message as never, key, later(1).toISOString())).toBeUndefined()
    await send([record], later(0.5))
    await retryMessages(later(0.5))
    expect(await receiptOf(me)).toMatchObject({ delivery: 'sending' })
    await retryMessages(later(1))
    expect(sentTo(me)).toEqual([])
    expect(await receiptOf(me)).toMatchObject({ delivery: 'failed', attempts: 1 })
    expect(await callsFor(me)).toHaveLength(1)
  })

  test.each([
    ['booking-reminder', 6 * 60],
    ['case-accepted', 49 * 60],
  ] as const)('%s is not told too late', async (kind, minutes) => {
    const me = await aReachablePerson(app, [kind])
    await send([await told(me, kind)], later(minutes))
    expect(sentTo(me)).toEqual([])
    expect((await receiptOf(me)).delivery).toBe('in-app')
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ [kind]: 1 })
  })

  test('what fails here is reported and comes again with what follows', async () => {
    const me = await aReachablePerson(app, ['booked', 'case-accepted'])
    const records = [await told(me, 'booked'), await told(me, 'case-accepted')]
    const { client } = await import('../../../functions/platform/dynamo')
    let updates = 0
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'UpdateItemCommand' && ++updates === 4) throw new Error('injected')
        return next(args)
      },
      { step: 'initialize', name: 'injected' },
    )
    // claim, consent, receipt of the first; the claim of the second fails
    const answer = await send(records)
    client.middlewareStack.remove('injected')
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: records[1]!.dynamodb.SequenceNumber }],
    })
    expect(sentTo(me)).toHaveLength(1)
    await send(records)
    expect(sentTo(me).map(({ templateId }) => templateId)).toEqual([
      'template-booked',
      'template-case-accepted',
    ])
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
  await retryMessages(later(1))
  client.middlewareStack.remove('watching')
  expect(scans).toEqual([])
})
