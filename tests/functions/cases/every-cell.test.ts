/** S27: every status × every step × every role, over HTTP; what is expected follows from the one table of the life. */
import { CaseAction, caseLifecycle, CaseStatus } from '@one-window/shared/cases/lifecycle'
import { whyNot, type WhyNot } from '@one-window/shared/cases/may-do'
import { Role } from '@one-window/shared/foundation/roles'
import { problemStatus } from '@one-window/shared/foundation/problems'
import type { KeptCase } from '../../../functions/cases/public'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { storedFile } from '../files/a-file'
import { aCase, aCaseIn } from './a-case'

/** The office that the cases here pass through, where they pass through one. */
const OFFICE = 'social-services-centre'
/** A material of the guide that a copy does for. */
const COPY = 'm4'
let numbers = 0
let app: LocalApp
let clerk: Person
let owner: Person
let people: ReadonlyMap<Role, Person>
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
  owner = await app.as('resident', '刘桂英')
  people = new Map(
    await Promise.all(
      Role.options.map(
        async (role) =>
          [
            role,
            role === 'resident' ? owner : await app.as(role, `${role} 甲`, 'yonghe', { officeId: OFFICE }),
          ] as const,
      ),
    ),
  )
})
afterAll(() => app.stop())

const day = '2026-11-24'
const reason = '写明原因'
const county = { outcome: 'granted', decidedOn: '2026-11-23' }

interface Request {
  /** The steps that the address does: which of them, the case decides. */
  actions: CaseAction[]
  path: string
  body: object | ((who: Person) => object | Promise<object>)
}
const asked = (path: string, actions: CaseAction | CaseAction[], body: Request['body'] = {}): Request => ({
  actions: [actions].flat(),
  path,
  body,
})
const requests: Request[] = [
  asked('/desk/cases/{caseId}/accept', 'accept'),
  asked('/desk/cases/{caseId}/supplement', 'supplement', { lacks: [{ materialId: 'm1', what: '补一份' }] }),
  asked('/desk/cases/{caseId}/supply', 'supply', { materialIds: ['m1'] }),
  asked('/desk/cases/{caseId}/decline', 'decline', { reason }),
  asked('/desk/cases/{caseId}/inform', 'inform', { reason }),
  asked('/desk/cases/{caseId}/withdraw', 'withdraw', { reason }),
  asked('/desk/cases/{caseId}/terminate', 'terminate', { ground: 'by-mistake', reason }),
  asked('/desk/cases/{caseId}/forward', 'forward', { note: '补了签字' }),
  asked('/desk/cases/{caseId}/redeem', 'redeem', { materialIds: ['m1'] }),
  asked('/desk/cases/{caseId}/urge', 'urge'),
  asked('/desk/cases/{caseId}/files', 'attach', async ({ personId }) => ({
    fileIds: [await storedFile(personId, 'yonghe')],
  })),
  asked('/cases/{caseId}/supply', 'supply', async ({ personId }) => ({
    materialId: COPY,
    fileIds: [await storedFile(personId, 'yonghe')],
  })),
  asked('/desk/cases/{caseId}/county', 'record-county', county),
  asked('/desk/cases/{caseId}/county-post', 'note-post', { carrier: '邮政', waybill: 'EMS1234567' }),
  asked('/desk/cases/{caseId}/sign-for', 'sign-for'),
  asked('/desk/cases/{caseId}/post', 'post', { carrier: '邮政', waybill: 'EMS1234567' }),
  asked('/desk/cases/{caseId}/issue', 'issue'),
  asked('/desk/cases/{caseId}/platform-number', 'enter', () => ({
    platformNumber: `4304232611240${1000 + ++numbers}`,
  })),
  asked('/cases/{caseId}/withdraw', 'withdraw'),
  asked('/approvals/{caseId}/approve', ['pass', 'approve']),
  asked('/approvals/{caseId}/refuse', ['refuse'], { reason, basis: '办法第五条' }),
  asked('/approvals/{caseId}/return', ['return'], { reason }),
  asked('/approvals/{caseId}/visit', ['visit'], {
    visitors: ['黄文斌', '旷志刚'],
    visitedOn: day,
    found: '看过了',
  }),
  asked('/approvals/{caseId}/ask-pause', ['ask-pause'], { kind: 'testing', workingDays: 3, reason }),
  asked('/approvals/{caseId}/ask-extension', ['ask-extension'], { workingDays: 3, reason }),
  asked('/approvals/{caseId}/grant', ['pause', 'extend']),
  asked('/approvals/{caseId}/deny', ['deny'], { reason }),
  asked('/approvals/{caseId}/resume', ['resume'], { result: '论证完了' }),
  asked('/approvals/{caseId}/meeting', ['call-meeting'], {
    on: day,
    clock: '15:00',
    topic: '会商',
    officeIds: ['safety-office'],
  }),
  asked('/approvals/{caseId}/opinion', ['give-opinion'], { opinion: 'agree', note: '可以' }),
  asked('/approvals/{caseId}/minutes', ['record-meeting'], {
    attendees: ['谢国强', '黄文斌'],
    minutes: '一致同意',
  }),
]

