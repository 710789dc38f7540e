import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { book, brokenPromises, everyItem, people, SERVICE, visitor } from '../../support/bookings'

let now = '2026-11-24T07:00:00+08:00'
let app: LocalApp
let director: Person
beforeAll(async () => {
  app = await startLocalApp()
  director = await app.as('director', '主任', 'yonghe')
})
afterEach(async () => {
  expect(await brokenPromises(new Date(now))).toEqual([])
})
afterAll(() => app.stop())

describe('booking a slot', () => {
  test('answers the whole booking, the phone masked', async () => {
    const resident = await app.as('resident', '刘桂英')
    const { status, body } = await book(resident, 'yonghe.20261125.0900')
    expect(status).toBe(201)
    expect(body).toEqual({
      bookingId: expect.stringMatching(/^[\w-]{22}$/),
      code: expect.stringMatching(/^\d{6}$/),
      status: 'booked',
      hallId: 'yonghe',
      hallName: '永和乡政务服务中心',
      serviceId: SERVICE,
      serviceName: expect.any(String),
      slotId: 'yonghe.20261125.0900',
      date: '2026-11-25',
      start: '09:00',
      end: '09:30',
      visitor: { name: '刘桂英', phone: '138****5678', relation: 'self' },
      realName: 'none',
      bookedAt: '2026-11-23T23:00:00.000Z',
    })
    expect((await resident.get(`/bookings/${body.bookingId}`)).body).toEqual(body)
  })

  test('name and phone lie sealed in the database, and in no key', async () => {
    const stored = JSON.stringify([
      await everyItem('bookings'),
      await everyItem('visitors'),
      await everyItem('slots'),
    ])
    expect(stored).toContain('yonghe')
    expect(stored).not.toContain('刘桂英')
    expect(stored).not.toContain('13812345678')
  })

  test.each([
    ['yonghe.20261128.0900', 404, 'not-found', undefined],
    ['nowhere.20261126.0900', 404, 'not-found', undefined],
    ['yonghe.20261123.0900', 409, 'slot-past', 'yonghe.20261124.0900'],
    ['yonghe.20261124.0830', 409, 'slot-past', 'yonghe.20261124.0900'],
    ['yonghe.20261201.0900', 409, 'slot-not-released', 'yonghe.20261124.0900'],
    ['yonghe.20270104.0900', 409, 'calendar-not-announced', 'yonghe.20261124.0900'],
  ])('%s: %i %s, offering %s', async (slotId, status, code, offered) => {
    const answer = await book(await app.as('resident', 'refused'), slotId)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.nextFree?.slotId).toBe(offered)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('an unknown service is not found; a missing phone is named', async () => {
    const resident = await app.as('resident', 'refused')
    const unknown = { slotId: 'yonghe.20261126.0900', serviceId: 'nothing', visitor }
    expect((await resident.post('/bookings', unknown)).status).toBe(404)
    const bad = await resident.post('/bookings', {
      ...unknown,
      serviceId: SERVICE,
      visitor: { name: '刘桂英', phone: '123' },
    })
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/visitor/phone'])
  })

  test('staff do not book for themselves, and nobody books without a session', async () => {
    expect((await book(await app.as('window-staff', '周小兰'), 'yonghe.20261126.0900')).status).toBe(403)
    expect((await book(await app.as(), 'yonghe.20261126.0900')).status).toBe(401)
  })

  test('a full slot offers the next one with a place', async () => {
    const [first, second, third] = await people(app, 'resident', 'full', 3)
    expect((await book(first!, 'yonghe.20261125.1700')).status).toBe(201)
    expect((await book(second!, 'yonghe.20261125.1700')).status).toBe(201)
    const { status, body } = await book(third!, 'yonghe.20261125.1700')
    expect([status, body.code]).toEqual([409, 'slot-full'])
    expect(body.nextFree).toEqual({ slotId: 'yonghe.20261126.0830', date: '2026-11-26', start: '08:30' })
  })

  test('one a day, two in all; another day is offered', async () => {
    const resident = await app.as('resident', 'eager')
    expect((await book(resident, 'yonghe.20261126.0900')).status).toBe(201)
    const again = await book(resident, 'yonghe.20261126.1500')
    expect([again.status, again.body.code]).toEqual([409, 'already-booked-that-day'])
    expect(again.body.nextFree.date).toBe('2026-11-27')
    expect((await book(resident, 'kaiyun.20261126.1000')).body.code).toBe('already-booked-that-day')
    expect((await book(resident, 'kaiyun.20261127.1000')).status).toBe(201)
    const third = await book(resident, 'yonghe.20261130.0900')
    expect([third.status, third.body.code, third.body.nextFree]).toEqual([
      409,
      'too-many-bookings',
      undefined,
    ])
  })
})

describe('the same request again', () => {
  test('is the same booking, however often and however parallel', async () => {
    const resident = await app.as('resident', 'impatient')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => book(resident, 'yonghe.20261127.0900', 'same')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => !headers.has('idempotent-replayed'))).toHaveLength(1)
    expect((await resident.get('/bookings')).body.bookings).toHaveLength(1)
    const later = await book(resident, 'yonghe.20261127.0900', 'same')
    expect([later.status, later.body]).toEqual([201, answers[0]!.body])
  })

  test('is answered even when the slot is full by now', async () => {
    const [first, second] = await people(app, 'resident', 'lucky', 2)
    const { body } = await book(first!, 'yonghe.20261127.0930', 'mine')
    await book(second!, 'yonghe.20261127.0930')
    expect(await book(first!, 'yonghe.20261127.0930', 'mine')).toMatchObject({ status: 201, body })
  })

  test('with other content is refused', async () => {
    const resident = await app.as('resident', 'confused')
    expect((await book(resident, 'yonghe.20261127.1000', 'one')).status).toBe(201)
    const other = await book(resident, 'yonghe.20261127.1030', 'one')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('a key is the person’s own', async () => {
    const [one, other] = await people(app, 'resident', 'keyed', 2)
    const first = await book(one!, 'yonghe.20261127.1100', 'shared key')
    const second = await book(other!, 'yonghe.20261127.1100', 'shared key')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body.bookingId).not.toBe(second.body.bookingId)
  })
})

