/** Tokens: forged, bent, out of date, or made for something else, none lets anybody in. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startLocalApp, type LocalApp } from '../../support/local-app'

let app: LocalApp
let token: string
let secret: Buffer
beforeAll(async () => {
  app = await startLocalApp()
  token = (await app.as('resident', 'tokens')).token
  secret = Buffer.from(process.env.SESSION_SECRET!, 'base64')
})
afterAll(() => app.stop())
beforeEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

type Claims = Record<string, unknown>
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (text: string, place: number): Claims =>
  JSON.parse(Buffer.from(text.split('.')[place]!, 'base64url').toString()) as Claims
const header = (): Claims => read(token, 0)
const claims = (): Claims => read(token, 1)
/** A token of these parts, its signature made by HMAC with this key. */
const signed = (head: Claims, body: Claims, key: string | Buffer = secret, hash = 'sha256'): string => {
  const text = `${part(head)}.${part(body)}`
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`
}
const without = (from: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name))

/** The status that `GET /me` answers a token with. */
const statusOf = async (bearer: string): Promise<number> =>
  (await fetch(`${app.url}/api/me`, { headers: { authorization: `Bearer ${bearer}` } })).status

test('the same parts, signed as ours are, are let in: the tests below can fail', async () => {
  expect(await statusOf(token)).toBe(200)
  expect(await statusOf(signed(header(), claims()))).toBe(200)
})

describe('S05 only one algorithm, whatever the header says', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const publicKey = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const cases: [string, () => string][] = [
    ['none', () => `${part({ ...header(), alg: 'none' })}.${part(claims())}.`],
    ['None', () => `${part({ ...header(), alg: 'None' })}.${token.split('.').slice(1).join('.')}`],
    ['an empty signature', () => `${token.split('.').slice(0, 2).join('.')}.`],
    ['HS256 with a public key as the secret', () => signed(header(), claims(), publicKey)],
    [
      'RS256',
      () => {
        const text = `${part({ ...header(), alg: 'RS256' })}.${part(claims())}`
        return `${text}.${sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64url')}`
      },
    ],
    ['HS512 with our own secret', () => signed({ ...header(), alg: 'HS512' }, claims(), secret, 'sha512')],
    ['HS256 with no secret at all', () => signed(header(), claims(), '')],
  ]
  test.each(cases)('%s', async (_, made) => {
    expect(await statusOf(made())).toBe(401)
  })
})

test('S06 a token brings no key and no address of one: nothing is fetched', async () => {
  let hits = 0
  const server = createServer((_, response) => {
    hits += 1
    response.end('{"keys":[]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`
  const own = Buffer.from('a key of the forger, long enough for anybody')
  const brought: Claims[] = [
    { kid: '../../dev/null' },
    { kid: "' OR 1=1 --" },
    { jku: url },
    { x5u: url },
    { jwk: { kty: 'oct', k: own.toString('base64url') } },
    { jku: url, kid: 'x', x5c: [own.toString('base64')] },
  ]
  try {
    for (const more of brought)
      for (const key of [own, '', '\0'])
        expect(await statusOf(signed({ ...header(), ...more }, claims(), key))).toBe(401)
    expect(hits).toBe(0)
    expect((await fetch(url)).status).toBe(200)
    expect(hits).toBe(1)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('S07 any byte bent, at any place, and it is nobody’s', async () => {
  const bent = (at: number, bits: number): string =>
    `${token.slice(0, at)}${String.fromCharCode(token.charCodeAt(at) ^ bits)}${token.slice(at + 1)}`
  const tries = [
    ...Array.from(token, (_, at) => bent(at, 1)),
    // the last letter carries two bits that mean nothing
    ...[2, 3, 4, 5, 6, 7].map((bits) => bent(token.length - 1, bits)),
    `${token}A`,
    `${token}.`,
    token.slice(0, -1),
  ]
  const answers: [string, number][] = []
  for (const each of tries) answers.push([each, await statusOf(each)])
  expect(answers.filter(([, status]) => status !== 401)).toEqual([])
  expect(answers.length).toBeGreaterThan(200)
})

describe('S08 a token has its time', () => {
  const second = (of: string): number => Number(claims()[of])
  const at = (seconds: number): void => app.setNow(new Date(seconds * 1000).toISOString())

  test('until its end, and for 60 s of wrong clocks', async () => {
    at(second('exp') - 1)
    expect(await statusOf(token)).toBe(200)
    at(second('exp') + 61)
    expect(await statusOf(token)).toBe(401)
  })

  test('not before its beginning', async () => {
    at(second('nbf') - 59)
    expect(await statusOf(token)).toBe(200)
    at(second('nbf') - 61)
    expect(await statusOf(token)).toBe(401)
  })

  test.each(['exp', 'nbf', 'iat', 'sub', 'sid', 'turn', 'aud'])('without %s it is none', async (name) => {
    expect(await statusOf(signed(header(), without(claims(), name)))).toBe(401)
  })

  test('an end that is no number is none', async () => {
    for (const exp of ['4102444800', null, true, [4102444800]])
      expect(await statusOf(signed(header(), { ...claims(), exp }))).toBe(401)
  })
})

describe('S09 made for one use and one client', () => {
  test.each(['refresh', 'bind', 'JWT', ''])('a token of type %j opens nothing', async (typ) => {
    expect(await statusOf(signed({ ...header(), typ }, claims()))).toBe(401)
  })

  test('nor one of another client, of no client of ours, or of several', async () => {
    for (const aud of [
      'one-window/weapp',
      'one-window/desk',
      'one-window/h5',
      'one-window/',
      'another/local',
      ['one-window/local', 'one-window/weapp'],
    ])
      expect(await statusOf(signed(header(), { ...claims(), aud }))).toBe(401)
  })

  test('nor one of another person, or of a session that is not theirs', async () => {
    const other = await app.as('resident', 'tokens of another')
    expect(await statusOf(signed(header(), { ...claims(), sub: other.personId }))).toBe(401)
    expect(await statusOf(signed(header(), { ...claims(), sid: 'a-session-of-nobody' }))).toBe(401)
    expect(await statusOf(signed(header(), { ...claims(), sid: '__proto__' }))).toBe(401)
    expect(await statusOf(signed(header(), { ...claims(), sid: 'constructor' }))).toBe(401)
  })
})
