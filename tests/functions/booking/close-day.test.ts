import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { book, brokenPromises, people, seenSlot } from '../../support/bookings'

let now = '2026-11-24T07:00:00+08:00'
let app: LocalApp
let director: Person
beforeAll(async () => {
  app = await startLocalApp()
  director = await app.as('director', '主任', 'yonghe')
})
afterEach(async () => expect(await brokenPromises(new Date(now))).toEqual([]))
afterAll(() => app.stop())

const close = (date: string, more: object = {}, key?: string) =>
  director.post('/desk/halls/yonghe/closures', { date, reason: '停电检修', ...more }, key)

describe('closing a day', () => {
  test('an empty day closes at once, and its slots say why', async () => {
    const { status, body } = await close('2026-11-30')
    expect([status, body]).toEqual([201, { date: '2026-11-30', reason: '停电检修', cancelled: [] }])
    const seen = (await director.get('/halls/yonghe/slots?from=2026-11-30&days=1')).body
    expect(seen.days).toEqual([{ date: '2026-11-30', kind: 'closed', reason: '停电检修' }])
    expect(
      new Set(seen.slots.map(({ state, left }: { state: string; left: number }) => `${state} ${left}`)),
    ).toEqual(new Set(['closed 0']))
    const refused = await book(await app.as('resident', 'late'), 'yonghe.20261130.0900')
    expect([refused.status, refused.body.code]).toEqual([409, 'slot-closed'])
    expect(refused.body.nextFree.date).toBe('2026-11-24')
    expect((await director.get('/halls/yonghe')).body.closures).toEqual([
      { date: '2026-11-30', reason: '停电检修' },
    ])
  })

  test('with people booked: first who is hit, then they are cancelled, told, and get first choice', async () => {
    const [one, two, three] = await people(app, 'resident', 'hit', 3)
    const mine = (await book(one!, 'yonghe.20261125.0900')).body
    await book(two!, 'yonghe.20261125.0930')
    const proposal = await close('2026-11-25')
    expect([proposal.status, proposal.body.code]).toEqual([409, 'closure-hits-bookings'])
    expect(proposal.body.hit).toEqual([
      expect.objectContaining({ start: '09:00', visitor: { name: '刘*英', phone: '138****5678' } }),
      expect.objectContaining({ start: '09:30' }),
    ])
    expect((await one!.get(`/bookings/${mine.bookingId}`)).body.status).toBe('booked')

    const done = await close('2026-11-25', { confirm: true }, 'really')
    expect([done.status, done.body.cancelled]).toEqual([201, proposal.body.hit])
    const again = await close('2026-11-25', { confirm: true }, 'really')
    expect([again.status, again.body]).toEqual([201, done.body])

    expect((await one!.get(`/bookings/${mine.bookingId}`)).body).toMatchObject({
      status: 'hall-cancelled',
      reason: '停电检修',
      firstChoiceUntil: '2026-12-01',
    })
    const { messages } = (await one!.get('/messages')).body
    expect(messages).toEqual([
      expect.objectContaining({
        kind: 'booking-cancelled-by-hall',
        bookingId: mine.bookingId,
        title: '您11月25日(周三)上午9:00的预约取消了',
        body: expect.stringContaining('停电检修'),
      }),
    ])

    const others = await people(app, 'resident', 'usual', 2)
    for (const other of others) expect((await book(other, 'yonghe.20261126.0900')).status).toBe(201)
    expect((await book(three!, 'yonghe.20261126.0900')).body.code).toBe('slot-full')
    expect((await book(one!, 'yonghe.20261126.0900')).status).toBe(201)
    expect((await seenSlot(one!, 'yonghe.20261126.0900')).left).toBe(0)
  })

  test('a key means one closing; a past day and a foreign hall are refused', async () => {
    expect((await close('2026-11-25', { reason: '别的原因', confirm: true }, 'really')).body.code).toBe(
      'idempotency-key-reused',
    )
    expect((await close('2026-11-23')).body.code).toBe('closure-too-late')
    const elsewhere = await director.post('/desk/halls/kaiyun/closures', { date: '2026-11-30', reason: 'x' })
    expect(elsewhere.body.code).toBe('not-found')
    expect((await close('2026-11-27', { reason: ' ' })).body.errors[0].pointer).toBe('/reason')
    const clerk = await app.as('window-staff', '周小兰', 'yonghe')
    expect(
      (await clerk.post('/desk/halls/yonghe/closures', { date: '2026-11-27', reason: 'x' })).status,
    ).toBe(403)
  })

  test('closing against forty people booking: whoever was told yes is told no again, nobody is forgotten', async () => {
    const rivals = await people(app, 'resident', 'racing', 40)
    const starts = ['0830', '0900', '0930', '1000', '1030', '1100', '1130', '1400', '1430', '1500']
    const [closed, ...answers] = await Promise.all([
      close('2026-11-27', { confirm: true }),
      ...rivals.map((rival, i) => book(rival, `yonghe.20261127.${starts[i % 10]}`)),
    ])
    expect(closed.status).toBe(201)
    const winners = answers.filter(({ status }) => status === 201)
    expect(
      answers.every(({ status, body }) => status === 201 || ['slot-closed', 'slot-full'].includes(body.code)),
    ).toBe(true)
    expect(closed.body.cancelled.map(({ bookingId }: { bookingId: string }) => bookingId).sort()).toEqual(
      winners.map(({ body }) => body.bookingId).sort(),
    )
    for (const [i, rival] of rivals.entries())
      if (answers[i]!.status === 201)
        expect((await rival.get('/bookings')).body.bookings[0].status).toBe('hall-cancelled')
  })
})

