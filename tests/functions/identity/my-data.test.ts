/** S74: one's own data, whole to take away, and gone when one leaves, but for what the law keeps. */
import { noticeVersion } from '@one-window/shared/identity/notice'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { through, wayTo } from '../cases/a-case'

let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  clerk = await app.as('window-staff', '周小兰')
})
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))
afterAll(() => app.stop())

const serviceId = 'jiuye-kunnan'
const name = '㐂𠮷桂英'
const idNumber = '430423196402297710'
const text = '窗口的人很耐心，就是等得久'
let people = 0

interface Leaver {
  me: Person
  openid: string
  personId: string
  phone: string
  bookingId: string
  caseId: string
}
const signIn = async (openid: string, agreed?: string) =>
  (await app.as()).post('/sign-in/wechat', { code: app.wechat.newLoginCode(openid), agreed })

/** Somebody with everything: a booking, a case up to some status, a poor rating, a message. */
async function somebody(actions: readonly string[] = wayTo.issued.acts): Promise<Leaver> {
  const openid = `o-leaver-${++people}`.padEnd(28, 'x')
  const { body } = await signIn(openid, noticeVersion)
  const me = app.holding(body.token)
  const phone = `1387474${String(1000 + people)}`
  await me.post('/me/phone', { code: app.wechat.newPhoneCode(phone) })
  await me.post('/me/real-name', { name, idNumber })
  const hour = ['0900', '0930', '1000', '1030', '1100', '1130', '1400', '1430', '1500', '1530'][people % 10]
  const slotId = `yonghe.2026112${4 + (Math.floor(people / 10) % 4)}.${hour}`
  const { body: booking } = await me.post('/bookings', { slotId, serviceId, visitor: { name } })
  const { bookingId } = booking
  await clerk.post(`/desk/bookings/${bookingId}/identity`, { name, idNumber })
  const applicant = { name, phone, idNumber }
  const { body: received } = await clerk.post('/desk/cases', {
    serviceId,
    bookingId,
    applicant,
    again: '试一试',
  })
  const { caseId } = received
  await through(clerk, received, actions)
  const rating = { contact: 1, level: 'dissatisfied', tags: ['213'], text }
  if (actions.length > 0) expect((await me.post(`/cases/${caseId}/ratings`, rating)).status).toBe(201)
  return { me, openid, personId: body.personId, phone, bookingId, caseId }
}
const leave = (me: Person) => me.post('/me/data/delete')
const tables = ['accounts', 'lookups', 'visitors', 'bookings', 'cases', 'messages', 'follow-ups', 'ratings']
const traces = async (of: string): Promise<string[]> => {
  const found = await Promise.all(
    tables.map(async (table) => (JSON.stringify(await everyItem(table)).includes(of) ? [table] : [])),
  )
  return found.flat()
}

describe('a copy', () => {
  test('has everything whole, of nobody else, and leaves a row', async () => {
    await somebody()
    const { me, personId, phone, bookingId, caseId } = await somebody()
    const { status, body } = await me.post('/me/data/copy')
    expect(status).toBe(200)
    expect(body.person).toEqual({
      name,
      phone,
      idNumber,
      realName: 'checked',
      agreed: { version: noticeVersion, at: expect.any(String) },
    })
    expect(body.bookings).toMatchObject([{ bookingId, visitor: { name, phone } }])
    expect(body.cases).toMatchObject([{ caseId, applicantName: name, applicant: { name, phone, idNumber } }])
    expect(body.ratings).toMatchObject([{ caseId, contact: 1, level: 'dissatisfied', text }])
    expect(body.messages.length).toBeGreaterThan(0)
    const rows = (await everyItem('audit')).filter(({ object }) => object === `person:${personId}`)
    expect(rows.map(({ action }) => action)).toContain('下载我的数据')
  })

  test('S25 has no field that is not declared', async () => {
    const { me } = await somebody()
    const { body } = await me.post('/me/data/copy')
    const said = JSON.stringify(body)
    for (const field of [
      'personId',
      'ownerId',
      'requests',
      'deskQueue',
      'openid',
      'revision',
      'sessions',
      'delivery',
    ])
      expect(said).not.toContain(`"${field}"`)
  })

  test('more than twenty bookings are all in it', async () => {
    const me = await app.as('resident', '常来的人')
    const { aBooking } = await import('../cases/a-case')
    for (let n = 0; n < 23; n++) await aBooking(me)
    expect((await me.post('/me/data/copy')).body.bookings).toHaveLength(23)
  })

  test('is for residents', async () => {
    expect((await clerk.post('/me/data/copy')).status).toBe(403)
    expect((await leave(clerk)).status).toBe(403)
  })
})

