/** The clock: pauses and extensions asked for, granted by the director, told in writing; meetings beside it. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

let app: LocalApp
let clerk: Person
let director: Person
let office: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  director = await app.as('director', '谢国强')
  office = await app.as('approver', '黄文斌', 'yonghe', { officeId: 'natural-resources' })
  owner = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

const act = (who: Person, caseId: string, what: string, body: object = {}) =>
  who.post(`/approvals/${caseId}/${what}`, body)
const pointer = ({ body }: { body: any }): string => body.errors?.[0].pointer
const pause = { kind: 'argument', workingDays: 3, reason: '坡后有旧滑坡痕迹，要论证' }
/** Ten working days, an office and a leader. */
const CHECK = 'jianfang-yanshou'
const accepted = async () => (await aCase(clerk, ['accept'], { serviceId: CHECK, owner })).caseId

describe('a pause', () => {
  test('is asked for, granted, told, resumed with its result; only days paused at closing are left out', async () => {
    const caseId = await accepted()
    expect((await clerk.get(`/cases/${caseId}`)).body.promisedDay).toBe('2026-12-08')
    app.setNow('2026-11-25T16:40:00+08:00')
    const asked = await act(office, caseId, 'ask-pause', pause)
    expect(asked.body.ask).toMatchObject({
      of: 'pause',
      kind: 'argument',
      workingDays: 3,
      by: '自然资源和生态环境办公室',
    })
    expect((await act(clerk, caseId, 'ask-pause', pause)).body.code).toBe('ask-pending')
    const inbox = (await director.get('/approvals?hallId=yonghe')).body.rows
    expect(inbox.find((row: any) => row.caseId === caseId)).toMatchObject({ row: 'ask', about: 'pause' })
    // the office goes on meanwhile: the ask is in the director's inbox, the step in theirs
    expect((await office.get('/approvals?hallId=yonghe')).body.rows.map((row: any) => row.caseId)).toContain(
      caseId,
    )
    const granted = await act(director, caseId, 'grant')
    expect(granted.body).toMatchObject({ status: 'paused', promisedDay: '2026-12-11' })
    expect(granted.body.ask).toBeUndefined()
    expect((await act(office, caseId, 'approve')).body.code).toBe('wrong-status')
    const told = (await owner.get('/messages')).body.messages
    expect(told.map(({ kind }: { kind: string }) => kind)).toContain('case-paused')
    // paused on the 25th and 26th at closing, resumed on the 27th before it
    app.setNow('2026-11-27T16:05:00+08:00')
    expect(pointer(await act(office, caseId, 'resume'))).toBe('/result')
    const resumed = await act(office, caseId, 'resume', { result: '避开坡脚8米可以建' })
    expect(resumed.body).toMatchObject({ status: 'in-review', promisedDay: '2026-12-10' })
    expect(resumed.body.events.at(-1)).toMatchObject({
      by: '自然资源和生态环境办公室',
      note: '避开坡脚8米可以建',
    })
  })

  test('longer than approved: only the approved days are left out', async () => {
    const caseId = await accepted()
    await act(office, caseId, 'ask-pause', { ...pause, workingDays: 2 })
    await act(director, caseId, 'grant')
    app.setNow('2026-12-02T09:00:00+08:00')
    const { body } = await act(clerk, caseId, 'resume', { result: '论证完了' })
    expect(body.promisedDay).toBe('2026-12-10')
  })

  test('is not granted: the reason stands in the case, and it may be asked for again', async () => {
    const caseId = await accepted()
    await act(office, caseId, 'ask-pause', pause)
    expect(pointer(await act(director, caseId, 'deny'))).toBe('/reason')
    expect((await act(director, caseId, 'deny', { reason: '先去现场看' })).body.ask).toBeUndefined()
    expect((await act(director, caseId, 'grant')).body.code).toBe('nothing-asked')
    expect((await act(office, caseId, 'ask-pause', pause)).status).toBe(200)
    const seen = (await owner.get(`/cases/${caseId}`)).body
    expect([seen.ask, seen.events.map(({ action }: { action: string }) => action)]).toEqual([
      undefined,
      ['receive', 'accept'],
    ])
  })

  test('two directors answer at once: one answer counts', async () => {
    const caseId = await accepted()
    await act(office, caseId, 'ask-pause', pause)
    const deputy = await app.as('director', '代理主任')
    const answers = await Promise.all([
      act(director, caseId, 'grant'),
      act(deputy, caseId, 'deny', { reason: '不用停' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('goes with the case when its owner takes it back', async () => {
    const caseId = await accepted()
    await act(office, caseId, 'ask-pause', pause)
    await owner.post(`/cases/${caseId}/withdraw`)
    const inbox = (await director.get('/approvals?hallId=yonghe')).body.rows
    expect(inbox.map((row: any) => row.caseId)).not.toContain(caseId)
  })
})

describe('more time', () => {
  test('once, at most 15 days where several decide, 10 where one does', async () => {
    const caseId = await accepted()
    const ask = (workingDays: number) =>
      act(office, caseId, 'ask-extension', { workingDays, reason: '材料在补正' })
    expect(pointer(await ask(16))).toBe('/workingDays')
    expect((await ask(5)).status).toBe(200)
    const { body } = await act(director, caseId, 'grant')
    expect(body).toMatchObject({ status: 'in-review', promisedDay: '2026-12-15' })
    expect((await ask(1)).body.code).toBe('extension-used')
    const alone = await aCase(clerk, ['accept'], { serviceId: 'fangyi-hegezheng' })
    const more = (workingDays: number) =>
      act(clerk, alone.caseId, 'ask-extension', { workingDays, reason: '县里在核查' })
    expect(pointer(await more(11))).toBe('/workingDays')
    expect((await more(10)).status).toBe(200)
  })
})

describe('a joint meeting', () => {
  test('calls offices, which read the case and give their opinion; the minutes end it', async () => {
    const caseId = await accepted()
    const safety = await app.as('approver', '应急办的人', 'yonghe', { officeId: 'safety-office' })
    expect((await safety.get(`/cases/${caseId}`)).status).toBe(404)
    const meeting = { on: '2026-11-26', clock: '15:00', topic: '坡脚能不能建' }
    const call = (officeIds: string[]) => act(director, caseId, 'meeting', { ...meeting, officeIds })
    expect(pointer(await call(['nowhere']))).toBe('/officeIds/0')
    expect(
      pointer(
        await act(director, caseId, 'meeting', {
          ...meeting,
          on: '2026-11-20',
          officeIds: ['safety-office'],
        }),
      ),
    ).toBe('/on')
    const called = await call(['safety-office', 'natural-resources'])
    expect(called.body.invited).toEqual(['社会治安和应急管理办公室', '自然资源和生态环境办公室'])
    expect((await call(['safety-office'])).body.code).toBe('ask-pending')
    const rows = (await safety.get('/approvals?hallId=yonghe')).body.rows
    expect(rows).toMatchObject([{ caseId, row: 'meeting' }])
    const given = await act(safety, caseId, 'opinion', { opinion: 'agree', note: '加固后可以' })
    expect(given.body.invited).toEqual(['自然资源和生态环境办公室'])
    expect((await act(safety, caseId, 'opinion', { opinion: 'agree', note: '再说一次' })).status).toBe(404)
    const uninvited = await act(office, caseId, 'minutes', { attendees: ['甲', '乙'], minutes: '同意' })
    expect(uninvited.body.code).toBe('not-allowed')
    const held = await act(director, caseId, 'minutes', {
      attendees: ['谢国强', '黄文斌', '应急办的人'],
      minutes: '一致同意，先加固',
    })
    expect(held.body.invited).toBeUndefined()
    expect((await act(office, caseId, 'opinion', { opinion: 'agree', note: '晚了' })).body.code).toBe(
      'not-invited',
    )
    expect(
      (await act(director, caseId, 'minutes', { attendees: ['甲', '乙'], minutes: '再记' })).body.code,
    ).toBe('nothing-asked')
  })
})
