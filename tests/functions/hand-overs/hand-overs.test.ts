/** The hand-over of a day: what goes where, what is still open, and a sheet that is sealed for good. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { aCase, decidedAtOnce, postedBack } from '../cases/a-case'

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp()
})
afterAll(() => app.stop())
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

let number = 0
const numbered = async (clerk: Person, caseId: string) =>
  clerk.post(`/desk/cases/${caseId}/platform-number`, { platformNumber: `43042326112450${10 + ++number}` })

test('the sheet counts papers by office, names what is open, and is sealed once with a reason for each', async () => {
  const hallId = 'baiguo'
  const clerk = await app.as('window-staff', '谢春梅', hallId)
  const at = `/desk/halls/${hallId}/days/2026-11-24`
  const guide = (await clerk.get('/services/jianfang-yanshou')).body
  const materials = guide.materials.map(({ materialId }: { materialId: string }) => materialId)
  const office = await aCase(clerk, ['accept'], { serviceId: 'jianfang-yanshou', materials })
  const county = await aCase(clerk, ['accept'], { serviceId: postedBack })
  const atOnce = await aCase(clerk, ['accept', 'conclude'], { serviceId: decidedAtOnce })
  const issued = await aCase(clerk, ['accept', 'conclude', 'issue'], { serviceId: decidedAtOnce })
  const received = await aCase(clerk)
  await aCase(clerk, ['supplement'])
  for (const { caseId } of [office, county, issued]) await numbered(clerk, caseId)

  const { body: sheet } = await clerk.get(at)
  expect(sheet.handed.map(({ caseId, to, materials: count }: any) => [caseId, to, count])).toEqual([
    [office.caseId, '自然资源和生态环境办公室', materials.length],
    [county.caseId, '邮寄县政务中心', 0],
  ])
  const papers = guide.materials.filter(({ form }: any) => form === 'copy')
  expect(sheet.handed[0]).toMatchObject({
    applicantName: '刘*英',
    copies: papers.reduce((sum: number, { copies }: any) => sum + copies, 0),
  })
  expect(sheet.issued).toMatchObject([{ caseId: issued.caseId, how: 'self' }])
  expect(sheet.supplements).toBe(1)
  expect(sheet.open.map(({ caseId, kind }: any) => [caseId, kind])).toEqual([
    [atOnce.caseId, 'no-number'],
    [atOnce.caseId, 'not-issued'],
    [received.caseId, 'undecided'],
  ])
  expect(JSON.stringify(sheet)).not.toContain('刘桂英')

  const reasons = sheet.open.map(({ caseId, kind }: any) => ({ caseId, kind, reason: '等本人明天来' }))
  const without = await clerk.post(`${at}/hand-over`, { seals: ['001'], reasons: reasons.slice(1) })
  expect([without.status, without.body.code, without.body.open.length]).toEqual([
    409,
    'day-has-open-things',
    1,
  ])
  const stale = { caseId: office.caseId, kind: 'undecided', reason: '已经受理的不用写' }
  const body = { seals: ['001', '002'], reasons: [...reasons, stale] }
  const sealed = await clerk.post(`${at}/hand-over`, body, 'hand over')
  expect([sealed.status, sealed.body.sealed.seals, sealed.body.sealed.reasons.length]).toEqual([
    200,
    ['001', '002'],
    3,
  ])
  expect(sealed.body.sealed.fingerprint).toMatch(/^[\w-]{22}$/)
  // sent again it is the same; asked anew it is done
  expect((await clerk.post(`${at}/hand-over`, body, 'hand over')).body).toEqual(sealed.body)
  expect((await clerk.post(`${at}/hand-over`, body)).body.code).toBe('day-handed-over')
  // what happens later changes nothing of it
  await clerk.post(`/desk/cases/${atOnce.caseId}/issue`)
  expect((await clerk.get(at)).body).toEqual(sealed.body)
  expect(JSON.stringify(await everyItem('hand-overs'))).not.toContain('刘')

  // at night what had ended on that day is filed, what ends later is not yet
  const { fileCases } = await import('../../../functions/cases/file-cases.job')
  const ended = async () =>
    (await clerk.get(`/desk/cases?hallId=${hallId}&list=ended`)).body.cases.map((row: any) => row.caseId)
  expect((await ended()).sort()).toEqual([atOnce.caseId, issued.caseId].sort())
  expect(await fileCases(new Date('2026-11-25T01:00:00+08:00'))).toBe(2)
  expect(await fileCases(new Date('2026-11-25T01:00:00+08:00'))).toBe(0)
  expect(await ended()).toEqual([])
  expect((await clerk.get(`/cases/${issued.caseId}`)).body).toMatchObject({
    status: 'issued',
    archivedOn: '2026-11-25',
  })
})

test('two hand over at once: one does, the other reads that it is done; nobody a day to come or another hall', async () => {
  const hallId = 'donghu'
  const [clerk, director] = [
    await app.as('window-staff', '东湖的人', hallId),
    await app.as('director', '东湖主任', hallId),
  ]
  const at = `/desk/halls/${hallId}/days/2026-11-24/hand-over`
  const answers = await Promise.all([clerk, director].map((who) => who.post(at, { seals: [] })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const ahead = await clerk.post(`/desk/halls/${hallId}/days/2026-11-25/hand-over`, { seals: [] })
  expect(ahead.body.errors[0].pointer).toBe('/date')
  expect((await clerk.get(`/desk/halls/${hallId}/days/2026-06-31`)).status).toBe(400)
  expect((await clerk.get('/desk/halls/yonghe/days/2026-11-24')).status).toBe(404)
  expect((await clerk.post('/desk/halls/yonghe/days/2026-11-24/hand-over', { seals: [] })).status).toBe(404)
})
