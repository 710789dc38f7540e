import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { SERVICE } from '../../support/bookings'

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp()
  anyone = await app.as()
})
afterAll(() => app.stop())

describe('halls', () => {
  test('all twelve, to everybody, kept five minutes', async () => {
    const { status, body, headers } = await anyone.get('/halls')
    expect([status, body.halls.length, headers.get('cache-control')]).toEqual([
      200,
      12,
      'public, max-age=300',
    ])
    expect(body.halls.find(({ hallId }: { hallId: string }) => hallId === 'yonghe')).toMatchObject({
      township: '永和乡',
      windows: 2,
      unconfirmed: expect.arrayContaining(['hours']),
    })
    const etag = headers.get('etag')!
    const again = await fetch(`${app.url}/api/halls`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  test('one, as it is now', async () => {
    expect((await anyone.get('/halls/yonghe')).body.now).toEqual({
      open: false,
      day: '2026-11-24',
      clock: '08:30',
      waiting: 0,
    })
    app.setNow('2026-11-24T09:00:00+08:00')
    expect((await anyone.get('/halls/yonghe')).body.now).toMatchObject({ open: true, clock: '12:00' })
    app.setNow('2026-11-24T07:00:00+08:00')
    expect((await anyone.get('/halls/nowhere')).body.code).toBe('not-found')
  })
})

describe('the slots of a hall', () => {
  const days = async (query: string) => (await anyone.get(`/halls/yonghe/slots?${query}`)).body

  test('a week from today unless said, to everybody', async () => {
    const body = await days(`serviceId=${SERVICE}`)
    expect(body.days.map(({ date, kind }: { date: string; kind: string }) => `${date} ${kind}`)).toEqual([
      '2026-11-24 working',
      '2026-11-25 working',
      '2026-11-26 working',
      '2026-11-27 working',
      '2026-11-28 weekend',
      '2026-11-29 weekend',
      '2026-11-30 working',
    ])
    expect(body.slots).toHaveLength(5 * 14)
    expect(body.slots[0]).toEqual({
      slotId: 'yonghe.20261124.0830',
      date: '2026-11-24',
      start: '08:30',
      end: '09:00',
      capacity: 2,
      left: 2,
      state: 'past',
    })
  })

  test('a year that is not announced has days, but no slots and no guess', async () => {
    const body = await days('from=2026-12-31&days=5')
    expect(body.days.map(({ kind }: { kind: string }) => kind)).toEqual([
      'working',
      ...Array(4).fill('not-announced'),
    ])
    expect(new Set(body.slots.map(({ date }: { date: string }) => date))).toEqual(new Set(['2026-12-31']))
  })

  test('a make-up Saturday is worked, a holiday Thursday is not', async () => {
    const body = await days('from=2026-10-01&days=10')
    expect(body.days[0].kind).toBe('holiday')
    expect(body.days[9]).toEqual({ date: '2026-10-10', kind: 'make-up' })
    expect(body.slots.filter(({ date }: { date: string }) => date === '2026-10-10')).toHaveLength(14)
  })

  test.each([
    ['days=0', 400, '/days'],
    ['days=32', 400, '/days'],
    ['days=x', 400, '/days'],
    ['from=2026-06-31', 400, '/from'],
    ['days=1&days=2', 400, '/days'],
    ['serviceId=nothing', 404, undefined],
  ])('%s: %i', async (query, status, pointer) => {
    const answer = await anyone.get(`/halls/yonghe/slots?${query}`)
    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer])
  })

  test('an unknown hall is not found; a day costs at most one read unit, a month no scan', async () => {
    expect((await anyone.get('/halls/nowhere/slots')).body.code).toBe('not-found')
    const day = await anyone.get('/halls/yonghe/slots?days=1')
    expect(Number(/^read=([\d.]+)/.exec(day.headers.get('consumed-units')!)![1])).toBeLessThanOrEqual(1)
    expect((await days('days=31')).days).toHaveLength(31)
  })
})
