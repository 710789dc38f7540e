import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, holderOf, decidedAtOnce } from './a-case'
let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
})
afterAll(() => app.stop())
const units = (a: any) => a.headers.get('consumed-units')
test.each(['dibao-shenqing', 'jianfang-yanshou', decidedAtOnce])('%s', async (serviceId) => {
  const owner = await app.as('resident', '刘桂英' + serviceId)
  const mats = (await clerk.get('/services/' + serviceId)).body.materials.map((m: any) => m.materialId)
  let kase: any = await aCase(clerk, [], { owner, serviceId, materials: mats })
  let a = await clerk.post(`/desk/cases/${kase.caseId}/accept`)
  console.log('accept', units(a))
  kase = a.body
  while (kase.status === 'in-review') {
    a = await (
      await holderOf(clerk, kase)
    ).post(`/approvals/${kase.caseId}/approve`, { note: '材料齐全，情况属实，同意' })
    console.log('pass', units(a), a.body.status)
    kase = a.body
  }
  if (kase.status === 'at-county') {
    a = await clerk.post(`/desk/cases/${kase.caseId}/county`, { outcome: 'granted', decidedOn: '2026-11-23' })
    console.log('county', units(a), a.body.status)
    kase = a.body
  }
  if (kase.status === 'coming-back') {
    a = await clerk.post(`/desk/cases/${kase.caseId}/sign-for`)
    console.log('sign', units(a), a.body.status)
    kase = a.body
  }
  a = await clerk.post(`/desk/cases/${kase.caseId}/issue`)
  console.log('issue', units(a))
  const { everyItem } = await import('../../support/bookings')
  const items = (await everyItem('cases')).filter((i: any) => i.caseId === kase.caseId)
  console.log(
    items
      .map(
        (i: any) =>
          i.part +
          ' ' +
          Object.entries(i).reduce(
            (s, [k, v]) =>
              s + k.length + (typeof v === 'string' ? Buffer.byteLength(v) : JSON.stringify(v).length),
            0,
          ),
      )
      .join(', '),
  )
  a = await clerk.get('/desk/cases?hallId=yonghe&list=ended')
  console.log('list', units(a), a.body.cases.length)
})
