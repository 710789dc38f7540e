import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBooking, aCase, applicant, serviceId } from './a-case'

let app: LocalApp
let clerk: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const asked = { serviceId, applicant, again: '试一试' }

describe('receiving a case', () => {
  test('a walk-in: checklist of the guide, numbers masked, nobody else sees it', async () => {
    const { status, body } = await clerk.post('/desk/cases', {
      ...asked,
      materials: ['m1', { materialId: 'm2', received: false }],
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'received',
      hallId: 'yonghe',
      hallName: '永和乡政务服务中心',
      serviceId,
      applicantName: '刘*英',
      applicant: { name: '刘*英', phone: '138****0001', idNumber: '430***********0010' },
      receivedAt: '2026-11-23T23:00:00.000Z',
      contacts: [],
      events: [{ action: 'receive', by: '窗口人员' }],
    })
    expect(body.caseNumber).toMatch(/^YH20261124\d{5}$/)
    expect(body.materials.slice(0, 2).map(({ state }: { state: string }) => state)).toEqual([
      'received',
      'missing',
    ])
    expect(JSON.stringify(body)).not.toContain(clerk.personId)
    expect((await resident.get(`/cases/${body.caseId}`)).status).toBe(404)
    expect((await resident.get('/cases')).body.cases).toEqual([])
  })

  test('for a booking: it is served and the case belongs to who booked', async () => {
    const owner = await app.as('resident', '订了号的人')
    const bookingId = await aBooking(owner)
    const { status, body } = await clerk.post('/desk/cases', { ...asked, bookingId })
    expect([status, body.bookingId]).toEqual([201, bookingId])
    expect((await owner.get(`/bookings/${bookingId}`)).body).toMatchObject({
      status: 'served',
      caseId: body.caseId,
    })
    expect((await owner.get('/cases')).body.cases).toMatchObject([
      { caseId: body.caseId, applicantName: '刘桂英', status: 'received' },
    ])
    const again = await clerk.post('/desk/cases', { ...asked, bookingId })
    expect([again.status, again.body.code]).toEqual([409, 'booking-not-live'])
  })

  test('for a booking without another phone: the phone given when booking', async () => {
    const bookingId = await aBooking(await app.as('resident', '留了电话的人'))
    const { body } = await clerk.post('/desk/cases', { ...asked, bookingId, applicant: { name: '刘桂英' } })
    expect(body.applicant.phone).toMatch(/^1\d\d\*{4}\d{4}$/)
  })

  test.each([
    ['an unknown service', { serviceId: 'nothing' }, 404, 'not-found'],
    ['an unknown hall', { hallId: 'nowhere' }, 404, 'not-found'],
    ["another's hall", { hallId: 'kaiyun' }, 404, 'not-found'],
    ['an unknown booking', { bookingId: 'nothing' }, 404, 'not-found'],
  ])('refuses %s', async (_, members, status, code) => {
    const answer = await clerk.post('/desk/cases', { ...asked, ...members })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test.each([
    ['a material the guide does not have', { materials: ['m1', '房产证'] }, '/materials/1'],
    [
      'a wrong ID number',
      { applicant: { ...applicant, idNumber: '430423196001010011' } },
      '/applicant/idNumber',
    ],
    ['no name', { applicant: {} }, '/applicant/name'],
    ['a short phone', { applicant: { ...applicant, phone: '138' } }, '/applicant/phone'],
  ])('refuses %s', async (_, members, pointer) => {
    const answer = await clerk.post('/desk/cases', { ...asked, ...members })
    expect([answer.status, answer.body.code]).toEqual([400, 'bad-input'])
    expect(answer.body.errors[0].pointer).toBe(pointer)
  })

  test('the same person with the same matter on one day is told of the case that is there', async () => {
    const again = { serviceId: 'chusheng-hukou', applicant }
    const first = await clerk.post('/desk/cases', again)
    expect(first.status).toBe(201)
    const twice = await clerk.post('/desk/cases', again)
    expect([twice.status, twice.body.code, twice.body.caseId]).toEqual([409, 'case-twice', first.body.caseId])
    expect(twice.body.detail).toContain(first.body.caseNumber)
    expect((await clerk.post('/desk/cases', { ...again, again: '双胞胎，各报各的' })).status).toBe(201)
    const others = [
      { ...again, serviceId: 'siwang-xiaohu' },
      { ...again, applicant: { name: '谭小芳' } },
    ]
    for (const other of others) expect((await clerk.post('/desk/cases', other)).status).toBe(201)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        clerk.post('/desk/cases', { ...again, applicant: { name: '同时来的', phone: '13874740007' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)])
  })

  test('who acts for the applicant is named, masked for staff', async () => {
    const { body } = await clerk.post('/desk/cases', {
      ...asked,
      agent: { name: '刘小军', relation: '儿子' },
    })
    expect(body.agent).toEqual({ name: '刘*军', relation: '儿子' })
  })

  test("another hall's booking is as if there were none", async () => {
    const bookingId = await aBooking(resident, 'kaiyun')
    const foreign = await clerk.post('/desk/cases', { ...asked, bookingId })
    const missing = await clerk.post('/desk/cases', { ...asked, bookingId: 'nothing' })
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    expect(foreign.status).toBe(404)
  })

  test('a booking of one of my halls is not served in another of them', async () => {
    const both = await app.as('window-staff', '两边跑')
    const { changeAccount, findAccount } = await import('../../../functions/identity/public')
    const { bySystem } = await import('../../../functions/platform/audit')
    const account = (await findAccount(both.personId))!
    const posts = ['yonghe', 'kaiyun'].map((hallId) => ({ ...account.posts![0]!, hallId }))
    expect(await changeAccount(account, { posts }, bySystem('test', new Date(0)))).toBe(true)
    const receive = (hallId: string, bookingId: string) =>
      both.post('/desk/cases', { ...asked, hallId, bookingId })
    const bookingId = await aBooking(resident, 'kaiyun')
    const elsewhere = await receive('yonghe', bookingId)
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'booking-elsewhere'])
    const here = await receive('kaiyun', bookingId)
    expect([here.status, here.body.caseNumber.slice(0, 2)]).toEqual([201, 'KY'])
  })
})

describe('retries and races', () => {
  test.each([
    ['for a booking', true],
    ['of a walk-in', false],
  ])('50 times the same request %s at once is one case and one answer', async (key, booked) => {
    const body = { ...asked, ...(booked && { bookingId: await aBooking(resident) }) }
    const answers = await Promise.all(Array.from({ length: 50 }, () => clerk.post('/desk/cases', body, key)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed')).length).toBe(49)
    const other = await clerk.post('/desk/cases', { ...body, applicant: { name: '别人' } }, key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('two windows receive one booking: one case', async () => {
    const bookingId = await aBooking(resident)
    const other = await app.as('window-staff', '贺建国')
    const answers = await Promise.all(
      [clerk, other].map((window) => window.post('/desk/cases', { ...asked, bookingId })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('200 at once have 200 numbers, without a gap', async () => {
    const far = await app.as('window-staff', '谢春梅', 'guantang')
    const cases = await Promise.all(Array.from({ length: 200 }, () => aCase(far)))
    const serials = cases
      .map(({ caseNumber }) => Number(String(caseNumber).slice(10, 14)))
      .sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
  })
})
