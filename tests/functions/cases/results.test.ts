/** The county's leg, and how a result reaches its person. */
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

  test('who has no account is given the code on the receipt; the supervisor never reads it', async () => {
    const { caseId } = await aCase(clerk, ['accept', 'conclude'])
    const { pickUpCode } = (await clerk.get(`/cases/${caseId}`)).body
    expect(pickUpCode).toMatch(/^\d{6}$/)
    const supervisor = await app.as('supervisor', '周主任')
    const seen = await supervisor.get(`/cases/${caseId}`)
    expect([seen.status, seen.body.pickUpCode]).toEqual([200, undefined])
    const { body } = await desk(caseId, 'issue', {
      to: 'proxy',
      proxy: { name: '刘小军', relation: '儿子' },
      pickUpCode,
    })
    expect(body).toMatchObject({ status: 'issued' })
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
