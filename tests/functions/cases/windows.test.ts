/** What the windows do with a case at first: accepting it, or not. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, postedBack } from './a-case'

let app: LocalApp
let clerk: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  owner = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

const desk = (caseId: string, what: string, body: object = {}, key?: string) =>
  clerk.post(`/desk/cases/${caseId}/${what}`, body, key)
const pointer = ({ body }: { body: any }): string => body.errors?.[0].pointer
const kinds = async (): Promise<string[]> =>
  (await owner.get('/messages')).body.messages.map(({ kind }: { kind: string }) => kind)

describe('accepting', () => {
  test('promises a day by the calendar, goes to the first of its route, tells its owner; events name roles', async () => {
    const { caseId } = await aCase(clerk, [], { owner })
    const { status, body, headers } = await desk(caseId, 'accept')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'in-review',
      holder: '社会事务综合服务中心',
      guideVersion: '1',
      promisedDay: '2026-12-01',
      acceptedAt: '2026-11-23T23:00:00.000Z',
      contacts: [{ contact: 1, ratableUntil: '2026-12-09' }],
      route: [
        { kind: 'office', state: 'now', decides: false },
        { kind: 'outside', state: 'next', decides: true },
      ],
    })
    expect(body.events.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
      ['receive', '窗口人员'],
      ['accept', '窗口人员'],
    ])
    expect(await kinds()).toEqual(['case-accepted'])
    const written = Number(/write=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThanOrEqual(12)
  })

  test.each([
    ['done at once: the director, the same day', 'shebaoka-jihuo', 'in-review', '政务中心主任', '2026-11-24'],
    ['decided outside the township: the county', postedBack, 'at-county', '县农业农村局', '2026-12-22'],
  ])('%s', async (_, serviceId, status, holder, promisedDay) => {
    const kase = await aCase(clerk, ['accept'], { serviceId })
    expect(kase).toMatchObject({ status, holder, promisedDay })
  })

  test('a year without a calendar holds up the day only', async () => {
    app.setNow('2026-12-30T09:00:00+08:00')
    const kase = await aCase(clerk, ['accept'])
    expect([kase.status, kase.promisedDay, kase.promisedDayPending]).toEqual(['in-review', undefined, 2027])
  })

  test('what was corrected on the spot is noted (art. 32 (3))', async () => {
    const { caseId } = await aCase(clerk)
    const { body } = await desk(caseId, 'accept', { corrected: '申请表上的身份证号改对了' })
    expect(body.events.at(-1)).toMatchObject({
      action: 'accept',
      note: '申请表上的身份证号改对了',
      facts: { corrected: true },
    })
  })

  test('a required material that is missing is named, all at once', async () => {
    const kase = await aCase(clerk, [], {
      materials: [
        { materialId: 'm1', received: false },
        { materialId: 'm2', state: 'missing' },
      ],
    })
    const answer = await desk(kase.caseId, 'accept')
    expect([answer.status, answer.body.code]).toEqual([409, 'materials-missing'])
    const names = kase.materials.slice(0, 2).map(({ name }: { name: string }) => name)
    expect(answer.body.missing.map(({ name }: { name: string }) => name)).toEqual(names)
  })

  test('two windows at once: one accepts, the other reads what happened', async () => {
    const director = await app.as('director', '谢国强')
    for (let round = 0; round < 10; round++) {
      const { caseId } = await aCase(clerk)
      const answers = await Promise.all(
        [clerk, director].map((window) => window.post(`/desk/cases/${caseId}/accept`)),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.body).toMatchObject({ code: 'wrong-status', detail: '现在是：审批中' })
      expect((await clerk.get(`/cases/${caseId}`)).body.events).toHaveLength(2)
    }
  })

  test('different steps at once are all done, one after the other, none lost', async () => {
    const { caseId } = await aCase(clerk, ['accept'])
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => desk(caseId, 'urge', { note: `第${n}次` })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { events } = (await clerk.get(`/cases/${caseId}`)).body
    expect(events.filter(({ action }: { action: string }) => action === 'urge')).toHaveLength(5)
  })

  test('50 times the same request is one acceptance and one answer; the key for something else is refused', async () => {
    const { caseId } = await aCase(clerk)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk(caseId, 'accept', {}, 'accept once')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await clerk.get(`/cases/${caseId}`)).body.events).toHaveLength(2)
    const other = await desk(caseId, 'accept', { corrected: '另一件事' }, 'accept once')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })
})

describe('not accepted', () => {
  test('declining names the reason and, for another organ, which; the case keeps it', async () => {
    const { caseId } = await aCase(clerk, [], { owner })
    expect(pointer(await desk(caseId, 'decline'))).toBe('/reason')
    expect((await desk(caseId, 'decline', { reason: '  ' })).status).toBe(400)
    expect(pointer(await desk(caseId, 'decline', { ground: 'not-ours', reason: '归县里管' }))).toBe('/organ')
    const { body } = await desk(caseId, 'decline', {
      ground: 'not-ours',
      reason: '这件事归县里管',
      organ: '县市场监督管理局',
      basis: '行政许可法第三十二条第二项',
    })
    expect(body.events.at(-1)).toMatchObject({
      action: 'decline',
      note: '这件事归县里管',
      facts: { ground: 'not-ours', organ: '县市场监督管理局' },
    })
    expect((await owner.get(`/cases/${caseId}`)).body.events.at(-1).note).toBe('这件事归县里管')
    expect(body.contacts).toMatchObject([{ contact: 1 }])
  })

  test('what needs no case is said at once', async () => {
    const { caseId } = await aCase(clerk)
    const { body } = await desk(caseId, 'inform', { reason: '电子社保卡不用到大厅激活' })
    expect([body.status, body.contacts.length]).toEqual(['not-needed', 1])
  })

  test('its owner takes it back from home, others only at the window, nobody once it is decided', async () => {
    const mine = await aCase(clerk, ['accept'], { owner })
    const back = await owner.post(`/cases/${mine.caseId}/withdraw`, { reason: '先不办了' })
    expect([back.status, back.body.status, back.body.trips]).toEqual([200, 'withdrawn', 1])
    const theirs = await aCase(clerk, ['accept'], { owner: await app.as('resident', '别人') })
    expect((await owner.post(`/cases/${theirs.caseId}/withdraw`)).status).toBe(404)
    const done = await aCase(clerk, ['accept', 'conclude'], { owner })
    expect((await owner.post(`/cases/${done.caseId}/withdraw`)).body.code).toBe('wrong-status')
  })
})

test('a foreign case is as if there were none, whatever is tried', async () => {
  const stranger = await app.as('window-staff', '别处的人', 'kaiyun')
  const { caseId } = await aCase(clerk)
  for (const what of ['accept', 'inform', 'urge']) {
    const body = what === 'inform' ? { reason: '不用办' } : {}
    const [foreign, missing] = await Promise.all(
      [caseId, 'nothing'].map((id) => stranger.post(`/desk/cases/${id}/${what}`, body)),
    )
    expect(foreign?.status).toBe(404)
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
  }
})
