/** Booking for oneself with what is known, for the family, and for villagers without a phone. */
import { findHall } from '@one-window/shared/halls/halls'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { brokenPromises, everyItem, SERVICE } from '../../support/bookings'

const now = '2026-11-24T07:00:00+08:00'
const [station, nextStation] = findHall('yonghe')!.stations.map(({ stationId }) => stationId) as [
  string,
  string,
]
let app: LocalApp
let clerk: Person
let village: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰', 'yonghe')
  village = await app.as('window-staff', '村里的人', 'yonghe', { stationId: station })
})
afterEach(async () => expect(await brokenPromises(new Date(now))).toEqual([]))
afterAll(() => app.stop())

const ask = (who: Person, slot: string, visitor: object, key?: string) =>
  who.post('/bookings', { slotId: `yonghe.${slot}`, serviceId: SERVICE, visitor }, key)
const askFor = (who: Person, slot: string, visitor: object, more: object = {}, key?: string) =>
  who.post(
    '/desk/bookings',
    { slotId: `yonghe.${slot}`, serviceId: SERVICE, visitor, agreed: true, ...more },
    key,
  )

describe('for oneself', () => {
  test('the phone that is known needs not be told again; while none is, it is asked for', async () => {
    const me = await app.as('resident', '刘桂英')
    const { status, body } = await ask(me, '20261125.0900', { name: '刘桂英' })
    expect([status, body.errors[0].pointer]).toEqual([400, '/visitor/phone'])
    await me.post('/me/phone', { phone: '13874740001' })
    const { body: booking } = await ask(me, '20261125.0900', { name: '刘桂英' })
    expect(booking.visitor).toEqual({ name: '刘桂英', phone: '138****0001', relation: 'self' })
    expect(booking.realName).toBe('none')
  })

  test('the level of who books for themselves is told at the desk', async () => {
    const me = await app.as('resident', '实名的人')
    await me.post('/me/real-name', { name: '陈秋菊', idNumber: '430423196402297710' })
    const { body } = await ask(me, '20261125.0930', { name: '陈秋菊', phone: '13874740002' })
    const day = await clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-25')
    const seen = day.body.bookings.find(
      ({ bookingId }: { bookingId: string }) => bookingId === body.bookingId,
    )
    expect(seen).toMatchObject({ realName: 'stated', visitor: { name: '陈*菊', phone: '138****0002' } })
  })

  test('S74 without consent nothing is collected', async () => {
    const shy = await app.as('resident', '没同意的人', undefined, { notAgreed: true })
    const { status, body } = await ask(shy, '20261125.1000', { name: '某人', phone: '13874740003' })
    expect([status, body.code]).toEqual([403, 'consent-required'])
    expect((await shy.get('/bookings')).body.bookings).toEqual([])
  })
})

describe('for the family', () => {
  test('only when they have agreed, which is kept with the booking', async () => {
    const me = await app.as('resident', '女儿')
    const mother = { name: '欧阳桂英', phone: '13874740004', relation: 'family' }
    for (const agreed of [{}, { agreed: false }]) {
      const { status, body } = await ask(me, '20261125.1030', { ...mother, ...agreed })
      expect([status, body.errors[0].pointer]).toEqual([400, '/visitor/agreed'])
    }
    await me.post('/me/real-name', { name: '女儿' })
    const { status, body } = await ask(me, '20261125.1030', { ...mother, agreed: true })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      visitor: { name: '欧阳桂英', relation: 'family' },
      agreedAt: '2026-11-23T23:00:00.000Z',
      // how well the daughter is known says nothing of the mother
      realName: 'none',
    })
    const other = await ask(me, '20261125.1100', { ...mother, relation: 'villager', agreed: true })
    expect([other.status, other.body.errors[0].pointer]).toEqual([400, '/visitor/relation'])
  })

  test('her case is followed by who booked', async () => {
    const me = await app.as('resident', '儿子')
    const { body } = await ask(me, '20261124.0900', {
      name: '父亲',
      phone: '13874740005',
      relation: 'family',
      agreed: true,
    })
    const { body: received } = await clerk.post('/desk/cases', {
      serviceId: SERVICE,
      bookingId: body.bookingId,
      applicant: { name: '父亲' },
    })
    expect((await me.get(`/cases/${received.caseId}`)).body.applicantName).toBe('父亲')
    expect(received.realName).toBe('none')
  })
})

