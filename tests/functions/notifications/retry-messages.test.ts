import { startLocalApp, type LocalApp } from '../../support/local-app'
import { callsFor, later, receiptOf, retry, SEND, send, sentTo, told } from './a-message'
import { aReachablePerson } from './a-reachable-person'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
})
afterAll(() => app.stop())

describe('when it does not go well', () => {
  test('refused at WeChat: final, the count follows WeChat, an important one is called', async () => {
    const me = await aReachablePerson(app)
    for (let n = 0; n < 2; n++) await me.post('/me/subscriptions', { accepted: ['case-ready'] })
    const record = await told(me, 'case-ready', { title: '微信里关掉了' })
    await send([record])
    await retry(later(60))
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
      await retry(later(minute - 0.5))
      expect(asked() - before).toBe(attempts - 1)
      expect(await callsFor(me)).toEqual([])
      await Promise.all([retry(later(minute)), retry(later(minute))])
      expect(asked() - before).toBe(attempts)
    }
    expect(await receiptOf(me)).toMatchObject({ delivery: 'failed', attempts: 5 })
    expect(await callsFor(me)).toMatchObject([
      { kind: 'case-ready', hallId: 'yonghe', caseId: 'c2', tries: 0 },
    ])
    expect(await retry(later(10_000))).toBe(0)
    expect((await me.post('/me/subscriptions', {})).body.left).toEqual({ 'case-ready': 0 })
  })

  test('a failure that passes: sent at the next try, by the consent that was used up already', async () => {
    const me = await aReachablePerson(app, ['booking-reminder'])
    const record = await told(me, 'booking-reminder')
    app.wechat.fail('garbled', 1, SEND)
    await send([record])
    await send([record], later(0.5))
    expect(sentTo(app, me)).toEqual([])
    await retry(later(1))
    expect(sentTo(app, me)).toHaveLength(1)
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
    await retry(later(0.5))
    expect(await receiptOf(me)).toMatchObject({ delivery: 'sending' })
    await retry(later(1))
    expect(sentTo(app, me)).toEqual([])
    expect(await receiptOf(me)).toMatchObject({ delivery: 'failed', attempts: 1 })
    expect(await callsFor(me)).toHaveLength(1)
  })

  test.each([
    ['booking-reminder', 6 * 60],
    ['case-accepted', 49 * 60],
  ] as const)('%s is not told too late', async (kind, minutes) => {
    const me = await aReachablePerson(app, [kind])
    await send([await told(me, kind)], later(minutes))
    expect(sentTo(app, me)).toEqual([])
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
    expect(sentTo(app, me)).toHaveLength(1)
    await send(records)
    expect(sentTo(app, me).map(({ templateId }) => templateId)).toEqual([
      'template-booked',
      'template-case-accepted',
    ])
  })
})