describe('the places of a slot', () => {
  const set = (slotId: string, capacity: number, more: object = {}, key?: string) =>
    director.post(`/desk/slots/${slotId}/capacity`, { capacity, ...more }, key)

  test('more places, at once', async () => {
    const { status, body } = await set('yonghe.20261124.1500', 40)
    expect([status, body]).toEqual([
      200,
      {
        slot: {
          slotId: 'yonghe.20261124.1500',
          date: '2026-11-24',
          start: '15:00',
          end: '15:30',
          capacity: 40,
          left: 40,
          state: 'open',
        },
        cancelled: [],
      },
    ])
  })

  test('fewer than booked: first who is hit, then who booked last is cancelled, told once', async () => {
    const slotId = 'yonghe.20261124.1530'
    await set(slotId, 4)
    const booked = await people(app, 'resident', 'cut', 4)
    const ids: string[] = []
    for (const [i, person] of booked.entries()) {
      now = `2026-11-24T07:0${i}:00+08:00`
      app.setNow(now)
      ids.push((await book(person, slotId)).body.bookingId)
    }
    const proposal = await set(slotId, 1)
    expect([proposal.status, proposal.body.code]).toEqual([409, 'capacity-below-booked'])
    const hit = proposal.body.hit.map(({ bookingId }: { bookingId: string }) => bookingId)
    expect(hit).toEqual([ids[3], ids[2], ids[1]])
    const done = await set(slotId, 1, { confirm: true, reason: '窗口只开一个' }, 'cut')
    expect(done.body.slot).toMatchObject({ capacity: 1, left: 0, state: 'full' })
    expect(done.body.cancelled).toHaveLength(3)
    const again = await set(slotId, 1, { confirm: true, reason: '窗口只开一个' }, 'cut')
    expect(again.status).toBe(200)
    expect(new Set(again.body.cancelled.map(JSON.stringify))).toEqual(
      new Set(done.body.cancelled.map(JSON.stringify)),
    )
    expect((await set(slotId, 3, {}, 'cut')).body.code).toBe('idempotency-key-reused')
    expect((await booked[0]!.get('/bookings')).body.bookings[0].status).toBe('booked')
    expect((await booked[1]!.get('/bookings')).body.bookings[0]).toMatchObject({
      status: 'hall-cancelled',
      reason: '窗口只开一个',
    })
    expect((await booked[1]!.get('/messages')).body.messages).toHaveLength(1)
  })

  test('a slot that has begun, a foreign hall, and no slot at all are refused', async () => {
    expect((await set('yonghe.20261123.0900', 1)).body.code).toBe('slot-past')
    expect((await set('kaiyun.20261126.0900', 1)).body.code).toBe('not-found')
    expect((await set('yonghe.20261128.0900', 1)).body.code).toBe('not-found')
    expect((await set('yonghe.20261126.0930', 201)).status).toBe(400)
  })

  test('two directors at once: who set it on what is no longer true is told so', async () => {
    const { client } = await import('../../../functions/platform/dynamo')
    let others: Promise<unknown> | undefined
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand' && !others) {
          others = set('yonghe.20261126.1600', 5)
          expect(((await others) as { status: number }).status).toBe(200)
        }
        return next(args)
      },
      { step: 'initialize', name: 'anotherDirector', override: true },
    )
    try {
      const answer = await set('yonghe.20261126.1600', 3)
      expect([answer.status, answer.body.code]).toEqual([409, 'changed-meanwhile'])
      expect((await seenSlot(director, 'yonghe.20261126.1600')).capacity).toBe(5)
    } finally {
      client.middlewareStack.remove('anotherDirector')
    }
  })

  test('cut against people booking: never more than the places that stayed', async () => {
    const slotId = 'yonghe.20261126.1630'
    await set(slotId, 20)
    const rivals = await people(app, 'resident', 'squeezed', 20)
    await Promise.all([set(slotId, 3, { confirm: true }), ...rivals.map((rival) => book(rival, slotId))])
    const { body } = await director.get('/desk/bookings?hallId=yonghe&date=2026-11-26')
    const stayed = body.bookings.filter(
      (booking: { slotId: string; status: string }) =>
        booking.slotId === slotId && booking.status === 'booked',
    )
    expect(stayed.length).toBeLessThanOrEqual(3)
  })
})