/** One request of one person is to the owner's own address or to that of the desk. */
const asksAs = ({ path }: Request, role: Role): boolean =>
  path.startsWith('/cases/') ? role === 'resident' : role !== 'resident' || !/withdraw$|supply$/.test(path)

/** What was asked for has come before a case is accepted after a supplement. */
const made = (status: CaseStatus, next?: CaseAction) =>
  status === 'supplementing' && next === 'accept'
    ? aCase(clerk, ['supplement', 'supply'], { owner })
    : aCaseIn(clerk, status, { owner })
const keptAs = async ({ caseId }: { caseId: string }): Promise<KeptCase> => {
  const { readCase } = await import('../../../functions/cases/public')
  return (await readCase(caseId))!
}

let cells = 0
let legal = 0
describe.each(CaseStatus.options)('%s', (status) => {
  let untouched: KeptCase
  beforeAll(async () => {
    untouched = await keptAs(await made(status))
  })
  test.each(requests.map((request) => [request.path, request] as const))('%s', async (_, request) => {
    for (const [role, person] of people) {
      cells += 1
      const actor = { role, personId: person.personId, offices: officesOf(role) }
      const reasons: (WhyNot | undefined)[] = asksAs(request, role)
        ? request.actions.map((action) => whyNot(untouched, action, actor))
        : ['not-allowed']
      // an office reads nothing of what does not pass through it
      const isConcerned = untouched.route.steps.some(({ officeId }) => officeId === OFFICE)
      const isHidden = role === 'approver' && reasons[0] !== 'not-allowed' && !isConcerned
      const may = !isHidden && reasons.includes(undefined)
      // what is done changes the case: each gets one of its own
      const kept = may ? await keptAs(await made(status, request.actions[0])) : untouched
      const body = typeof request.body === 'function' ? await request.body(person) : request.body
      const answer = await person.post(request.path.replace('{caseId}', kept.caseId), body)
      if (may) {
        legal += 1
        const done = request.actions.find((action) => whyNot(kept, action, actor) === undefined)!
        expect([role, answer.status, answer.body]).toEqual([role, 200, expect.anything()])
        expect(caseLifecycle[done].to).toContain(answer.body.status)
        expect((await keptAs(kept)).seq).toBe(kept.seq + 1)
      } else {
        const code = isHidden ? 'not-found' : reasons[0]!
        expect([role, answer.status, answer.body.code]).toEqual([role, problemStatus(code), code])
      }
    }
  })
  test('what was refused has left no trace', async () => {
    expect(await keptAs(untouched)).toEqual(untouched)
  })
})

const officesOf = (role: Role): string[] =>
  role === 'approver' || role === 'leader' ? [`yonghe/${OFFICE}`] : []

test('none was left out: every status, every step that somebody asks for, every role', () => {
  expect(cells).toBe(CaseStatus.options.length * requests.length * Role.options.length)
  const asked = new Set(requests.flatMap(({ actions }) => actions))
  // the calendar and the filing at night ask nobody
  expect(CaseAction.options.filter((action) => !asked.has(action)).sort()).toEqual(['archive', 'deem'])
  expect(legal).toBeGreaterThan(90)
})
