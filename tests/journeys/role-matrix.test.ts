/**
 * Who may do what, tried: every operation × every principal × whose object × which hall. What is expected follows from
 * `allow` alone; the objects are real and, where the act is allowed, fresh.
 */
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { everyPrincipal, madeFor, type Principal, type World } from '../support/role-matrix'

let app: LocalApp
let world: World
let contracts: ReadonlyMap<string, Endpoint>

beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  world = await everyPrincipal(app)
  const { endpoints } = await import('../../functions/endpoints')
  contracts = new Map(endpoints.map(({ contract }) => [`${contract.method} ${contract.path}`, contract]))
})
afterAll(() => app.stop())

const halls = ['yonghe', 'kaiyun'] as const
const owners = ['r1', 'r2'] as const

/** What the table says of a cell: let in, sent to sign in, told it is not theirs to do, or as if it were not there. */
function expected(
  { allow }: Endpoint,
  who: Principal,
  owner: string,
  hallId: string,
): 'in' | 401 | 403 | 404 {
  if (allow === 'anyone') return 'in'
  if (!who.role) return 401
  const scope = allow[who.role]
  if (scope === undefined) return 403
  if (who.role === 'resident') return owner === who.name ? 'in' : 404
  return scope === 'own' || who.hallId === hallId ? 'in' : 404
}

test('every operation has an object to be tried on', () => {
  expect([...contracts.keys()].filter((name) => !(name in madeFor)).sort()).toEqual([])
  expect(Object.keys(madeFor).filter((name) => !contracts.has(name))).toEqual([])
})

test('S35 every cell answers as the table says', async () => {
  let cells = 0
  const wrong: string[] = []
  for (const [name, contract] of contracts) {
    const make = madeFor[name]!
    for (const hallId of halls)
      for (const owner of owners) {
        const shared = await make({ world, owner, hallId, by: undefined })
        for (const who of world.principals) {
          const told = expected(contract, who, owner, hallId)
          const {
            path,
            body,
            hasNoObject,
            person = who.person,
          } = told === 'in' || shared.hasNoObject ? await make({ world, owner, hallId, by: who }) : shared
          const answer = await (contract.method === 'GET' ? person.get(path) : person.post(path, body))
          cells += 1
          const right =
            told === 'in' || (told === 404 && hasNoObject)
              ? answer.status < 300 || world.mayAlsoAnswer(name, answer)
              : answer.status === told
          if (!right)
            wrong.push(
              `${name} ${who.name} on ${owner}@${hallId}: ${answer.status} ${answer.body.code ?? ''}, not ${told}`,
            )
        }
      }
  }
  expect(wrong).toEqual([])
  expect(cells).toBe(contracts.size * world.principals.length * halls.length * owners.length)
}, 600_000)

test("S21 S23 another's object and a missing one are the same answer, byte for byte", async () => {
  const different: string[] = []
  for (const [name, contract] of contracts) {
    if (!/\{/.test(contract.path) || contract.allow === 'anyone') continue
    const { path, body, hasNoObject } = await madeFor[name]!({
      world,
      owner: 'r2',
      hallId: 'kaiyun',
      by: undefined,
    })
    if (hasNoObject) continue
    const missing = contract.path
      .replace('{contact}', '1')
      .replace('{month}', '2026-11')
      .replace('{date}', '2026-11-20')
      .replace(/\{(\w+)\}/g, 'missing-object-0000000000')
    for (const who of world.principals.filter(({ role, hallId }) => role && hallId !== 'kaiyun')) {
      if (expected(contract, who, 'r2', 'kaiyun') !== 404) continue
      const ask = (to: string) => (contract.method === 'GET' ? who.person.get(to) : who.person.post(to, body))
      const [theirs, none] = [
        await ask(path),
        await ask(`${missing}${path.includes('?') ? path.slice(path.indexOf('?')) : ''}`),
      ]
      const bare = (answer: { status: number; body: object }) =>
        JSON.stringify([answer.status, { ...answer.body, instance: '' }])
      if (bare(theirs) !== bare(none)) different.push(`${name} as ${who.name}: ${bare(theirs)} ${bare(none)}`)
    }
  }
  expect(different).toEqual([])
}, 240_000)
