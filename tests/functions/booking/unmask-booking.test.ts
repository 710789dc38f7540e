/** S69: what names a person is opened with a reason, seldom, and leaves a row. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aBooking, applicant } from '../cases/a-case'

let app: LocalApp
let clerk: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const reason = '核对证件'
const unmask = (who: Person, bookingId: string, key?: string, why: unknown = reason) =>
  who.post(`/desk/bookings/${bookingId}/unmask`, { reason: why }, key)
const rowsOf = async (personId: string) =>
  (await everyItem('audit')).filter(({ by, reason: why }) => by === personId && why === reason)

test.each(['window-staff', 'director', 'supervisor'] as const)(
  'S69 %s sees the name masked, opens it with a reason, and leaves a row of it',
  async (role) => {
    const who = await app.as(role, `${role} 看看`)
    const bookingId = await aBooking(resident)
    const day = await who.get('/desk/bookings?hallId=yonghe&date=2026-11-24')
    expect(JSON.stringify(day.body)).not.toMatch(/刘桂英|13874740001/)
    const { status, body } = await unmask(who, bookingId)
    expect([status, body]).toEqual([200, { name: applicant.name, phone: applicant.phone }])
    expect(await rowsOf(who.personId)).toEqual([
      expect.objectContaining({
        hallDay: 'yonghe#2026-11-24',
        object: `booking:${bookingId}`,
        action: '看预约人全名和电话',
      }),
    ])
  },
)

test('without a reason, by others, of another hall: no', async () => {
  const bookingId = await aBooking(resident)
  for (const why of ['', '  ', undefined, 'x'.repeat(101)]) {
    const { status, body } = await clerk.post(`/desk/bookings/${bookingId}/unmask`, { reason: why })
    expect([status, body.errors[0].pointer]).toEqual([400, '/reason'])
  }
  for (const role of ['resident', 'approver', 'leader', 'inspector', 'admin'] as const)
    expect((await unmask(await app.as(role), bookingId)).status).toBe(403)
  const elsewhere = await app.as('director', '别处的人', 'kaiyun')
  const [foreign, missing] = [await unmask(elsewhere, bookingId), await unmask(elsewhere, 'nothing')]
  expect(foreign.status).toBe(404)
  expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
  expect(await rowsOf(elsewhere.personId)).toEqual([])
})

test('the windows may until three days after its end, the director later too', async () => {
  const bookingId = await aBooking(resident)
  await resident.post(`/bookings/${bookingId}/cancel`)
  app.setNow('2026-11-27T09:00:00+08:00')
  expect((await unmask(clerk, bookingId)).status).toBe(200)
  app.setNow('2026-11-28T09:00:00+08:00')
  const late = await unmask(clerk, bookingId)
  expect([late.status, late.body.code]).toEqual([403, 'not-allowed'])
  expect((await unmask(await app.as('director'), bookingId)).status).toBe(200)
  app.setNow('2026-11-24T07:00:00+08:00')
})

test('the same request again counts once and leaves one row; its key for another booking is refused', async () => {
  const who = await app.as('window-staff', '手抖的人')
  const [one, other] = [await aBooking(resident), await aBooking(resident)]
  const answers = [await unmask(who, one, 'once'), await unmask(who, one, 'once')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[1]!.headers.get('idempotent-replayed')).toBe('true')
  expect(await rowsOf(who.personId)).toHaveLength(1)
  expect((await unmask(who, other, 'once')).body.code).toBe('idempotency-key-reused')
})

test('thirty within an hour, however many at once; then again when the hour has passed', async () => {
  const who = await app.as('window-staff', '好奇的人')
  const bookingId = await aBooking(resident)
  app.setNow('2026-11-24T08:00:00+08:00')
  for (let n = 0; n < 27; n++) expect((await unmask(who, bookingId)).status).toBe(200)
  app.setNow('2026-11-24T08:50:00+08:00')
  const rest = await Promise.all(Array.from({ length: 8 }, () => unmask(who, bookingId)))
  const done = rest.filter(({ status }) => status === 200).length
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThanOrEqual(3)
  while ((await unmask(who, bookingId)).status === 200);
  const { status, body } = await unmask(who, bookingId)
  expect([status, body.code]).toEqual([429, 'unmask-limit'])
  expect(await rowsOf(who.personId)).toHaveLength(30)
  // those of eight o'clock no longer count, those of ten to nine do
  app.setNow('2026-11-24T09:01:00+08:00')
  for (let n = 0; n < 27; n++) expect((await unmask(who, bookingId)).status).toBe(200)
  expect((await unmask(who, bookingId)).body.code).toBe('unmask-limit')
  app.setNow('2026-11-24T07:00:00+08:00')
})