describe('leaving', () => {
  test('not while a place is booked or a case is open', async () => {
    for (const status of ['received', 'in-review', 'concluded'] as const) {
      const { me } = await somebody(wayTo[status].acts)
      const { status: told, body } = await leave(me)
      expect([told, body.code]).toEqual([409, 'case-still-open'])
      expect((await me.get('/me')).body.name).toBe(name)
    }
    const me = await app.as('resident', '约了的人')
    const visitor = { name, phone: '13874740009' }
    const { body } = await me.post('/bookings', { slotId: 'yonghe.20261126.0900', serviceId, visitor })
    expect((await leave(me)).body.code).toBe('case-still-open')
    await me.post(`/bookings/${body.bookingId}/cancel`)
    expect((await leave(me)).status).toBe(200)
  })

  test('takes the person out of everything; the case stays as the archive keeps it, and what stays is told', async () => {
    const { me, openid, personId, bookingId, caseId } = await somebody()
    expect(await traces(personId)).toEqual(
      expect.arrayContaining([
        'accounts',
        'lookups',
        'visitors',
        'bookings',
        'cases',
        'messages',
        'follow-ups',
      ]),
    )
    const { status, body } = await leave(me)
    expect(status).toBe(200)
    expect(body.deleted.length).toBeGreaterThan(0)
    for (const { what, why, until } of body.kept) expect(what && why && until).toMatch(/[\u4e00-\u9fff]/)
    expect((await me.get('/me')).status).toBe(401)
    expect(await traces(personId)).toEqual([])
    const director = await app.as('director')
    const emptied = await director.post(`/desk/bookings/${bookingId}/unmask`, { reason: '核对' })
    expect(emptied.body).toEqual({ name: '' })
    const archived = await director.post(`/desk/cases/${caseId}/unmask`, { reason: '核对' })
    expect(archived.body).toMatchObject({ name, idNumber })
    const rating = (await everyItem('ratings')).find((item) => item.caseId === caseId)
    expect(rating).toMatchObject({ level: 'dissatisfied' })
    for (const field of ['text', 'hiddenText', 'textCheck', 'unchecked', 'recheck'])
      expect(rating).not.toHaveProperty(field)
    const supervisor = await app.as('supervisor')
    expect((await supervisor.get('/oversight/follow-ups?hallId=yonghe')).status).toBe(200)
    // who comes again is somebody new, and is asked again
    expect((await signIn(openid)).body.code).toBe('consent-required')
    const again = (await signIn(openid, noticeVersion)).body
    expect(again.personId).not.toBe(personId)
    expect((await app.holding(again.token).get('/cases')).body.cases).toEqual([])
  })

  test('every step leaves a row', async () => {
    const { me, personId, bookingId, caseId } = await somebody()
    await leave(me)
    const rows = (await everyItem('audit')).filter(({ action }) => action === '注销，删除我的数据')
    const objects = rows.map(({ object }) => object)
    expect(objects).toEqual(
      expect.arrayContaining([`booking:${bookingId}`, `case:${caseId}`, `person:${personId}`]),
    )
    // remembered visits, messages and the account itself
    expect(objects.filter((object) => object === `person:${personId}`)).toHaveLength(3)
  })

  test('broken off at any write, it is finished by asking again', async () => {
    const { client } = await import('../../../functions/platform/dynamo')
    for (let breaksAt = 1; breaksAt <= 6; breaksAt++) {
      const { me, personId } = await somebody()
      let writes = 0
      client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context.commandName === 'TransactWriteItemsCommand' && ++writes === breaksAt)
            throw new Error('broken off')
          return next(args)
        },
        { step: 'initialize', name: 'broken' },
      )
      const first = await leave(me)
      client.middlewareStack.remove('broken')
      if (writes >= breaksAt) {
        expect(first.status).toBe(500)
        expect((await leave(me)).status).toBe(200)
      }
      expect(await traces(personId)).toEqual([])
    }
  }, 60_000)

  test('the card that was checked may be checked for somebody else', async () => {
    const { me } = await somebody()
    await leave(me)
    const lookups = (await everyItem('lookups')).map(({ lookup }) => String(lookup))
    const { blindIndex } = await import('../../../functions/platform/crypto')
    expect(lookups).not.toContain(`id-card#${blindIndex('id-number', idNumber)}`)
    const next = await somebody()
    expect((await next.me.get('/me')).body.realName).toBe('checked')
  })
})
