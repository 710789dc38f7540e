/** A paper of a case as a PDF: what stands on it is read back; whose it is, and what it must not say. */
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { readPdf } from '../../support/pdf-text'
import { aCase, applicant, postedBack, wayTo } from '../cases/a-case'

let app: LocalApp
let clerk: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp()
  app.setNow('2026-11-24T09:20:00+08:00')
  clerk = await app.as('window-staff', '周小兰', 'yonghe')
  owner = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const download = async (who: Person, caseId: string, paper: string) => {
  const { status, body } = await who.get(`/cases/${caseId}/papers/${paper}`)
  const pdf = Buffer.from((body.pdf as string | undefined) ?? '', 'base64')
  return { status, fileName: body.fileName as string, pdf, ...readPdf(pdf) }
}
const inStatus = (status: CaseStatus) =>
  aCase(clerk, wayTo[status].acts, { owner, serviceId: wayTo[status].serviceId ?? 'jiuye-kunnan' })

test('acceptance: title, number, due day, the owner whole and no number of theirs', async () => {
  const { caseId, caseNumber } = await inStatus('in-review')
  const { status, fileName, pdf, lines, pages } = await download(owner, caseId, 'acceptance')
  expect([status, pages, fileName]).toEqual([200, 1, `受理通知书-${caseNumber}-SL.pdf`])
  expect(lines).toEqual(
    expect.arrayContaining([
      '受理通知书',
      `编号 ${caseNumber}-SL`,
      '2026年12月1日(星期二)',
      '刘桂英：',
      '盖章处',
    ]),
  )
  const text = lines.join('')
  expect(text).not.toContain('?')
  for (const secret of [applicant.phone, applicant.idNumber, '*']) expect(text).not.toContain(secret)
  expect(pdf.toString('latin1')).not.toContain(applicant.phone)
})

test.each<[CaseStatus, string[]]>([
  ['supplementing', ['receipt', 'supplement']],
  ['paused', ['acceptance', 'pause']],
  ['declined', ['decline']],
  ['not-needed', ['inform']],
  ['concluded', ['decision']],
])(
  'every paper of a case that is %s has its title, number and large words, within 300 KB',
  async (status, papers) => {
    const { caseId } = await inStatus(status)
    const told = (await owner.get(`/cases/${caseId}`)).body
    for (const { paper, title, number } of papersOf(told).filter((ref) => papers.includes(ref.paper))) {
      const { lines, pages, pdf } = await download(owner, caseId, paper)
      expect(lines).toEqual(expect.arrayContaining([title, `编号 ${number}`]))
      expect([pages, pdf.length < 300 * 1024]).toEqual([1, true])
    }
  },
)

test('long words run on, to another sheet if they must, and nothing is lost', async () => {
  const { caseId, materials } = await aCase(clerk, [], { owner, serviceId: 'weifang-gaizao' })
  const what = '家里另有一套住房，收入也超过了规定的标准'.repeat(3).slice(0, 60)
  const lacks = materials.map(({ materialId }: { materialId: string }) => ({ materialId, what }))
  await clerk.post(`/desk/cases/${caseId}/supplement`, { lacks })
  const { lines } = await download(owner, caseId, 'supplement')
  expect(lines.join('').split(what)).toHaveLength(lacks.length + 1)
  expect(lines.at(-1)).toBe('一式两份，申请人、政务服务中心各存一份。')
})

test('who may have it: the owner, the desk with the name masked; nobody else, and no register', async () => {
  const { caseId } = await aCase(clerk, ['accept', 'conclude', 'issue'], { owner, serviceId: postedBack })
  expect((await download(clerk, caseId, 'receipt')).lines).toContain('刘*英：')
  expect((await download(clerk, caseId, 'issue')).status).toBe(200)
  expect((await download(owner, caseId, 'issue')).status).toBe(404)
  const missing = await owner.get('/cases/none/papers/receipt')
  for (const [who, paper] of [
    [owner, 'pause'],
    [owner, 'nothing'],
    [await app.as('resident', '别人'), 'receipt'],
    [await app.as('window-staff', '别处的人', 'kaiyun'), 'receipt'],
  ] as const) {
    const answer = await who.get(`/cases/${caseId}/papers/${paper}`)
    expect([answer.status, answer.body.code]).toEqual([404, missing.body.code])
  }
  for (const role of ['approver', 'supervisor', 'inspector', 'admin'] as const)
    expect((await (await app.as(role)).get(`/cases/${caseId}/papers/receipt`)).status).toBe(403)
  expect((await (await app.as()).get(`/cases/${caseId}/papers/receipt`)).status).toBe(401)
})
