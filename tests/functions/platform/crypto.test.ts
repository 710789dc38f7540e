/** Sealed values: their form, what they are bound to, what no two of them share; ids and blind indexes. */
import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { wrapKey } from '../../../functions/platform/master-key'
import { testDataKeys, testEnvironment } from '../../support/environment'
import { seeded } from '../../support/seeded'

type Crypto = typeof import('../../../functions/platform/crypto')

/** The module as a process with this environment has it, and what it reports. */
async function withEnvironment(
  env: Record<string, string> = {},
): Promise<Crypto & { reported: unknown[][] }> {
  jest.resetModules()
  delete process.env.SEAL_SUITE
  testEnvironment('http://127.0.0.1:1')
  Object.assign(process.env, env)
  const { log } = await import('../../../functions/platform/log')
  const reported: unknown[][] = []
  jest.spyOn(log, 'error').mockImplementation((...said) => void reported.push(said))
  return { ...(await import('../../../functions/platform/crypto')), reported }
}

const random = seeded(65)
const pick = (letters: string, most: number): string =>
  Array.from(
    { length: Math.floor(random() * most) },
    () => [...letters][Math.floor(random() * [...letters].length)],
  ).join('')
const aText = () => pick('刘桂英𠮷㐂 abc0123456789"\\:.\u0000\n', 60)
const aPlace = () => ({
  table: pick('abc.', 5),
  key: pick('abc.#"', 8),
  field: pick('xyz."', 5),
})

describe.each(['g1', 's1'] as const)('suite %s', (suite) => {
  let crypto: Awaited<ReturnType<typeof withEnvironment>>
  beforeAll(async () => {
    crypto = await withEnvironment({ SEAL_SUITE: suite })
  })

  test('S64: whatever is sealed opens again at its place, and its form tells suite and key, not the text', () => {
    const { seal, open, isSealed, isCurrent } = crypto
    for (let i = 0; i < 500; i++) {
      const [text, place] = [aText(), aPlace()]
      const sealed = seal(text, place)
      expect(sealed).toMatch(new RegExp(`^${suite}\\.k1:[\\w-]+:[\\w-]*:[\\w-]+$`))
      expect([open(sealed, place), isSealed(sealed), isCurrent(sealed)]).toEqual([text, true, true])
    }
    expect(seal('13874740001', aPlace())).not.toContain('13874740001')
    expect(seal('', aPlace())).toMatch(/::/)
  })

  test.each(['table', 'key', 'field'] as const)(
    'S65: copied to another %s it does not open, and that is reported without its content',
    (part) => {
      const { seal, open, reported, doesNotBelong } = crypto
      const place = { table: 'cases', key: 'a', field: 'applicantName' }
      const sealed = seal('刘桂英', place)
      const elsewhere = { ...place, [part]: `${place[part]}x` }
      reported.length = 0
      expect(() => open(sealed, elsewhere)).toThrow(doesNotBelong)
      expect(reported).toEqual([[doesNotBelong, elsewhere]])
      expect(JSON.stringify(reported)).not.toContain('刘桂英')
      expect(open(sealed, place)).toBe('刘桂英')
    },
  )

  test('S65: no letter may move between table, key and field', () => {
    const { seal, open } = crypto
    for (let i = 0; i < 300; i++) {
      const [one, other] = [aPlace(), aPlace()]
      const sealed = seal('x', one)
      if (JSON.stringify(one) === JSON.stringify(other)) expect(open(sealed, other)).toBe('x')
      else expect(() => open(sealed, other)).toThrow()
    }
    const joined = seal('x', { table: 'a', key: 'b.c', field: 'd' })
    expect(() => open(joined, { table: 'a.b', key: 'c', field: 'd' })).toThrow()
  })

  test('S65: one changed letter anywhere, a cut or another suite, and it does not open', () => {
    const { seal, open } = crypto
    const place = { table: 'cases', key: 'a', field: 'note' }
    for (let i = 0; i < 40; i++) {
      const sealed = seal(`${aText()}.`, place)
      const parts = sealed.split(':')
      for (let at = 0; at < sealed.length; at++) {
        const letter = sealed[at] === 'A' ? 'B' : 'A'
        expect(() => open(`${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`, place)).toThrow()
      }
      const tag = Buffer.from(parts[3]!, 'base64url')
      const short = [4, 8, 12].map((length) =>
        [...parts.slice(0, 3), tag.subarray(0, length).toString('base64url')].join(':'),
      )
      const renamed = sealed.replace(suite, suite === 'g1' ? 's1' : 'g1')
      for (const bent of [...short, renamed, sealed.slice(1), `${sealed} `, `${sealed}:x`, '', '刘桂英'])
        expect(() => open(bent, place)).toThrow()
    }
  })
})

