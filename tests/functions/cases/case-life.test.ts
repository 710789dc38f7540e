import { CaseAction, caseLifecycle, CaseStatus } from '@one-window/shared/cases/lifecycle'
import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, wayTo } from './a-case'

let app: LocalApp
let clerk: Person
let director: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  director = await app.as('director', '谢国强')
})
afterAll(() => app.stop())

const bodyOf = (action: string) => (action === 'decline' ? { reason: '户口不在本乡' } : {})

describe('S27 every status, every action, every role', () => {
  let cells = 0
  describe.each(CaseStatus.options)('%s', (status) => {
    test.each(CaseAction.options)('%s', async (action) => {
      const people = new Map(
        await Promise.all(
          Role.options.map(async (role) => [role, await app.as(role, `${role} 甲`)] as const),
        ),
      )
      const untouched = await aCase(clerk, wayTo[status])
      for (const [role, person] of people) {
        const atDesk = role === 'window-staff' || role === 'director'
        const { caseId } = atDesk ? await aCase(clerk, wayTo[status]) : untouched
        const answer = await person.post(`/desk/cases/${caseId}/${action}`, bodyOf(action))
        const may = caseLifecycle[action].from.includes(status)
        expect([role, answer.status, answer.body.code ?? answer.body.status]).toEqual(
          !atDesk
            ? [role, 403, 'not-allowed']
            : may
              ? [role, 200, caseLifecycle[action].to]
              : [role, 409, 'wrong-status'],
        )
        const present = (await clerk.get(`/cases/${caseId}`)).body.status
        expect(present).toBe(atDesk && may ? caseLifecycle[action].to : status)
        cells += 1
      }
    })
  })
  test('none was left out', () => {
    expect(cells).toBe(5 * 4 * 8)
  })
})

describe('accepting', () => {
  test('promises a day by the calendar; the events name roles, never persons', async () => {
    const { caseId } = await aCase(clerk)
    const { status, body, headers } = await clerk.post(`/desk/cases/${caseId}/accept`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'accepted',
      promisedDay: '2026-12-01',
      acceptedAt: '2026-11-23T23:00:00.000Z',
      contacts: [{ contact: 1, ratableUntil: '2026-12-09' }],
    })
    expect(body.events.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
      ['receive', '窗口人员'],
      ['accept', '窗口人员'],
    ])
    const written = Number(/write=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThanOrEqual(12)
  })

  test('what is done at once is due the same day', async () => {
    const { caseId } = await aCase(clerk, [], { serviceId: 'shebaoka-jihuo' })
    expect((await clerk.post(`/desk/cases/${caseId}/accept`)).body.promisedDay).toBe('2026-11-24')
  })

  test('a year without a calendar holds up the day only', async () => {
    app.setNow('2026-12-30T09:00:00+08:00')
    const late = await app.as('window-staff', '周小兰')
    const { caseId } = await aCase(late)
    const { status, body } = await late.post(`/desk/cases/${caseId}/accept`)
    expect([status, body.status, body.promisedDay, body.promisedDayPending]).toEqual([
      200,
      'accepted',
      undefined,
      2027,
    ])
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test('a required material that is missing is named, all at once', async () => {
    const { caseId, materials } = await aCase(clerk, [], {
      materials: [
        { materialId: 'm1', received: false },
        { materialId: 'm2', state: 'missing' },
      ],
    })
    const answer = await clerk.post(`/desk/cases/${caseId}/accept`)
    expect([answer.status, answer.body.code]).toEqual([409, 'materials-missing'])
    const names = (materials as { name: string }[]).slice(0, 2).map(({ name }) => name)
    expect(answer.body.missing.map(({ name }: { name: string }) => name)).toEqual(names)
    expect((await clerk.post(`/desk/cases/${caseId}/decline`, { reason: '材料不齐' })).status).toBe(200)
    expect((await clerk.post(`/desk/cases/${caseId}/accept`)).body.code).toBe('wrong-status')
  })

  test('two windows at once: one accepts, the other reads what happened', async () => {
    for (let round = 0; round < 10; round++) {
      const { caseId } = await aCase(clerk)
      const answers = await Promise.all(
        [clerk, director].map((window) => window.post(`/desk/cases/${caseId}/accept`)),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.body).toMatchObject({ code: 'wrong-status', detail: '现在是：已受理' })
      expect((await clerk.get(`/cases/${caseId}`)).body.events).toHaveLength(2)
    }
  })

  test('50 times the same request is one acceptance and one answer; the key for something else is refused', async () => {
    const { caseId } = await aCase(clerk)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => clerk.post(`/desk/cases/${caseId}/accept`, {}, 'accept once')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await clerk.get(`/cases/${caseId}`)).body.events).toHaveLength(2)
  })
})

describe('declining, concluding, issuing', () => {
  test('declining needs a reason, which the case keeps', async () => {
    const { caseId } = await aCase(clerk)
    const without = await clerk.post(`/desk/cases/${caseId}/decline`)
    expect([without.status, without.body.errors[0].pointer]).toEqual([400, '/reason'])
    expect((await clerk.post(`/desk/cases/${caseId}/decline`, { reason: '  ' })).status).toBe(400)
    const { body } = await clerk.post(`/desk/cases/${caseId}/decline`, { reason: '户口不在本乡' }, 'k')
    expect(body.events.at(-1)).toMatchObject({ action: 'decline', note: '户口不在本乡' })
    expect(body.contacts).toMatchObject([{ contact: 1 }])
    const reused = await clerk.post(`/desk/cases/${caseId}/decline`, { reason: '别的原因' }, 'k')
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('concluding grants unless it says otherwise; a refusal needs its reason', async () => {
    const [granted, refused] = await Promise.all([aCase(clerk, ['accept']), aCase(clerk, ['accept'])])
    expect((await clerk.post(`/desk/cases/${granted.caseId}/conclude`)).body.outcome).toBe('granted')
    const without = await clerk.post(`/desk/cases/${refused.caseId}/conclude`, { outcome: 'refused' })
    expect([without.status, without.body.errors[0].pointer]).toEqual([400, '/reason'])
    const { body } = await clerk.post(`/desk/cases/${refused.caseId}/conclude`, {
      outcome: 'refused',
      reason: '收入超过标准',
    })
    expect(body).toMatchObject({ status: 'concluded', outcome: 'refused' })
    expect(body.events.at(-1).note).toBe('收入超过标准')
  })

  test('issuing is the second contact', async () => {
    const { caseId } = await aCase(clerk, ['accept', 'conclude'])
    app.setNow('2026-11-26T09:00:00+08:00')
    const { body } = await (
      await app.as('window-staff', '周小兰')
    ).post(`/desk/cases/${caseId}/issue`, {
      note: '本人领取',
    })
    expect(body.contacts).toMatchObject([
      { contact: 1, ratableUntil: '2026-12-09' },
      { contact: 2, ratableUntil: '2026-12-11' },
    ])
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test.each(CaseAction.options)('%s: a foreign case is as if there were none', async (action) => {
    const { caseId } = await aCase(clerk, wayTo[caseLifecycle[action].from[0] ?? 'received'])
    const stranger = await app.as('window-staff', '别处的人', 'kaiyun')
    const [foreign, missing] = await Promise.all(
      [caseId, 'nothing'].map((id) => stranger.post(`/desk/cases/${id}/${action}`, bodyOf(action))),
    )
    expect(foreign?.status).toBe(404)
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
  })
})