describe('at the same moment', () => {
  test('a hundred people on the last place: one has it, all others read that it is full', async () => {
    const slotId = 'yonghe.20261130.0900'
    await director.post(`/desk/slots/${slotId}/capacity`, { capacity: 1 })
    const rivals = await people(app, 'resident', 'rival', 100)
    const answers = await Promise.all(rivals.map((rival) => book(rival, slotId)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'slot-full')).toHaveLength(99)
  })

  test('one person with twenty keys on one day has one booking, on five days two', async () => {
    const resident = await app.as('resident', 'many hands')
    const sameDay = await Promise.all(
      ['0900', '0930', '1000', '1030', '1100', '1130', '1400', '1430', '1500', '1530'].map((start) =>
        book(resident, `kaiyun.20261130.${start}`),
      ),
    )
    expect(sameDay.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(sameDay.filter(({ body }) => body.code === 'already-booked-that-day')).toHaveLength(9)
    const days = await Promise.all(
      ['20261125', '20261126', '20261127'].map((day) => book(resident, `kaiyun.${day}.0900`)),
    )
    expect(days.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})

describe('later', () => {
  test('a booking whose slot is over holds nobody back', async () => {
    const resident = await app.as('resident', 'returning')
    expect((await book(resident, 'yonghe.20261125.0930')).status).toBe(201)
    now = '2026-11-25T10:15:00+08:00'
    app.setNow(now)
    expect((await book(await app.as('resident', 'returning'), 'yonghe.20261125.1600')).status).toBe(201)
  })
})
