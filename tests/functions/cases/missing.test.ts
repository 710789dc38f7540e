/** What is missing: told once, brought piece by piece, promised for later; and what nobody told. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, aCaseIn } from './a-case'

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

describe('what is missing', () => {
  test('is told once and complete, from the list of the guide only, and its owner reads it', async () => {
    const { caseId } = await aCase(clerk, [], { owner })
    const tell = (lacks: object[]) => desk(caseId, 'supplement', { lacks })
    expect(pointer(await tell([{ materialId: 'm99', what: '房产证' }]))).toBe('/lacks/0')
    expect(pointer(await tell([1, 2].map(() => ({ materialId: 'm1', what: '补一份' }))))).toBe('/lacks/1')
    expect(pointer(await tell([]))).toBe('/lacks')
    const { body } = await tell([
      { materialId: 'm1', what: '重填一份，要签名' },
      { materialId: 'm2', what: '复印正反面' },
    ])
    expect(body).toMatchObject({
      status: 'supplementing',
      supplement: {
        lacks: [
          { materialId: 'm1', what: '重填一份，要签名' },
          { materialId: 'm2', what: '复印正反面' },
        ],
        until: '2026-12-24',
      },
    })
    expect((await owner.get(`/cases/${caseId}`)).body.supplement).toEqual(body.supplement)
    expect(await kinds()).toContain('case-supplement')
    const again = await tell([{ materialId: 'm3', what: '还有一样' }])
    expect([again.status, again.body.code]).toEqual([409, 'supplement-once'])
  })

  test('comes piece by piece; the case counts from the day the last one came', async () => {
    const kase = await aCase(clerk)
    const lacks = ['m1', 'm2'].map((materialId) => ({ materialId, what: '补一份' }))
    await desk(kase.caseId, 'supplement', { lacks })
    app.setNow('2026-11-26T10:00:00+08:00')
    const some = await desk(kase.caseId, 'supply', { materialIds: ['m1'] })
    expect(some.body.materials[0].state).toBe('received')
    expect((await desk(kase.caseId, 'accept')).body.code).toBe('materials-missing')
    app.setNow('2026-11-27T10:00:00+08:00')
    expect(pointer(await desk(kase.caseId, 'supply', { materialIds: ['m1'] }))).toBe('/materialIds/0')
    await desk(kase.caseId, 'supply', { materialIds: ['m2'], sent: true })
    app.setNow('2026-11-30T10:00:00+08:00')
    const { body } = await desk(kase.caseId, 'accept')
    expect([body.status, body.acceptedAt, body.promisedDay]).toEqual([
      'in-review',
      '2026-11-27T02:00:00.000Z',
      '2026-12-04',
    ])
    // at the window on the first day and on the second; what was sent made nobody come
    expect(body.trips).toBe(2)
  })

  test('that did not come in time ends the case, not before', async () => {
    const { caseId } = await aCaseIn(clerk, 'supplementing')
    const end = () => desk(caseId, 'terminate', { ground: 'supplement-overdue', reason: '一直没来补' })
    expect((await end()).body.code).toBe('not-due-yet')
    app.setNow('2026-12-25T09:00:00+08:00')
    expect((await end()).body).toMatchObject({ status: 'terminated', actions: [] })
  })

  test('may follow after acceptance only where the guide says so, until a day within the promise', async () => {
    const guide = await deferrableGuide()
    const kase = await aCase(clerk, [], {
      serviceId: guide.serviceId,
      materials: guide.materials.map(({ materialId }) => ({
        materialId,
        state: materialId === guide.deferrable ? 'missing' : 'received',
      })),
    })
    const accept = (materialIds: string[], until: string) =>
      desk(kase.caseId, 'accept', { gaps: { materialIds, until } })
    expect((await desk(kase.caseId, 'accept')).body.code).toBe('materials-missing')
    expect((await accept([guide.core], '2026-11-27')).body.code).toBe('materials-missing')
    expect((await accept([guide.deferrable, guide.core], '2026-11-27')).body.code).toBe('gaps-not-allowed')
    expect(pointer(await accept([guide.deferrable], '2027-11-27'))).toBe('/gaps/until')
    expect(pointer(await accept(['m99'], '2026-11-27'))).toBe('/gaps/materialIds/0')
    const { body } = await accept([guide.deferrable], '2026-11-27')
    expect(body.gaps).toEqual({ names: [expect.any(String)], until: '2026-11-27' })
    expect((await desk(kase.caseId, 'redeem', { materialIds: [guide.core] })).status).toBe(400)
    const broken = () => desk(kase.caseId, 'terminate', { ground: 'promise-broken', reason: '没有补交' })
    expect((await broken()).body.code).toBe('not-due-yet')
    const redeemed = await desk(kase.caseId, 'redeem', { materialIds: [guide.deferrable] })
    expect([redeemed.status, redeemed.body.gaps]).toEqual([200, undefined])
    expect((await desk(kase.caseId, 'redeem', { materialIds: [guide.deferrable] })).body.code).toBe(
      'nothing-owed',
    )
  })
})

/** A guide with a material that may follow, and one that may not. */
async function deferrableGuide() {
  for (const { serviceId } of (await clerk.get('/services')).body.services as { serviceId: string }[]) {
    const { materials, handlingType } = (await clerk.get(`/services/${serviceId}`)).body
    const deferrable = materials.find((one: any) => one.deferrable && one.necessity === 'required')
    const core = materials.find((one: any) => !one.deferrable && one.necessity === 'required')
    if (deferrable && core && handlingType === 'promised')
      return {
        serviceId,
        materials: materials as { materialId: string }[],
        deferrable: deferrable.materialId as string,
        core: core.materialId as string,
      }
  }
  throw new Error('no guide has a material that may follow')
}

describe('nobody told in five working days what is missing', () => {
  test('the case counts as accepted from its receipt, once; whoever was told is not', async () => {
    const { deemAccepted } = await import('../../../functions/cases/deem-accepted.job')
    const { publishedCalendar } = await import('@one-window/shared/foundation/calendar')
    const far = await app.as('window-staff', '谢春梅', 'guantang')
    const [forgotten, told] = [await aCase(far), await aCaseIn(far, 'supplementing')]
    const at = (day: string) => deemAccepted(publishedCalendar, new Date(`${day}T00:10:00+08:00`))
    // five working days after Tuesday the 24th end with Tuesday the 1st
    expect(await at('2026-12-01')).toBe(0)
    expect(await at('2026-12-02')).toBeGreaterThan(0)
    expect(await at('2026-12-02')).toBe(0)
    const { body } = await far.get(`/cases/${forgotten.caseId}`)
    expect(body).toMatchObject({
      status: 'in-review',
      acceptedAt: forgotten.receivedAt,
      promisedDay: '2026-12-01',
      contacts: [{ contact: 1 }],
    })
    expect(body.events.at(-1)).toMatchObject({ action: 'deem', by: '系统', facts: { deemed: true } })
    expect((await far.get(`/cases/${told.caseId}`)).body.status).toBe('supplementing')
  })
})
