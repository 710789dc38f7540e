/** S81: every operation that writes leaves one row for each of its transactions; a repeated or refused one, none. */
import { randomUUID } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { aBoundClerk, anAdmin, codeAt } from '../functions/staff/a-clerk'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { everyPrincipal, madeFor, type Principal, type Try, type World } from '../support/role-matrix'

const MORNING = '2026-11-24T07:00:00+08:00'
let app: LocalApp
let anyone: Person
let world: World
let writing: ReadonlyMap<string, Endpoint>
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
  world = await everyPrincipal(app)
  const { endpoints } = await import('../../functions/endpoints')
  writing = new Map(
    endpoints
      .filter(({ contract }) => contract.method === 'POST')
      .map(({ contract }) => [`POST ${contract.path}`, contract]),
  )
})
afterAll(() => app.stop())

/** How many rows there are by now. */
async function rowCount(): Promise<number> {
  const { auditTable } = await import('../../functions/platform/audit')
  const { database } = await import('../../functions/platform/dynamo')
  let count = 0
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await database.send(
      new ScanCommand({ TableName: auditTable.name, Select: 'COUNT', ExclusiveStartKey }),
    )
    count += page.Count ?? 0
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return count
}
/** The rows that a call leaves. */
async function rowsOf(call: () => Promise<unknown>): Promise<number> {
  const before = await rowCount()
  await call()
  return (await rowCount()) - before
}

const mayCall = ({ allow }: Endpoint, { role }: Principal): boolean =>
  allow === 'anyone' ? role === undefined : role !== undefined && allow[role] !== undefined

let phones = 0
const aPhone = (): string => `o-rows-${++phones}`.padEnd(28, 'x')
const bound = async () => {
  const posts = [{ role: 'window-staff', hallId: 'yonghe', from: '2026-01-01' }]
  const { inviteCode } = (await (await anAdmin(app)).post('/staff', { name: '新来的', posts })).body
  return { inviteCode, code: app.wechat.newLoginCode(aPhone()) }
}

/** What the role matrix tries only in vain, done with what it takes. */
const inEarnest: Readonly<Record<string, () => Promise<Try>>> = {
  'POST /sign-in/wechat': async () => ({
    path: '/sign-in/wechat',
    body: { code: app.wechat.newLoginCode(aPhone()), agreed: noticeVersion },
  }),
  'POST /sign-in/bind': async () => ({ path: '/sign-in/bind', body: await bound() }),
  'POST /sign-in/bind/confirm': async () => {
    const { bindTicket, secret } = (await anyone.post('/sign-in/bind', await bound())).body
    return { path: '/sign-in/bind/confirm', body: { bindTicket, totp: codeAt(secret, MORNING) } }
  },
  'POST /sign-in/staff': async () => {
    const { openid, totp } = await aBoundClerk(app, { at: MORNING })
    app.setNow('2026-11-24T07:01:00+08:00')
    const body = { code: app.wechat.newLoginCode(openid), totp: totp('2026-11-24T07:01:00+08:00') }
    return { path: '/sign-in/staff', body }
  },
  'POST /session/step-up': async () => {
    const { person, totp } = await aBoundClerk(app, { at: MORNING })
    app.setNow('2026-11-24T07:01:00+08:00')
    return { path: '/session/step-up', body: { totp: totp('2026-11-24T07:01:00+08:00') }, person }
  },
  'POST /session/refresh': async () => {
    const { refreshToken } = await aBoundClerk(app, { at: MORNING })
    return { path: '/session/refresh', body: { refreshToken } }
  },
  'POST /sign-in/desk/{ticketId}/collect': async () => {
    const { person } = await aBoundClerk(app, { at: MORNING })
    const { ticketId, secret } = (await anyone.post('/sign-in/desk', {})).body
    await person.post(`/sign-in/desk/${ticketId}/confirm`)
    return { path: `/sign-in/desk/${ticketId}/collect`, body: { secret } }
  },
  'POST /case-queries': async () => {
    const { body } = await world.clerks.yonghe!.post('/desk/cases', {
      serviceId: 'jiuye-kunnan',
      applicant: { name: '刘桂英' },
    })
    const { caseNumber, queryCode } = body
    return { path: '/case-queries', body: { caseNumber, queryCode } }
  },
}

/** Other than one row, and why. */
const otherwise: Readonly<Record<string, number>> = {
  // one-time tickets: what they lead to has its row
  'POST /sign-in/desk': 0,
  'POST /sign-in/desk/{ticketId}/confirm': 0,
  'POST /sign-in/bind': 0,
  'POST /rating-screens': 0,
  'POST /rating-screens/{screenId}/collect': 0,
  'POST /desk/cases/{caseId}/rating-screen': 0,
  // a table is only looked at
  'POST /desk/halls/{hallId}/catalogue/imports': 0,
  // a look by who knows the number and the code
  'POST /case-queries': 0,
  // two transactions: who the person is or what their second factor has used, then the session
  'POST /local/sign-in': 2,
  'POST /sign-in/wechat': 2,
  'POST /sign-in/bind/confirm': 2,
  'POST /sign-in/staff': 2,
  'POST /session/step-up': 2,
}

/** Done anew each time, and noted anew: reading one's data whole, taking figures out, and ending what is open by then. */
const doneAgain: Readonly<Record<string, number>> = {
  'POST /me/data/copy': 1,
  'POST /oversight/months/{month}/export': 1,
  'POST /staff/{personId}/sessions/end': 1,
}

test('an act leaves its row, the same act sent again none', async () => {
  const found: string[] = []
  for (const [name, contract] of writing) {
    app.setNow(MORNING)
    const by = world.principals.find((who) => mayCall(contract, who))!
    const make = inEarnest[name] ?? (() => madeFor[name]!({ world, owner: 'r1', hallId: 'yonghe', by }))
    const { path, body, person = by.person } = await make()
    await person.get('/me')
    const key = randomUUID()
    let status = 0
    const act = async () => void ({ status } = await person.post(path, body, key))
    const rows = await rowsOf(act)
    if (status >= 300 || rows !== (otherwise[name] ?? 1)) found.push(`${name}: ${status}, ${rows} rows`)
    const again = contract.changesNothing ? 0 : await rowsOf(act)
    if (again !== (doneAgain[name] ?? 0)) found.push(`${name} again: ${again} rows`)
  }
  expect(found).toEqual([])
}, 120_000)

test('what is refused leaves none', async () => {
  const found: string[] = []
  for (const [name, contract] of writing) {
    if (contract.allow === 'anyone') continue
    app.setNow(MORNING)
    const { path, body } = await madeFor[name]!({ world, owner: 'r1', hallId: 'yonghe', by: undefined })
    for (const { person } of world.principals.filter((who) => !mayCall(contract, who))) {
      await person.get('/me')
      const rows = await rowsOf(() => person.post(path, body))
      if (rows !== 0) found.push(`${name}: ${rows} rows`)
    }
  }
  expect(found).toEqual([])
}, 120_000)
