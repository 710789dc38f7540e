import { workingCalendar, publishedCalendar } from '@one-window/shared/foundation/calendar'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, aCaseIn, applicant } from './a-case'

let app: LocalApp
let clerk: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const readUnits = (headers: Headers): number =>
  Number(/read=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])

describe('viewing a case', () => {
  test.each([
    ['resident', '刘桂英'],
    ['window-staff', '刘*英'],
    ['director', '刘*英'],
    ['supervisor', '刘*英'],
  ] as const)('%s reads %s; numbers are masked for everybody', async (role, name) => {
    const { caseId } = await aCase(clerk, ['accept'], { owner: resident })
    const viewer = role === 'resident' ? resident : await app.as(role, `${role} 乙`)
    const { status, body } = await viewer.get(`/cases/${caseId}`)
    expect(status).toBe(200)
    expect(body.applicantName).toBe(name)
    expect(body.applicant).toEqual({ name, phone: '138****0001', idNumber: '430***********0010' })
    expect(JSON.stringify(body)).not.toMatch(/13874740001|430423196001010010/)
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['ownerId', 'requests']))
  })

  test("another's, another hall's and a missing case are the same answer; other roles may not ask", async () => {
    const { caseId } = await aCase(clerk, [], { owner: resident })
    const strangers = await Promise.all([
      app.as('resident', '别人'),
      app.as('window-staff', '别处的人', 'kaiyun'),
      app.as('supervisor', '别处的人', 'kaiyun'),
    ])
    for (const stranger of strangers) {
      const [foreign, missing] = await Promise.all(
        [caseId, 'nothing'].map((id) => stranger.get(`/cases/${id}`)),
      )
      expect(foreign?.status).toBe(404)
      expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
    }
    for (const role of ['inspector', 'admin'] as const)
      expect((await (await app.as(role)).get(`/cases/${caseId}`)).status).toBe(403)
  })
})

