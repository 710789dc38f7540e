/** Every status × every step × every role: who may take it, when, and what anybody else is told. */
import { FollowUpStatus } from '@one-window/shared/follow-ups/lifecycle'
import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aFollowUp, rectified, words, type Made } from './a-follow-up'

let app: LocalApp
let owner: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  app.setNow('2026-11-24T09:00:00+08:00')
  owner = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

interface Cell {
  /** The step, and what is sent beside the revision. */
  readonly path: (made: Made) => string
  readonly body: object
  /** Who may, and in which statuses; everything else is refused. */
  readonly by: Role
  readonly on: readonly FollowUpStatus[]
  /** Others who have the right, and are refused for another reason than their role. */
  readonly also?: (status: FollowUpStatus) => Partial<Record<Role, number>>
}
const all = FollowUpStatus.options
const open = all.filter((status) => status !== 'closed')

const cells: Readonly<Record<string, Cell>> = {
  triage: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/triage`,
    body: { class: 'clear' },
    by: 'supervisor',
    on: ['triage'],
  },
  'call back': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/callbacks`,
    body: { outcome: 'reached' },
    by: 'supervisor',
    on: ['callback'],
  },
  verify: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/verification`,
    body: { finding: 'true', words },
    by: 'supervisor',
    on: ['verify'],
  },
  rectify: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/rectification`,
    body: rectified,
    by: 'director',
    on: ['rectify'],
    // the office has the right, and was not asked
    also: (status) => ({ approver: ['triage', 'callback', 'verify'].includes(status) ? 409 : 404 }),
  },
  'report back': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/report`,
    body: { words },
    by: 'supervisor',
    on: ['report'],
  },
  check: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/check`,
    body: { passed: true },
    by: 'supervisor',
    on: ['check'],
  },
  'ask for more days': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/extension`,
    body: { words },
    by: 'supervisor',
    on: open,
  },
  'give more days that nobody asked for': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/extension/decision`,
    body: { approved: true },
    by: 'director',
    on: [],
  },
  'propose not to count': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/exclusion`,
    body: { kind: 'mistaken', words },
    by: 'supervisor',
    on: open.filter((status) => status !== 'triage'),
  },
  'agree to what nobody proposed': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/exclusion/decision`,
    body: { agreed: true },
    by: 'inspector',
    on: [],
  },
  appeal: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/appeal`,
    body: { words },
    by: 'director',
    on: ['rectify', 'report', 'check', 'closed'],
  },
  'decide an appeal that nobody made': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/appeal/decision`,
    body: { accepted: true, words },
    by: 'supervisor',
    on: [],
  },
  transfer: {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/transfer`,
    body: { words, evidence: ['录像'] },
    by: 'supervisor',
    on: all,
  },
  'open who rated': {
    path: ({ followUpId }) => `/oversight/follow-ups/${followUpId}/unmask`,
    body: { reason: '回访' },
    by: 'supervisor',
    on: all,
  },
  'sign for what was not handed over': {
    path: ({ followUpId }) => `/oversight/dossiers/${followUpId}/signature`,
    body: {},
    by: 'inspector',
    on: [],
    also: () => ({ inspector: 404 }),
  },
  answer: {
    path: ({ caseId }) => `/cases/${caseId}/ratings/1/answer`,
    body: { solved: true },
    by: 'resident',
    on: ['check', 'closed'],
  },
}

test.each(all)(
  '%s',
  async (status) => {
    const shared = await aFollowUp(app, status, { owner })
    const wrong: string[] = []
    let tried = 0
    for (const [name, { path, body, by, on, also }] of Object.entries(cells)) {
      const send = async (who: Person, made: Made) =>
        (await who.post(path(made), { revision: made.revision, ...body })).status
      const expectCell = (who: string, got: number, told: number): void => {
        tried += 1
        if (got !== told) wrong.push(`${name} as ${who}: ${got}, not ${told}`)
      }
      expectCell('nobody', await send(await app.as(), shared), 401)
      for (const role of Role.options) {
        const isOwner = role === 'resident' && by === 'resident'
        const mine = isOwner ? owner : await app.as(role, 'a role of yonghe', 'yonghe', { steppedUp: true })
        const may = role === by
        if (may && on.includes(status)) {
          expectCell(role, await send(mine, await aFollowUp(app, status, { owner })), 200)
          continue
        }
        expectCell(role, await send(mine, shared), also?.(status)[role] ?? (may ? 409 : 403))
        if (!may) continue
        const elsewhere = await app.as(role, 'a role of kaiyun', 'kaiyun', { steppedUp: true })
        expectCell(`${role} of another hall`, await send(elsewhere, shared), 404)
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThanOrEqual(Object.keys(cells).length * (Role.options.length + 1))
  },
  60_000,
)