describe('for a villager without a phone', () => {
  test('by the hall: masked at once, the limits are the villager’s own', async () => {
    const first = await askFor(clerk, '20261126.0900', { name: '肖大爷' })
    expect(first.status).toBe(201)
    expect(first.body.visitor).toEqual({ name: '肖*爷', relation: 'villager' })
    expect(first.body.agreedAt).toBe('2026-11-23T23:00:00.000Z')
    expect((await askFor(clerk, '20261126.1000', { name: '肖大爷' })).body.code).toBe(
      'already-booked-that-day',
    )
    expect((await askFor(clerk, '20261127.1000', { name: '肖大爷' })).status).toBe(201)
    expect((await askFor(clerk, '20261130.1000', { name: '肖大爷' })).body.code).toBe('too-many-bookings')
    expect((await askFor(clerk, '20261126.1000', { name: '肖二爷' })).status).toBe(201)
    expect(JSON.stringify([await everyItem('bookings'), await everyItem('visitors')])).not.toContain('肖')
  })

  test('only when they have agreed', async () => {
    const { status, body } = await askFor(clerk, '20261126.0930', { name: '不知情的人' }, { agreed: false })
    expect([status, body.errors[0]]).toEqual([
      400,
      { pointer: '/agreed', message: '请先问过本人，同意了再代约' },
    ])
  })

  test('the same request again is the same booking; its key for somebody else is refused', async () => {
    const book = () => askFor(clerk, '20261126.1030', { name: '何奶奶' }, {}, 'once')
    const [first, again] = [await book(), await book()]
    expect([again.status, again.body]).toEqual([201, first.body])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const other = await askFor(clerk, '20261126.1030', { name: '何奶奶', phone: '13874740006' }, {}, 'once')
    expect(other.body.code).toBe('idempotency-key-reused')
  })

  test('S24 by a village station: listed there, cancelled there; it reaches nothing of the hall', async () => {
    const { status, body } = await askFor(village, '20261126.1100', { name: '谭婆婆' })
    expect([status, body.stationId]).toEqual([201, station])
    const list = (who: Person, of = station) =>
      who.get(`/desk/station-bookings?stationId=${of}&date=2026-11-26`)
    for (const who of [village, clerk])
      expect((await list(who)).body.bookings).toMatchObject([
        { bookingId: body.bookingId, visitor: { name: '谭*婆' } },
      ])
    expect((await list(clerk, nextStation)).body.bookings).toEqual([])
    const neighbour = await app.as('window-staff', '隔壁村的人', 'yonghe', { stationId: nextStation })
    for (const [who, of] of [
      [neighbour, station],
      [village, nextStation],
      [await app.as('window-staff', '别处的人', 'kaiyun'), station],
      [clerk, '999'],
    ] as const)
      expect((await list(who, of)).status).toBe(404)
    expect((await village.get('/desk/bookings?hallId=yonghe&date=2026-11-26')).status).toBe(404)
    const ofHall = await askFor(clerk, '20261126.1130', { name: '袁爷爷' })
    expect((await village.get(`/bookings/${ofHall.body.bookingId}`)).status).toBe(404)
    expect((await neighbour.get(`/bookings/${body.bookingId}`)).status).toBe(404)
    expect((await village.post(`/desk/bookings/${body.bookingId}/check-in`)).status).toBe(404)
    expect((await village.post(`/bookings/${body.bookingId}/cancel`)).body.status).toBe('cancelled')
  })

  test('not in another hall, and not by a resident', async () => {
    const there = {
      slotId: 'kaiyun.20261126.0900',
      serviceId: SERVICE,
      visitor: { name: '某人' },
      agreed: true,
    }
    for (const who of [clerk, village])
      expect((await who.post('/desk/bookings', there)).body.code).toBe('not-found')
    const resident = await app.as('resident', '某人')
    expect((await resident.post('/desk/bookings', there)).status).toBe(403)
  })
})

test('a booking consumes no more than 3 write units beside the 7 it had before its row', async () => {
  const me = await app.as('resident', '算账的人')
  const { status, headers } = await ask(me, '20261127.1500', { name: '算账的人', phone: '13874740007' })
  expect(status).toBe(201)
  const written = Number(/write=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThanOrEqual(10)
})
