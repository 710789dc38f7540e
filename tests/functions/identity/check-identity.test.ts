/** The window has seen the card: what a name is worth afterwards, and to whom it belongs. */
import { noticeVersion } from '@one-window/shared/identity/notice'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  clerk = await app.as('window-staff', '周小兰', 'yonghe')
})
afterAll(() => app.stop())

const serviceId = 'jiuye-kunnan'
const name = '刘桂英'
const card = '430423196001010010'
const otherCard = '430423196402297710'
const slots = ['0900', '0930', '1000', '1030', '1100', '1130', '1400', '1430', '1500', '1530']
let people = 0

/** Somebody with a phone that WeChat vouches for, who booked for themselves. */
async function booked(more: object = {}): Promise<{ me: Person; bookingId: string }> {
  const anyone = await app.as()
  const code = app.wechat.newLoginCode(`o-checked-${++people}`.padEnd(28, 'x'))
  const { body } = await anyone.post('/sign-in/wechat', { code, agreed: noticeVersion })
  const me = app.holding(body.token)
  const phone = `138747400${String(people).padStart(2, '0')}`
  await me.post('/me/phone', { code: app.wechat.newPhoneCode(phone) })
  const booking = await me.post('/bookings', {
    slotId: `yonghe.2026112${4 + (people % 3)}.${slots[people % slots.length]}`,
    serviceId,
    visitor: { name, ...more },
  })
  expect(booking.status).toBe(201)
  return { me, bookingId: booking.body.bookingId }
}
const check = (bookingId: string, said: object = {}, key?: string) =>
  clerk.post(`/desk/bookings/${bookingId}/identity`, { name, idNumber: card, ...said }, key)
const levelOf = async (person: Person) => (await person.get('/me')).body.realName

describe('checking a card', () => {
  test('raises the level of account, booking and the case that follows; sent again it is answered again', async () => {
    const { me, bookingId } = await booked()
    expect((await clerk.get(`/bookings/${bookingId}`)).body.realName).toBe('phone')
    const [first, again] = [await check(bookingId, {}, 'once'), await check(bookingId, {}, 'once')]
    expect([first.status, first.body]).toEqual([200, { realName: 'checked' }])
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true'])
    expect((await check(bookingId, { idNumber: otherCard }, 'once')).body.code).toBe('idempotency-key-reused')
    expect((await me.get('/me')).body).toMatchObject({
      realName: 'checked',
      name,
      idNumber: '430***********0010',
    })
    const day = (await clerk.get(`/bookings/${bookingId}`)).body
    expect([day.realName, day.visitor.name]).toEqual(['checked', '刘*英'])
    const applicant = { name, idNumber: card }
    const received = await clerk.post('/desk/cases', { serviceId, bookingId, applicant })
    expect(received.body.realName).toBe('checked')
    expect((await me.get(`/cases/${received.body.caseId}`)).body).not.toHaveProperty('realName')
  })

  test('a case of another name than was checked takes no level over', async () => {
    const { bookingId } = await booked()
    await check(bookingId, { idNumber: otherCard })
    const applicant = { name: '王大山' }
    const { body } = await clerk.post('/desk/cases', { serviceId, bookingId, applicant })
    expect(body.realName).toBe('none')
  })

  test('the window’s word wins: who claimed the same card before is known by their phone again', async () => {
    const [first, second] = [await booked(), await booked()]
    await check(first.bookingId)
    expect(await levelOf(first.me)).toBe('checked')
    expect((await check(second.bookingId)).body.realName).toBe('checked')
    expect([await levelOf(first.me), await levelOf(second.me)]).toEqual(['phone', 'checked'])
    expect((await first.me.get('/me')).body).not.toHaveProperty('idNumber')
  })

  test('who corrects a checked name is only believed again after another check', async () => {
    const { me, bookingId } = await booked()
    await check(bookingId)
    expect((await me.post('/me/real-name', { name, idNumber: card })).body.realName).toBe('checked')
    expect((await me.post('/me/real-name', { name, idNumber: otherCard })).body.realName).toBe('stated')
    const next = await booked()
    expect((await check(next.bookingId)).status).toBe(200)
    expect(await levelOf(me)).toBe('stated')
  })

  test('two windows with one card for two accounts at once: one of them stands', async () => {
    const [one, other] = [await booked(), await booked()]
    const answers = await Promise.all([check(one.bookingId), check(other.bookingId)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const levels = [await levelOf(one.me), await levelOf(other.me)]
    expect(levels.filter((level) => level === 'checked')).toHaveLength(1)
  })
})

describe('is refused', () => {
  test.each([
    ['a wrong check digit', { idNumber: '430423196001010011' }, '/idNumber'],
    ['a name that is not the booking’s', { name: '王大山' }, '/name'],
    ['no name', { name: '' }, '/name'],
  ])('S61 %s', async (_, said, pointer) => {
    const { me, bookingId } = await booked()
    const { status, body } = await check(bookingId, said)
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-input', pointer])
    expect(await levelOf(me)).toBe('phone')
  })

  test('a booking for the family, one that is over, one of another hall', async () => {
    const forMother = await booked({ relation: 'family', agreed: true })
    expect((await check(forMother.bookingId)).body).toMatchObject({ code: 'wrong-status', status: 409 })
    const { me, bookingId } = await booked()
    await me.post(`/bookings/${bookingId}/cancel`)
    expect((await check(bookingId)).body.code).toBe('wrong-status')
    const elsewhere = await app.as('window-staff', '别处的人', 'kaiyun')
    const told = await elsewhere.post(`/desk/bookings/${bookingId}/identity`, { name, idNumber: card })
    expect([told.status, told.body.code]).toEqual([404, 'not-found'])
  })
})

test('S43 a phone told again by the same request is told once, though WeChat tells a code’s number only once', async () => {
  const { me } = await booked()
  const code = app.wechat.newPhoneCode('13874749999')
  const tell = () => me.post('/me/phone', { code }, 'phone-1')
  const [first, again] = [await tell(), await tell()]
  expect([first.status, again.status]).toEqual([200, 200])
  expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true'])
  expect((await me.post('/me/phone', { phone: '13874749998' }, 'phone-1')).body.code).toBe(
    'idempotency-key-reused',
  )
})