describe('my cases', () => {
  test('mine only, newest first, twenty at a time, 1 read unit a page and 1 for the session', async () => {
    const me = await app.as('resident', '办事多的人')
    for (let n = 0; n < 23; n++) {
      app.setNow(`2026-11-24T09:${String(n).padStart(2, '0')}:00+08:00`)
      await aCase(await app.as('window-staff', '周小兰'), n % 2 ? ['accept'] : [], { owner: me })
    }
    const first = await me.get('/cases')
    const second = await me.get(`/cases?cursor=${first.body.cursor}`)
    expect([first.body.cases.length, second.body.cases.length, second.body.cursor]).toEqual([
      20,
      3,
      undefined,
    ])
    const rows = [...first.body.cases, ...second.body.cases]
    const times = rows.map(({ receivedAt }) => receivedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(23)
    expect(rows[1]).toMatchObject({
      status: 'in-review',
      applicantName: '刘桂英',
      promisedDay: expect.any(String),
    })
    expect(readUnits(first.headers)).toBeGreaterThan(0)
    // a page, and 1 unit for who asks
    expect(readUnits(first.headers)).toBeLessThanOrEqual(2)
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test.each(['x', 'bm90IG91cnM', '%20'])('a cursor that is not ours (%s) is bad input', async (cursor) => {
    const { status, body } = await resident.get(`/cases?cursor=${cursor}`)
    expect([status, body.code, body.errors?.[0].pointer]).toEqual([400, 'bad-input', '/cursor'])
  })

  test("S33 another's cursor leads nowhere in their list", async () => {
    const me = await app.as('resident', '办事多的人')
    const { cursor } = (await me.get('/cases')).body
    expect(
      (await (await app.as('resident', '没办过事的人')).get(`/cases?cursor=${cursor}`)).body.cases,
    ).toEqual([])
  })
})

describe('the cases of a hall', () => {
  test('due first, names masked, twenty at a time, one list, at most 1 unit a page and 1 for the session', async () => {
    const there = await app.as('window-staff', '谢春梅', 'baiguo')
    const days = ['jiuye-kunnan', 'chusheng-hukou', 'shiye-dengji']
    for (const serviceId of days) await aCase(there, ['accept'], { serviceId })
    for (let n = 0; n < 22; n++) await aCase(there)
    await aCaseIn(there, 'declined')
    const list = (name: string, cursor = '') =>
      there.get(`/desk/cases?hallId=baiguo&list=${name}${cursor && `&cursor=${cursor}`}`)
    const underWay = (await list('under-way')).body.cases
    expect(underWay.map(({ promisedDay }: { promisedDay: string }) => promisedDay)).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-12-01',
    ])
    expect(underWay[0]).toMatchObject({ applicantName: '刘*英', holder: expect.any(String) })
    const first = await list('to-accept')
    const second = await list('to-accept', first.body.cursor)
    expect([first.body.cases.length, second.body.cases.length]).toEqual([20, 2])
    expect(readUnits(first.headers)).toBeLessThanOrEqual(2)
    expect(second.body.cursor).toBeUndefined()
    expect((await list('ended')).body.cases).toHaveLength(1)
    expect((await list('to-issue')).body.cases).toHaveLength(0)
    expect(JSON.stringify(first.body)).not.toContain(applicant.name)
  })

  test.each([
    ['window-staff', 200],
    ['director', 200],
    ['supervisor', 200],
    ['resident', 403],
    ['approver', 403],
  ] as const)('%s: %i', async (role, status) => {
    const person = await app.as(role)
    expect((await person.get('/desk/cases?hallId=yonghe&list=to-accept')).status).toBe(status)
    if (status === 200)
      expect((await person.get('/desk/cases?hallId=kaiyun&list=to-accept')).body.code).toBe('not-found')
  })
})

// the notice for 2027 is not out; this one is made up
const with2027 = workingCalendar([
  { year: 2026, source: 'test', off: [], makeUp: [] },
  { year: 2027, source: 'test', off: [['2027-01-01', '2027-01-03']], makeUp: [] },
])

describe('promised days that waited for a year', () => {
  test('are set once when it is loaded; finished cases are not touched', async () => {
    const { settlePromisedDays } = await import('../../../functions/cases/settle-promised-days.job')
    app.setNow('2026-12-30T09:00:00+08:00')
    const late = await app.as('window-staff', '周小兰', 'donghu')
    const waiting = await aCase(late, ['accept'])
    const finished = await aCase(late, ['accept', 'conclude'])
    const known = await aCase(late, ['accept'], { serviceId: 'chusheng-hukou' })
    expect(waiting).toMatchObject({ promisedDayPending: 2027 })
    expect(await settlePromisedDays(publishedCalendar, new Date(0))).toBe(0)
    expect((await late.get(`/cases/${waiting.caseId}`)).body.promisedDayPending).toBe(2027)
    expect(await settlePromisedDays(with2027, new Date(0))).toBe(1)
    expect(await settlePromisedDays(with2027, new Date(0))).toBe(0)
    const settled = (await late.get(`/cases/${waiting.caseId}`)).body
    expect([settled.promisedDay, settled.promisedDayPending]).toEqual(['2027-01-07', undefined])
    const untouched = (await late.get(`/cases/${finished.caseId}`)).body
    expect([untouched.promisedDay, untouched.promisedDayPending]).toEqual([undefined, undefined])
    const inOrder = (await late.get('/desk/cases?hallId=donghu&list=under-way')).body.cases
    expect(inOrder.map(({ caseId }: { caseId: string }) => caseId)).toEqual([known.caseId, waiting.caseId])
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test('a changed calendar counts open cases again, once, and never to an earlier day', async () => {
    const { settlePromisedDays } = await import('../../../functions/cases/settle-promised-days.job')
    const { caseId, promisedDay } = await aCase(clerk, ['accept'])
    expect(promisedDay).toBe('2026-12-01')
    const of = (...off: [string, string][]) =>
      workingCalendar([
        { year: 2026, source: 'test', off, makeUp: [] },
        { year: 2027, source: 'test', off: [], makeUp: [] },
      ])
    const day = async () => (await clerk.get(`/cases/${caseId}`)).body.promisedDay
    const dayOff = of(['2026-11-30', '2026-11-30'])
    expect(await settlePromisedDays(dayOff, new Date(0))).toBeGreaterThan(0)
    expect(await day()).toBe('2026-12-02')
    expect(await settlePromisedDays(dayOff, new Date(0))).toBe(0)
    expect(await settlePromisedDays(of(), new Date(0))).toBe(0)
    expect(await day()).toBe('2026-12-02')
  })
})
