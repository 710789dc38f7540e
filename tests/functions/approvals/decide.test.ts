/** Offices, leaders and the director: whose step it is, who decides, who may not; inboxes by what is due first. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, decidedAtOnce, holderOf } from '../cases/a-case'

let app: LocalApp
let clerk: Person
let director: Person
let leader: Person
let office: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  director = await app.as('director', '谢国强')
  leader = await app.as('leader', '谭志强')
  office = await app.as('approver', '黄文斌', 'yonghe', { officeId: 'natural-resources' })
})
afterAll(() => app.stop())
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

/** Decided by a leader after an office, and carried out by the office again. */
const HOUSE = 'zhaijidi-jianfang'
const act = (who: Person, caseId: string, what: string, body: object = {}) =>
  who.post(`/approvals/${caseId}/${what}`, body)
const pointer = ({ body }: { body: any }): string => body.errors?.[0].pointer

describe('the steps of the guide', () => {
  test('office, leader, office again: each in their own inbox, the leader decides, then it is to be issued', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { serviceId: HOUSE })
    const rows = async (who: Person) =>
      (await who.get('/approvals?hallId=yonghe')).body.rows.filter((row: any) => row.caseId === caseId)
    expect(await rows(office)).toMatchObject([
      {
        row: 'step',
        about: '现场踏勘、多部门联审',
        applicantName: '刘*英',
        urged: 0,
        promisedDay: '2026-12-22',
      },
    ])
    expect([await rows(leader), await rows(director)]).toEqual([[], []])
    await clerk.post(`/desk/cases/${caseId}/urge`, {})
    expect(await rows(office)).toMatchObject([{ urged: 1 }])
    const passed = await act(office, caseId, 'approve', { note: '两人到场，符合规划' })
    expect(passed.body).toMatchObject({ status: 'in-review', holder: '分管领导' })
    expect(passed.body.events.at(-1)).toMatchObject({ action: 'pass', by: '自然资源和生态环境办公室' })
    expect([await rows(office), (await rows(leader)).length]).toEqual([[], 1])
    const decided = await act(leader, caseId, 'approve', { document: '永宅批〔2026〕7号' })
    expect(decided.body).toMatchObject({ status: 'in-review', outcome: 'granted' })
    const done = await act(office, caseId, 'approve')
    expect(done.body).toMatchObject({ status: 'concluded', outcome: 'granted' })
    expect(done.body.route.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'done'])
  })

  test('who passes the decision on may disagree in writing; who decides refuses, with reason and law', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { serviceId: HOUSE })
    expect(pointer(await act(office, caseId, 'approve', { opinion: 'disagree' }))).toBe('/note')
    expect((await act(office, caseId, 'refuse', { reason: '不符合', basis: '第六十二条' })).body.code).toBe(
      'not-your-step',
    )
    await act(office, caseId, 'approve', { opinion: 'disagree', note: '占了基本农田' })
    expect(pointer(await act(leader, caseId, 'approve', { opinion: 'disagree', note: '不批' }))).toBe(
      '/opinion',
    )
    expect(pointer(await act(leader, caseId, 'refuse', { reason: '占了基本农田' }))).toBe('/basis')
    const { body } = await act(leader, caseId, 'refuse', {
      reason: '占了基本农田',
      basis: '土地管理法第六十二条',
    })
    expect(body).toMatchObject({ status: 'concluded', outcome: 'refused' })
    expect(body.events.at(-1).facts).toMatchObject({ basis: '土地管理法第六十二条', outcome: 'refused' })
  })

  test('a step that is not theirs, another office, another hall', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { serviceId: HOUSE })
    for (const who of [leader, director]) {
      const { status, body } = await act(who, caseId, 'approve')
      expect([status, body.code, body.detail]).toEqual([
        409,
        'not-your-step',
        '现在在自然资源和生态环境办公室手里',
      ])
    }
    const strangers = [
      await app.as('approver', '别的办公室', 'yonghe', { officeId: 'veterans-station' }),
      await app.as('approver', '别的大厅', 'kaiyun', { officeId: 'natural-resources' }),
      await app.as('leader', '不分管', 'yonghe', { officeId: 'social-affairs' }),
    ]
    for (const stranger of strangers) {
      expect((await stranger.get(`/cases/${caseId}`)).status).toBe(404)
      expect((await act(stranger, caseId, 'approve')).status).toBe(404)
    }
    expect((await strangers[1]!.get('/approvals?hallId=yonghe')).status).toBe(404)
  })

  test('nobody approves what they accepted (受理 and 审批 are two persons)', async () => {
    const taken = await director.post('/desk/cases', {
      serviceId: decidedAtOnce,
      applicant: { name: '谭小芳' },
    })
    const { caseId } = taken.body
    await director.post(`/desk/cases/${caseId}/accept`)
    for (const what of ['approve', 'return'])
      expect((await act(director, caseId, what, { reason: '退' })).body.code).toBe('accepted-by-you')
    expect((await director.get(`/cases/${caseId}`)).body.actions).not.toContain('approve')
    const deputy = await app.as('director', '代理主任')
    expect((await act(deputy, caseId, 'approve')).body.status).toBe('concluded')
  })

  test('two at once: one decides, the other reads that it moved on', async () => {
    const other = await app.as('leader', '另一位分管领导')
    for (let round = 0; round < 5; round++) {
      const { caseId } = await aCase(clerk, ['accept', 'pass'], { serviceId: 'jianfang-yanshou' })
      const answers = await Promise.all([
        act(leader, caseId, 'approve'),
        act(other, caseId, 'refuse', { reason: '没有放线', basis: '办法第八条' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { body } = await clerk.get(`/cases/${caseId}`)
      expect(body.events.filter(({ facts }: any) => facts?.step === '签署验收意见')).toHaveLength(1)
    }
  })

  test('a case goes back to the window once a step, with the reason, and comes again to who sent it back', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { serviceId: HOUSE })
    expect(pointer(await act(office, caseId, 'return'))).toBe('/reason')
    const back = await act(office, caseId, 'return', { reason: '户口簿复印件看不清' })
    expect(back.body).toMatchObject({ status: 'returned', holder: '综合窗口' })
    expect((await act(office, caseId, 'approve')).body.code).toBe('wrong-status')
    const again = await clerk.post(`/desk/cases/${caseId}/forward`, { note: '重新复印了' })
    expect(again.body).toMatchObject({ status: 'in-review', holder: '自然资源和生态环境办公室' })
    expect((await act(office, caseId, 'return', { reason: '再退一次' })).body.code).toBe('returned-once')
    await act(office, caseId, 'approve')
    expect((await act(leader, caseId, 'return', { reason: '少一份图' })).body.status).toBe('returned')
  })

  test('two people look at a place, by name, not tomorrow', async () => {
    const { caseId } = await aCase(clerk, ['accept'], { serviceId: HOUSE })
    const visit = (visitors: string[], visitedOn = '2026-11-24') =>
      act(office, caseId, 'visit', { visitors, visitedOn, found: '坡后有旧滑坡痕迹' })
    expect(pointer(await visit(['黄文斌']))).toBe('/visitors')
    expect(pointer(await visit(['黄文斌', '黄文斌']))).toBe('/visitors')
    expect(pointer(await visit(['黄文斌', '旷志刚'], '2026-11-25'))).toBe('/visitedOn')
    const { body } = await visit(['黄文斌', '旷志刚'])
    expect(body.events.at(-1)).toMatchObject({
      action: 'visit',
      people: ['黄文斌', '旷志刚'],
      note: '坡后有旧滑坡痕迹',
    })
  })
})

