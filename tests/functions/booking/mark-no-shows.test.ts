import { startLocalApp, type LocalApp } from '../../support/local-app'
import { book, brokenPromises } from '../../support/bookings'

let now = '2026-11-24T07:00:00+08:00'
const at = (time: string): Date => {
  now = `${time}+08:00`
  app.setNow(now)
  return new Date(now)
}
let app: LocalApp
let markNoShows: (now: Date) => Promise<number>
beforeAll(async () => {
  app = await startLocalApp()
  ;({ markNoShows } = await import('../../../functions/booking/mark-no-shows.job'))
})
afterEach(async () => expect(await brokenPromises(new Date(now))).toEqual([]))
afterAll(() => app.stop())

const statusOf = async (name: string): Promise<string> =>
  (await (await app.as('resident', name)).get('/bookings')).body.bookings[0].status

test('after the slot and its grace, who has not come is marked, once; who came is not', async () => {
  const bookingId = (await book(await app.as('resident', 'came'), 'yonghe.20261124.0930')).body.bookingId
  await book(await app.as('resident', 'did not'), 'yonghe.20261124.0930')
  await book(await app.as('resident', 'this afternoon'), 'yonghe.20261124.1500')
  at('2026-11-24T09:30:00')
  await (await app.as('window-staff', '周小兰', 'yonghe')).post(`/desk/bookings/${bookingId}/check-in`)
  expect(await markNoShows(at('2026-11-24T10:14:59'))).toBe(0)
  expect(await statusOf('did not')).toBe('booked')
  expect(await Promise.all([markNoShows(at('2026-11-24T10:15:00')), markNoShows(new Date(now))])).toContain(1)
  expect(await markNoShows(new Date(now))).toBe(0)
  expect(await Promise.all(['came', 'did not', 'this afternoon'].map(statusOf))).toEqual([
    'checked-in',
    'no-show',
    'booked',
  ])
})

test('a run that was missed is made up for the next day', async () => {
  expect(await markNoShows(at('2026-11-25T08:00:00'))).toBe(1)
  expect(await statusOf('this afternoon')).toBe('no-show')
})

test('three no-shows pause booking online until the day said, not longer', async () => {
  for (const day of ['2026-11-26', '2026-11-27']) {
    at(`${day}T07:00:00`)
    expect(
      (await book(await app.as('resident', 'did not'), `yonghe.${day.replace(/-/g, '')}.0930`)).status,
    ).toBe(201)
    expect(await markNoShows(at(`${day}T12:00:00`))).toBe(1)
  }
  const paused = await book(await app.as('resident', 'did not'), 'yonghe.20261130.0930')
  expect([paused.status, paused.body.code, paused.body.until]).toEqual([409, 'booking-paused', '2026-12-27'])
  at('2026-12-28T07:00:00')
  expect((await book(await app.as('resident', 'did not'), 'yonghe.20261229.0930')).status).toBe(201)
})

test('a day the hall closed never counts, even when the closing broke off half way', async () => {
  await book(await app.as('resident', 'shut out'), 'yonghe.20261229.1000')
  const director = await app.as('director', '主任', 'yonghe')
  const { client } = await import('../../../functions/platform/dynamo')
  let transactions = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand' && ++transactions > 1)
        throw new Error('power cut')
      return next(args)
    },
    { step: 'initialize', name: 'powerCut' },
  )
  const closure = { date: '2026-12-29', reason: '停水', confirm: true }
  expect((await director.post('/desk/halls/yonghe/closures', closure, 'shut')).status).toBe(500)
  client.middlewareStack.remove('powerCut')
  expect(await statusOf('shut out')).toBe('booked')
  expect(await markNoShows(at('2026-12-29T12:00:00'))).toBe(0)
  expect(await statusOf('shut out')).toBe('hall-cancelled')
})
