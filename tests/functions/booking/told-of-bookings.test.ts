/** What a person is told of their booking: that it stands, the evening before, when it moves, when the hall takes it back. */
import { startLocalApp, type LocalApp } from '../../support/local-app'
import {
  aReachablePerson,
  inserted,
  itemsOf,
  messagesOf,
  type ReachablePerson,
} from '../notifications/a-reachable-person'

let app: LocalApp
let told: (typeof import('../../../functions/booking/tell-booked.stream'))['handler']
let remind: (typeof import('../../../functions/booking/remind-bookings.job'))['remindBookings']
let send: (typeof import('../../../functions/notifications/send-message.stream'))['sendMessages']
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  told = (await import('../../../functions/booking/tell-booked.stream')).handler
  remind = (await import('../../../functions/booking/remind-bookings.job')).remindBookings
  send = (await import('../../../functions/notifications/send-message.stream')).sendMessages
})
afterAll(() => app.stop())

const morning = '2026-11-24T07:00:00+08:00'
const visitor = { name: '刘桂英', phone: '13874740001' }
const book = async (person: ReachablePerson, time: string, hallId = 'yonghe') => {
  const answer = await person.post('/bookings', {
    ...{ slotId: `${hallId}.${time}`, serviceId: 'jiuye-kunnan', visitor },
  })
  expect(answer.status).toBe(201)
  return answer
}
const kindsOf = async (person: ReachablePerson) => (await messagesOf(person)).map(({ kind }) => kind)
/** Lets the messages of a person travel, as the stream would. */
const travel = async (person: ReachablePerson, now: string) => {
  const Records = (await messagesOf(person)).map(({ personId, messageId }) =>
    inserted({ personId, messageId }),
  )
  expect(await send({ Records }, () => new Date(now))).toEqual({ batchItemFailures: [] })
}
const shownTo = ({ openid }: ReachablePerson) =>
  app.wechat.sent.filter((one) => one.openid === openid).map(({ templateId, data }) => ({ templateId, data }))

describe('booked', () => {
  test('by WeChat, once, however often the record comes; nobody is named', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const { body } = await book(me, '20261125.0900')
    const records = [inserted({ bookingId: body.bookingId }), inserted({ bookingId: body.bookingId }, '2')]
    for (let n = 0; n < 2; n++) expect(await told({ Records: records })).toEqual({ batchItemFailures: [] })
    expect(await kindsOf(me)).toEqual(['booked'])
    await travel(me, morning)
    expect(shownTo(me)).toEqual([
      {
        templateId: 'template-booked',
        data: {
          thing1: { value: '就业困难认定' },
          time2: { value: '2026年11月25日 09:00' },
          thing3: { value: '永和乡政务服务中心' },
          thing4: { value: '按时来就行，来不了可以改时间' },
        },
      },
    ])
    expect(JSON.stringify(await messagesOf(me))).not.toMatch(/刘桂英|刘\*英|138/)
  })

  test('without a consent nothing is written: the app shows the booking itself', async () => {
    const me = await aReachablePerson(app)
    const { body } = await book(me, '20261125.0930')
    await told({ Records: [inserted({ bookingId: body.bookingId })] })
    expect(await kindsOf(me)).toEqual([])
  })

  test('a booking cancelled meanwhile, a change, and a record of nothing tell nothing', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const { body } = await book(me, '20261125.1000')
    await told({ Records: [{ ...inserted({ bookingId: body.bookingId }), eventName: 'MODIFY' }] })
    await me.post(`/bookings/${body.bookingId}/cancel`)
    await told({ Records: [inserted({ bookingId: body.bookingId }), inserted({ bookingId: 'gone' })] })
    expect(await kindsOf(me)).toEqual([])
  })

  test('what fails is reported, and comes again', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const { body } = await book(me, '20261125.1030')
    const { client } = await import('../../../functions/platform/dynamo')
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand') throw new Error('injected')
        return next(args)
      },
      { step: 'initialize', name: 'injected' },
    )
    const answer = await told({ Records: [inserted({ bookingId: body.bookingId }, '7')] })
    client.middlewareStack.remove('injected')
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] })
    await told({ Records: [inserted({ bookingId: body.bookingId }, '7')] })
    expect(await kindsOf(me)).toEqual(['booked'])
  })

  test('a booking pays nothing for being told: at most 10 write units', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const { headers } = await book(me, '20261125.1100')
    const written = Number(/write=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThanOrEqual(10)
  })
})

describe('the evening before', () => {
  test('everybody booked for tomorrow in any hall, once, from 18:00; nobody else', async () => {
    const [tomorrow, elsewhere, cancelled, friday] = [
      await aReachablePerson(app, ['booking-reminder']),
      await aReachablePerson(app),
      await aReachablePerson(app),
      await aReachablePerson(app),
    ]
    await book(tomorrow, '20261126.0930')
    await book(elsewhere, '20261126.0930', 'kaiyun')
    const { body } = await book(cancelled, '20261126.1000')
    await cancelled.post(`/bookings/${body.bookingId}/cancel`)
    await book(friday, '20261127.0930')
    expect(await remind(new Date('2026-11-25T17:59:00+08:00'))).toBe(0)
    const evening = new Date('2026-11-25T18:00:00+08:00')
    const [first, second] = await Promise.all([remind(evening), remind(evening)])
    expect(first + second).toBe(2)
    expect(await remind(new Date('2026-11-25T19:30:00+08:00'))).toBe(0)
    for (const [person, kinds] of [
      [tomorrow, ['booking-reminder']],
      [elsewhere, ['booking-reminder']],
      [cancelled, []],
      [friday, []],
    ] as const)
      expect(await kindsOf(person)).toEqual(kinds)
    await travel(tomorrow, '2026-11-25T18:00:10+08:00')
    expect(shownTo(tomorrow)).toMatchObject([
      {
        templateId: 'template-booking-reminder',
        data: { time2: { value: '2026年11月26日 09:30' }, thing4: { value: '明天来，材料请带齐' } },
      },
    ])
    const { messages } = (await elsewhere.get('/messages')).body
    expect(messages).toMatchObject([{ kind: 'booking-reminder', title: '明天上午9:30，来大厅办事' }])
  })
})

describe('changes', () => {
  test('moved: told in the same breath, the same request tells once', async () => {
    const me = await aReachablePerson(app, ['booked'])
    const { body } = await book(me, '20261127.1000')
    const move = () =>
      me.post(`/bookings/${body.bookingId}/reschedule`, { slotId: 'yonghe.20261130.1000' }, 'move')
    await Promise.all([move(), move(), move()])
    expect(await kindsOf(me)).toEqual(['booking-moved'])
    await travel(me, morning)
    expect(shownTo(me)).toMatchObject([
      { templateId: 'template-booked', data: { time2: { value: '2026年11月30日 10:00' } } },
    ])
  })

  test('taken back by the hall: told by WeChat, and then nobody has to call', async () => {
    const me = await aReachablePerson(app, ['booking-cancelled-by-hall'])
    await book(me, '20261130.1030')
    const director = await app.as('director', '谢国强')
    await director.post('/desk/halls/yonghe/closures', {
      ...{ date: '2026-11-30', reason: '停电检修，全天不办', confirm: true },
    })
    await travel(me, morning)
    expect(shownTo(me)).toMatchObject([
      {
        templateId: 'template-booking-cancelled-by-hall',
        data: { thing3: { value: '停电检修，全天不办' }, thing4: { value: '12月1日前可优先另选时间' } },
      },
    ])
    expect(await itemsOf('calls')).toEqual([])
  })
})