describe('inboxes', () => {
  test('what is due first is first, twenty at a time over all of a leader’s offices, 1 unit an inbox', async () => {
    const there = await app.as('window-staff', '谢春梅', 'baiguo')
    const boss = await app.as('leader', '领导', 'baiguo')
    const waiting: string[] = []
    for (let n = 0; n < 24; n++) {
      app.setNow(`2026-11-24T09:${String(n).padStart(2, '0')}:00+08:00`)
      const serviceId = n % 2 ? 'jianfang-yanshou' : 'tudi-liuzhuan'
      const clerkNow = await app.as('window-staff', '谢春梅', 'baiguo')
      waiting.push((await aCase(clerkNow, ['accept', 'pass'], { serviceId })).caseId)
    }
    const first = (await boss.get('/approvals?hallId=baiguo')).body
    const second = (await boss.get(`/approvals?hallId=baiguo&cursor=${first.cursor}`)).body
    const rows = [...first.rows, ...second.rows]
    expect([first.rows.length, new Set(rows.map(({ caseId }) => caseId)).size]).toEqual([20, 24])
    const due = rows.map(({ promisedDay, receivedAt }) => `${promisedDay} ${receivedAt}`)
    expect(due).toEqual([...due].sort())
    expect((await boss.get('/approvals?hallId=baiguo&cursor=xx')).body.errors[0].pointer).toBe('/cursor')
    const one = await (
      await app.as('leader', '分管一个', 'baiguo', { officeId: 'agriculture-centre' })
    ).get('/approvals?hallId=baiguo')
    expect(one.body.rows).toHaveLength(12)
    expect(there.personId).toBeTruthy()
  })
})

test('the holder of a case is found whoever it is', async () => {
  const kase = await aCase(clerk, ['accept'], { serviceId: HOUSE })
  expect((await act(await holderOf(clerk, kase), kase.caseId, 'approve')).status).toBe(200)
})
