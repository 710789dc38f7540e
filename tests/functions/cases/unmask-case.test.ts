/** S69: the whole name and numbers of a case, opened with a reason. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { everyItem } from '../../support/bookings'
import { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { aCase, aCaseIn, applicant } from './a-case'

let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
})
afterAll(() => app.stop())

const reason = '打印凭证'
const unmask = (who: Person, caseId: string) => who.post(`/desk/cases/${caseId}/unmask`, { reason })

test('answers everything that names the applicant, and leaves a row of it', async () => {
  const { caseId, applicant: shown } = await aCase(clerk)
  expect(shown).toEqual({ name: '刘*英', phone: '138****0001', idNumber: '430***********0010' })
  const { status, body } = await unmask(clerk, caseId)
  expect([status, body]).toEqual([200, applicant])
  const rows = (await everyItem('audit')).filter(
    ({ object, reason: why }) => object === `case:${caseId}` && why,
  )
  expect(rows).toMatchObject([{ by: clerk.personId, reason, hallId: 'yonghe', action: '看申请人全名和号码' }])
})

test('no other answer to staff has them, in any status', async () => {
  const staff = await Promise.all(
    (['window-staff', 'director', 'supervisor'] as const).map((role) => app.as(role)),
  )
  for (const status of CaseStatus.options) {
    const { caseId } = await aCaseIn(clerk, status)
    for (const who of staff)
      expect(JSON.stringify((await who.get(`/cases/${caseId}`)).body)).not.toMatch(
        /刘桂英|13874740001|430423196001010010/,
      )
  }
})

test('the windows may until three days after its end, those who oversee later too', async () => {
  const [open, issued, declined] = [
    await aCaseIn(clerk, 'concluded'),
    await aCaseIn(clerk, 'issued'),
    await aCaseIn(clerk, 'declined'),
  ]
  app.setNow('2026-11-27T09:00:00+08:00')
  for (const { caseId } of [open, issued, declined]) expect((await unmask(clerk, caseId)).status).toBe(200)
  app.setNow('2026-11-28T09:00:00+08:00')
  expect((await unmask(clerk, open.caseId)).status).toBe(200)
  for (const { caseId } of [issued, declined]) {
    expect((await unmask(clerk, caseId)).body).toMatchObject({ status: 403, code: 'not-allowed' })
    for (const role of ['director', 'supervisor'] as const)
      expect((await unmask(await app.as(role), caseId)).status).toBe(200)
  }
  app.setNow('2026-11-24T07:00:00+08:00')
})

test('no resident, no other hall, thirty an hour', async () => {
  const owner = await app.as('resident', '刘桂英')
  const { caseId } = await aCase(clerk, [], { owner })
  expect((await unmask(owner, caseId)).status).toBe(403)
  const elsewhere = await app.as('director', '别处的人', 'kaiyun')
  const [foreign, missing] = [await unmask(elsewhere, caseId), await unmask(elsewhere, 'nothing')]
  expect([foreign.status, missing.status]).toEqual([404, 404])
  const curious = await app.as('window-staff', '好奇的人')
  for (let n = 0; n < 30; n++) expect((await unmask(curious, caseId)).status).toBe(200)
  expect((await unmask(curious, caseId)).body.code).toBe('unmask-limit')
})