test('S66: 100,000 values, no IV twice', async () => {
  const { seal } = await withEnvironment()
  const place = { table: 'cases', key: 'a', field: 'note' }
  const ivs = new Set(Array.from({ length: 100_000 }, () => seal('', place).split(':')[1]))
  expect(ivs.size).toBe(100_000)
})

test('the Chinese suite is SM4 and SM3 as the standards print them (GB/T 32907 A.1, GB/T 32905 A.1)', async () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  // in counter mode the first block is the text XOR the encrypted counter
  const cipher = createCipheriv('sm4-ctr', key, key)
  expect(cipher.update(Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toMatch(/^66c7f0f462eeedd9/)
  expect(createHmac('sm3', key).update('abc').digest()).toHaveLength(32)
})

test('values of both suites open side by side, whichever is current', async () => {
  const place = { table: 'cases', key: 'a', field: 'note' }
  const older = (await withEnvironment()).seal('旧', place)
  const { open, seal, isCurrent } = await withEnvironment({ SEAL_SUITE: 's1' })
  expect([open(older, place), isCurrent(older)]).toEqual(['旧', false])
  const newer = seal('新', place)
  expect((await withEnvironment()).open(newer, place)).toBe('新')
})

test('S68: what an older key sealed opens beside the current one; without its key it says which is missing', async () => {
  const place = { table: 'cases', key: 'a', field: 'note' }
  const older = (await withEnvironment()).seal('旧', place)
  const both = await withEnvironment({ DATA_KEYS: testDataKeys('k1', 'k2') })
  expect([both.open(older, place), both.isCurrent(older)]).toEqual(['旧', false])
  expect(both.seal('新', place)).toMatch(/^g1\.k2:/)
  const without = await withEnvironment({ DATA_KEYS: testDataKeys('k2') })
  expect(() => without.open(older, place)).toThrow(/DATA_KEYS has no key k1/)
  expect(without.reported).toEqual([])
})

describe('S67: blind index', () => {
  const anotherIndexKey = () =>
    wrapKey(
      Buffer.from(process.env.MASTER_KEY!, 'base64'),
      createHash('sha256').update('other').digest(),
      'index',
    )

  test('has a key of its own: other data keys or sessions change nothing, another index key everything', async () => {
    const made = ({ blindIndex, derivedId }: Crypto) => [
      blindIndex('phone', '13874740001'),
      derivedId('person', 'resident', '刘桂英'),
    ]
    const here = made(await withEnvironment())
    const others = {
      DATA_KEYS: testDataKeys('k7'),
      SESSION_SECRET: createHash('sha256').update('s').digest('base64'),
    }
    expect(made(await withEnvironment(others))).toEqual(here)
    const elsewhere = made(await withEnvironment({ INDEX_KEY: anotherIndexKey() }))
    expect(elsewhere[0]).not.toBe(here[0])
    expect(elsewhere[1]).not.toBe(here[1])
  })

  test('is the same however a value was typed, another for every value and kind, 128 bits and more', async () => {
    const { blindIndex, derivedId } = await withEnvironment()
    const phone = blindIndex('phone', '13874740001')
    for (const typed of ['138 7474 0001', '+8613874740001', '１３８７４７４０００１', '138-7474-0001'])
      expect(blindIndex('phone', typed)).toBe(phone)
    const id = blindIndex('id-number', '430423196402297710')
    const all = [phone, id, blindIndex('phone', '13874740002'), blindIndex('openid', '13874740001')]
    expect(new Set([...all, derivedId('phone', '13874740001')]).size).toBe(5)
    for (const index of all) expect(Buffer.from(index, 'base64url').length).toBeGreaterThanOrEqual(16)
  })

  test.each([
    ['phone', '0001'],
    ['phone', '138****0001'],
    ['id-number', '0010'],
    ['id-number', '430***********0010'],
    ['openid', 'o-1'],
    ['phone', ''],
  ] as const)('is never made of less than a whole value: %s %j', async (kind, value) => {
    const { blindIndex } = await withEnvironment()
    expect(() => blindIndex(kind, value)).toThrow(/whole/)
  })
})

test('ids of other parts are other ids, wherever the border between the parts lies', async () => {
  const { derivedId } = await withEnvironment()
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'))
  expect(
    new Set([derivedId('a', 'b'), derivedId('ab'), derivedId('a\u001fb'), derivedId('a","b')]).size,
  ).toBe(4)
  expect(derivedId('a')).toMatch(/^[\w-]{22}$/)
})
