/** Moving, cancelling, arriving share their slots and persons: longer than 250 lines. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { book, brokenPromises, people, seenSlot } from '../../support/bookings'

const NOW = '2026-11-24T07:00:00+08:00'
let now = NOW
const at = (time: string) => {
  now = `${time}+08:00`
  app.setNow(now)
}
let app: LocalApp
let clerk: Person
let stranger: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰', 'yonghe')
  stranger = await app.as('resident', 'stranger')
})
afterEach(async () => expect(await brokenPromises(new Date(now))).toEqual([]))
afterAll(() => app.stop())

const booked = async (who: Person, slotId: string): Promise<string> => {
  const { status, body } = await book(who, slotId)
  expect(status).toBe(201)
  return body.bookingId
}

describe('whose booking it is', () => {
  test('a foreign booking is answered exactly like one that does not exist', async () => {
    const bookingId = await booked(await app.as('resident', 'owner'), 'yonghe.20261125.0830')
    const elsewhere = await app.as('window-staff', '别处', 'kaiyun')
    const plain = ({ status, body }: { status: number; body: object }) => ({
      status,
      body: { ...body, instance: '' },
    })
    for (const who of [stranger, elsewhere]) {
      const missing = plain(await who.get('/bookings/AAAAAAAAAAAAAAAAAAAAAA'))
      expect(missing.status).toBe(404)
      expect(plain(await who.get(`/bookings/${bookingId}`))).toEqual(missing)
      expect(plain(await who.post(`/bookings/${bookingId}/cancel`))).toEqual(missing)
    }
    expect(
      plain(await stranger.post(`/bookings/${bookingId}/reschedule`, { slotId: 'yonghe.20261126.0900' })),
    ).toEqual(plain(await stranger.get('/bookings/AAAAAAAAAAAAAAAAAAAAAA')))
    expect((await elsewhere.post(`/desk/bookings/${bookingId}/check-in`)).status).toBe(404)
    expect((await clerk.get(`/bookings/${bookingId}`)).body.visitor).toEqual({
      name: '刘*英',
      phone: '138****5678',
      relation: 'self',
    })
  })

  test('my bookings are mine, next first', async () => {
    const resident = await app.as('resident', 'lister')
    const later = await booked(resident, 'yonghe.20261126.0830')
    const next = await booked(resident, 'yonghe.20261125.0830')
    const { body } = await resident.get('/bookings')
    expect(body.bookings.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual([next, later])
    expect((await stranger.get('/bookings')).body).toEqual({ bookings: [] })
  })
})

describe('cancelling', () => {
  test('frees the place and the person, once', async () => {
    const resident = await app.as('resident', 'canceller')
    const bookingId = await booked(resident, 'yonghe.20261125.0900')
    expect((await seenSlot(resident, 'yonghe.20261125.0900')).left).toBe(1)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => resident.post(`/bookings/${bookingId}/cancel`, {}, 'once')),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancelledAt: expect.any(String) },
    })
    expect(answers[0]!.body.cancelledLate).toBeUndefined()
    expect((await seenSlot(resident, 'yonghe.20261125.0900')).left).toBe(2)
    expect((await book(resident, 'yonghe.20261125.0900')).status).toBe(201)
  })

  test('a second time with another key is refused', async () => {
    const resident = await app.as('resident', 'twice')
    const bookingId = await booked(resident, 'yonghe.20261125.0930')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => resident.post(`/bookings/${bookingId}/cancel`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('wrong-status')
    const spent = await resident.post(`/bookings/${bookingId}/cancel`, { bookingId, more: 1 }, 'x')
    expect(spent.body.code).toBe('wrong-status')
  })
})

describe('moving', () => {
  test('keeps the booking, its code, and one place in all', async () => {
    const resident = await app.as('resident', 'mover')
    const before = (await book(resident, 'yonghe.20261125.1000')).body
    const { status, body } = await resident.post(`/bookings/${before.bookingId}/reschedule`, {
      slotId: 'yonghe.20261126.1000',
    })
    expect(status).toBe(200)
    expect(body).toEqual({ ...before, slotId: 'yonghe.20261126.1000', date: '2026-11-26' })
    expect((await seenSlot(resident, 'yonghe.20261125.1000')).left).toBe(2)
    expect((await seenSlot(resident, 'yonghe.20261126.1000')).left).toBe(1)
    expect((await clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-26')).body.bookings).toContainEqual({
      ...body,
      visitor: { name: '刘*英', phone: '138****5678', relation: 'self' },
    })
  })

  test('to the same slot changes nothing; repeated, it moves once', async () => {
    const resident = await app.as('resident', 'stayer')
    const { body } = await book(resident, 'yonghe.20261125.1030')
    const path = `/bookings/${body.bookingId}/reschedule`
    expect(await resident.post(path, { slotId: body.slotId })).toMatchObject({ status: 200, body })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => resident.post(path, { slotId: 'yonghe.20261126.1030' }, 'move')),
    )
    expect(new Set(answers.map((answer) => `${answer.status} ${JSON.stringify(answer.body)}`)).size).toBe(1)
    expect((await resident.post(path, { slotId: 'yonghe.20261126.1100' }, 'move')).body.code).toBe(
      'idempotency-key-reused',
    )
  })

  test.each([
    ['kaiyun.20261126.0900', 'booking-elsewhere'],
    ['yonghe.20261201.0900', 'slot-not-released'],
    ['yonghe.20261123.0900', 'slot-past'],
    ['yonghe.20270104.0900', 'calendar-not-announced'],
    ['yonghe.20261126.1130', 'slot-full'],
    ['yonghe.20261127.1130', 'already-booked-that-day'],
    ['yonghe.20261128.0900', 'not-found'],
  ])('to %s is refused: %s, and the old place is kept', async (slotId, code) => {
    const resident = await app.as('resident', 'held')
    const mine = (await resident.get('/bookings')).body.bookings
    const bookingId = mine[0]?.bookingId ?? (await booked(resident, 'yonghe.20261125.1130'))
    if (mine.length === 0) {
      await booked(resident, 'yonghe.20261127.0930')
      for (const other of await people(app, 'resident', 'crowd', 2))
        await booked(other, 'yonghe.20261126.1130')
    }
    const answer = await resident.post(`/bookings/${bookingId}/reschedule`, { slotId })
    expect(answer.body.code).toBe(code)
    expect((await resident.get(`/bookings/${bookingId}`)).body.slotId).toBe('yonghe.20261125.1130')
  })

  test('a cancelled booking is not moved', async () => {
    const resident = await app.as('resident', 'gone')
    const bookingId = await booked(resident, 'yonghe.20261125.1400')
    await resident.post(`/bookings/${bookingId}/cancel`)
    const answer = await resident.post(`/bookings/${bookingId}/reschedule`, {
      slotId: 'yonghe.20261126.1400',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-status'])
  })
})

describe('at the same moment', () => {
  test.each(Array.from({ length: 10 }, (_, round) => [round]))(
    'cancel and check-in, round %i: one wins',
    async (round) => {
      const resident = await app.as('resident', `torn${round}`)
      const bookingId = await booked(resident, 'xuanzhou.20261125.0900')
      const desk = await app.as('window-staff', '萱洲', 'xuanzhou')
      const answers = await Promise.all([
        resident.post(`/bookings/${bookingId}/cancel`),
        desk.post(`/desk/bookings/${bookingId}/check-in`),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const won = answers.find(({ status }) => status === 200)!.body
      expect((await resident.get(`/bookings/${bookingId}`)).body.status).toBe(won.status)
      if (won.status !== 'cancelled') return
      expect((await seenSlot(resident, 'xuanzhou.20261125.0900')).left).toBe(2)
    },
  )

  test.each(Array.from({ length: 10 }, (_, round) => [round]))(
    'move and cancel, round %i: no place is lost',
    async (round) => {
      const resident = await app.as('resident', `wavering${round}`)
      const bookingId = await booked(resident, 'baiguo.20261125.0900')
      const [moved, cancelled] = await Promise.all([
        resident.post(`/bookings/${bookingId}/reschedule`, { slotId: 'baiguo.20261126.0900' }),
        resident.post(`/bookings/${bookingId}/cancel`),
      ])
      expect([200, 409]).toContain(moved.status)
      expect(cancelled.status).toBe(200)
      expect((await seenSlot(resident, 'baiguo.20261125.0900')).left).toBe(2)
      expect((await seenSlot(resident, 'baiguo.20261126.0900')).left).toBe(2)
    },
  )

  test('two who swap their slots, and many who move onto one place', async () => {
    const director = await app.as('director', '店门', 'dianmen')
    await director.post('/desk/slots/dianmen.20261126.1500/capacity', { capacity: 1 })
    const movers = await people(app, 'resident', 'onto', 10)
    const ids = await Promise.all(
      movers.map((mover, i) =>
        booked(mover, `dianmen.20261125.${['0900', '0930', '1000', '1030', '1100'][i % 5]}`),
      ),
    )
    const answers = await Promise.all(
      movers.map((mover, i) =>
        mover.post(`/bookings/${ids[i]}/reschedule`, { slotId: 'dianmen.20261126.1500' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'slot-full')).toHaveLength(9)
  })
})

// from here on time moves, and only forward
describe('at the desk', () => {
  test('each arrival is noted, nobody is turned away', async () => {
    const slots = [
      'yonghe.20261127.0830',
      'yonghe.20261127.0900',
      'yonghe.20261127.0930',
      'yonghe.20261127.1000',
    ]
    const visitors = await people(app, 'resident', 'comer', 5)
    const ids = await Promise.all(slots.map((slotId, i) => booked(visitors[i]!, slotId)))
    const other = await booked(visitors[4]!, 'yonghe.20261130.0900')
    at('2026-11-27T09:00:00')
    clerk = await app.as('window-staff', '周小兰', 'yonghe')
    const arrive = async (bookingId: string) =>
      (await clerk.post(`/desk/bookings/${bookingId}/check-in`)).body
    expect(await arrive(ids[0]!)).toMatchObject({
      status: 'checked-in',
      arrival: 'late',
      checkedInAt: '2026-11-27T01:00:00.000Z',
    })
    expect(await arrive(ids[1]!)).toMatchObject({ arrival: 'on-time' })
    expect(await arrive(ids[2]!)).toMatchObject({ arrival: 'on-time' })
    expect(await arrive(ids[3]!)).toMatchObject({ arrival: 'early' })
    expect(await arrive(other)).toMatchObject({ arrival: 'other-day', date: '2026-11-30' })
    expect((await seenSlot(clerk, 'yonghe.20261130.0900')).left).toBe(2)
    const { body } = await clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-27')
    const listed = body.bookings.filter(({ status }: { status: string }) => status === 'checked-in')
    expect(listed.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual(
      expect.arrayContaining([...ids, other]),
    )
    expect((await clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-30')).body.bookings).toEqual([])
    expect((await clerk.get('/halls/yonghe')).body.now.waiting).toBe(5)
    const again = await clerk.post(`/desk/bookings/${ids[0]}/check-in`)
    expect([again.status, again.body.code]).toEqual([409, 'wrong-status'])
  })

  test('the same check-in twenty times is one; another booking may be made for the day given up', async () => {
    const resident = await app.as('resident', 'day swapper')
    const bookingId = await booked(resident, 'yonghe.20261130.0930')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => clerk.post(`/desk/bookings/${bookingId}/check-in`, {}, 'beep')),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect((await seenSlot(resident, 'yonghe.20261130.0930')).left).toBe(2)
    expect((await book(resident, 'yonghe.20261130.0930')).status).toBe(201)
  })

  test('the list of another hall is not found', async () => {
    expect((await clerk.get('/desk/bookings?hallId=kaiyun&date=2026-11-27')).body.code).toBe('not-found')
    expect((await clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-31')).status).toBe(400)
  })

  test('late cancelling is noted; after the slot it is too late to cancel or move', async () => {
    const [soon, over] = await people(app, 'resident', 'tardy', 2)
    const first = await booked(soon!, 'yonghe.20261127.1400')
    const second = await booked(over!, 'yonghe.20261127.1400')
    at('2026-11-27T12:30:00')
    expect(
      (await (await app.as('resident', 'tardy0')).post(`/bookings/${first}/cancel`)).body.cancelledLate,
    ).toBe(true)
    at('2026-11-27T14:45:00')
    const late = await app.as('resident', 'tardy1')
    expect((await late.post(`/bookings/${second}/cancel`)).body.code).toBe('wrong-status')
    expect(
      (await late.post(`/bookings/${second}/reschedule`, { slotId: 'yonghe.20261130.1400' })).body.code,
    ).toBe('wrong-status')
  })
})
