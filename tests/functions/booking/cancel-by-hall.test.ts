import { startLocalApp, type LocalApp } from '../../support/local-app'
import { book } from '../../support/bookings'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())

test('a person who moved away while the hall was taking bookings back keeps the new place', async () => {
  const { findBookingById } = await import('../../../functions/booking/booking-store')
  const { cancelByHall } = await import('../../../functions/booking/cancel-by-hall')
  const { bySystem } = await import('../../../functions/platform/audit')
  const now = new Date('2026-11-24T07:00:00+08:00')
  const person = await app.as('resident', '改了时间的人')
  const { body } = await book(person, 'yonghe.20261125.0900')
  const seen = await findBookingById(body.bookingId)
  await person.post(`/bookings/${body.bookingId}/reschedule`, { slotId: 'yonghe.20261126.0900' })
  expect(await cancelByHall(seen!, { reason: '停电' }, bySystem('test', now))).toBeUndefined()
  expect((await person.get(`/bookings/${body.bookingId}`)).body).toMatchObject({
    status: 'booked',
    slotId: 'yonghe.20261126.0900',
  })
})
