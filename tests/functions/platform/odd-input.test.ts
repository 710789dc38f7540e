/** Whatever a stranger sends to any endpoint, as any role: a refusal that says what to do, never a fault of ours. */
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { seeded } from '../../support/seeded'

let app: LocalApp
let contracts: Endpoint[]
const people: Person[] = []
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  const { endpoints } = await import('../../../functions/endpoints')
  contracts = endpoints.map(({ contract }) => contract)
  for (const role of Role.options) people.push(await app.as(role, `odd ${role}`, 'yonghe'))
})
afterAll(() => app.stop())

const odd: readonly unknown[] = [
  '',
  ' ',
  'a'.repeat(3000),
  '%00',
  '\u0000',
  '../..',
  '$ne',
  '#x; attribute_exists(y)',
  '𠮷\u202e',
  '0',
  -1,
  1e309,
  0.5,
  null,
  true,
  [],
  ['m1'],
  {},
  { $gt: '' },
  'yonghe',
  'yonghe.20261125.0900',
  'dibao-shenqing',
  '2026-06-31',
  '2026-11-25',
]

/** The names of what an endpoint takes, as its printed contract lists them; of either form where there are two. */
const namesOf = ({ input }: Endpoint): string[] => {
  const { shape, def } = input as unknown as {
    shape?: Record<string, unknown>
    def: { options?: { shape: Record<string, unknown> }[] }
  }
  return shape ? Object.keys(shape) : (def.options ?? []).flatMap((option) => Object.keys(option.shape))
}

test.each(Array.from({ length: 8 }, (_, seed) => seed))(
  'odd values on every endpoint as every role, seed %i',
  async (seed) => {
    const random = seeded(seed + 1)
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
    const faults: string[] = []
    let sent = 0
    for (const contract of contracts)
      for (const who of people) {
        const values = Object.fromEntries(namesOf(contract).map((name) => [name, pick(odd)]))
        const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
          encodeURIComponent(String(values[name]) || '-'),
        )
        const query = new URLSearchParams(
          Object.entries(values).map(([name, value]) => [name, String(value)]),
        )
        const answer =
          contract.method === 'GET' ? await who.get(`${path}?${query}`) : await who.post(path, values)
        sent += 1
        if (answer.status >= 500)
          faults.push(`${contract.method} ${path.slice(0, 80)} ${JSON.stringify(values).slice(0, 200)}`)
        if (answer.status >= 400 && !answer.body.title) faults.push(`${path}: no title`)
      }
    expect(faults).toEqual([])
    expect(sent).toBe(contracts.length * people.length)
  },
)

test('an id too long or too odd to be a key is refused, on every path that takes one', async () => {
  const resident = await app.as('resident', 'odd id')
  for (const path of ['/bookings/', '/cases/', '/services/', '/halls/'])
    for (const id of ['a'.repeat(3000), '%E0%A4%A', '%00'])
      expect([400, 404]).toContain((await resident.get(`${path}${id}`)).status)
})
