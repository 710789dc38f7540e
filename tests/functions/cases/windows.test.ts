/** What the windows do with a case: the five outcomes of art. 32, what is missing, what follows, how it ends. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, aCaseIn, postedBack } from './a-case'

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

describe('the county', () => {
  test('decides on its platform; its paper comes by post, is signed for, and only then waits to be fetched', async () => {
    const kase = await aCase(clerk, ['accept'], { serviceId: postedBack, owner })
    const county = (body: object) => desk(kase.caseId, 'county', { decidedOn: '2026-11-23', ...body })
    expect(pointer(await county({ outcome: 'refused', basis: '条例第三条' }))).toBe('/reason')
    expect(pointer(await county({ outcome: 'refused', reason: '场地不够' }))).toBe('/basis')
    expect(pointer(await county({ outcome: 'granted', decidedOn: '2026-11-25' }))).toBe('/decidedOn')
    expect((await county({ outcome: 'granted', decidedOn: '2026-06-31' })).status).toBe(400)
    const decided = await county({ outcome: 'granted', document: '山农证〔2026〕12号' })
    expect(decided.body).toMatchObject({ status: 'coming-back', outcome: 'granted' })
    expect(decided.body.holder).toBeUndefined()
    const noted = await desk(kase.caseId, 'county-post', { carrier: '邮政', waybill: ' ems 1234-567 ' })
    expect(noted.body.events.at(-1).facts).toEqual({ carrier: '邮政', waybill: 'EMS1234567' })
    expect(pointer(await desk(kase.caseId, 'county-post', { carrier: '邮政', waybill: '单号' }))).toBe(
      '/waybill',
    )
    const signed = await desk(kase.caseId, 'sign-for', { note: '封口完好' })
    expect(signed.body.status).toBe('concluded')
    expect(await kinds()).toContain('case-ready')
    const seen = (await owner.get(`/cases/${kase.caseId}`)).body
    expect(seen.events.map(({ action }: { action: string }) => action)).toEqual([
      'receive',
      'accept',
      'record-county',
      'sign-for',
    ])
    expect(seen.holder).toBeUndefined()
  })

  test('refuses with reason and law, and that paper comes too', async () => {
    const kase = await aCase(clerk, ['accept'], { serviceId: postedBack })
    const { body } = await desk(kase.caseId, 'county', {
      outcome: 'refused',
      decidedOn: '2026-11-23',
      reason: '场地不够',
      basis: '条例第三条',
    })
    expect([body.status, body.outcome]).toEqual(['coming-back', 'refused'])
  })
})

describe('handing over', () => {
  test('to its owner, who came for it: the second contact', async () => {
    const { caseId } = await aCase(clerk, ['accept', 'conclude'])
    app.setNow('2026-11-26T09:00:00+08:00')
    const { body } = await desk(caseId, 'issue', { note: '本人领取' })
    expect(body).toMatchObject({
      status: 'issued',
      trips: 2,
      contacts: [
        { contact: 1, ratableUntil: '2026-12-09' },
        { contact: 2, ratableUntil: '2026-12-11' },
      ],
    })
  })

  test('to somebody else only by the code that its owner alone reads; five wrong ones and it rests', async () => {
    const { caseId } = await aCase(clerk, ['accept', 'conclude'], { owner })
    const { pickUpCode } = (await owner.get(`/cases/${caseId}`)).body
    expect(pickUpCode).toMatch(/^\d{6}$/)
    expect(JSON.stringify((await clerk.get(`/cases/${caseId}`)).body)).not.toContain(pickUpCode)
    const proxy = { name: '刘小军', relation: '儿子' }
    const issue = (body: object) => desk(caseId, 'issue', { to: 'proxy', ...body })
    expect(pointer(await issue({ pickUpCode }))).toBe('/proxy')
    expect(pointer(await issue({ proxy }))).toBe('/pickUpCode')
    const wrong = String((Number(pickUpCode) + 1) % 1_000_000).padStart(6, '0')
    for (let n = 0; n < 5; n++)
      expect((await issue({ proxy, pickUpCode: wrong })).body.code).toBe('pick-up-code-wrong')
    expect((await issue({ proxy, pickUpCode })).body.code).toBe('too-many-tries')
    app.setNow('2026-11-24T09:00:00+08:00')
    const { body } = await issue({ proxy, pickUpCode })
    expect(body).toMatchObject({ status: 'issued', trips: 1 })
    const seen = (await owner.get(`/cases/${caseId}`)).body
    expect([seen.events.at(-1).facts, seen.events.at(-1).people]).toEqual([{ to: 'proxy' }, undefined])
  })

  test('by post, with its waybill, until it has arrived', async () => {
    const { caseId } = await aCase(clerk, ['accept', 'conclude'], { owner })
    const posted = await desk(caseId, 'post', { carrier: '邮政', waybill: 'EMS1234567' })
    expect(posted.body.status).toBe('posted')
    const seen = (await owner.get(`/cases/${caseId}`)).body
    expect(seen.events.at(-1).facts).toEqual({ carrier: '邮政', waybill: 'EMS1234567' })
    expect(await kinds()).toContain('case-posted')
    expect((await desk(caseId, 'issue', { to: 'post' })).body).toMatchObject({ status: 'issued', trips: 1 })
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
