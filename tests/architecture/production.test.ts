/** What runs in the cloud: no sign-in without proof, no weak secret, nothing open that nobody declared open. */
import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { readConfig } from '../../functions/platform/config'
import { newLocalKeys } from '../../functions/local/keys'
import { startStubKms, type StubKms } from '../functions/platform/stub-kms'
import { testEnvironment } from '../support/environment'
import { root } from '../support/source-files'

const secret = randomBytes(32).toString('base64')
let kms: StubKms
let secrets: Record<string, string>

/** Asks the bundle that is deployed, in a process of its own. */
function ask(
  env: Record<string, string>,
  method: string,
  path: string,
): Promise<{ statusCode: number; body: string }> {
  const script = `require('./.build/functions/api/index.js').handler({
    version: '2.0', rawPath: '${path}', rawQueryString: '', headers: { host: 'hall', 'content-type': 'application/json' },
    body: ${method === 'POST'} ? JSON.stringify({ role: 'director', person: 'x' }) : undefined, isBase64Encoded: false,
    requestContext: { http: { method: '${method}', path: '${path}', sourceIp: '1.2.3.4' }, stage: '$default' },
  }, {}).then((answer) => process.stdout.write(JSON.stringify(answer)))`
  const given = { PATH: process.env.PATH, AWS_REGION: 'cn-northwest-1', ...env }
  return new Promise((resolve, reject) =>
    execFile(process.execPath, ['-e', script], { cwd: root, env: given }, (_, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr))
      else
        resolve(
          JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as { statusCode: number; body: string },
        )
    }),
  )
}

beforeAll(async () => {
  kms = await startStubKms()
  secrets = {
    ...kms.env,
    SESSION_SECRET: secret,
    DATA_KEYS: JSON.stringify({ current: 'k1', keys: { k1: kms.wrap(randomBytes(32), 'data') } }),
    INDEX_KEY: kms.wrap(randomBytes(32), 'index'),
  }
  const { status, stderr } = spawnSync(process.execPath, ['functions/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}, 60_000)
afterAll(() => kms.stop())

const printedPaths = (body: string): string[] => Object.keys((JSON.parse(body) as { paths: object }).paths)

test.each(['production', '', 'LOCAL', 'test'])(
  'S20 STAGE=%j: no local sign-in, neither served nor printed',
  async (STAGE) => {
    const env = { ...secrets, STAGE }
    expect((await ask(env, 'POST', '/api/local/sign-in')).statusCode).toBe(404)
    const printed = await ask(env, 'GET', '/api/openapi.json')
    expect(printed.statusCode).toBe(200)
    expect(printedPaths(printed.body).filter((path) => path.includes('local'))).toEqual([])
  },
)

test('the same bundle on a local run has it: the test above can fail', async () => {
  const env = { ...newLocalKeys(), STAGE: 'local', DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' }
  // there, though it has no database to sign anybody in
  expect((await ask(env, 'POST', '/api/local/sign-in')).statusCode).toBe(500)
  expect(printedPaths((await ask(env, 'GET', '/api/openapi.json')).body)).toContain('/api/local/sign-in')
})

test.each<[string, () => Record<string, string>]>([
  ['missing', () => ({ ...secrets, SESSION_SECRET: '' })],
  ['short', () => ({ ...secrets, SESSION_SECRET: randomBytes(31).toString('base64') })],
  ['of one letter', () => ({ ...secrets, SESSION_SECRET: Buffer.alloc(32, 'a').toString('base64') })],
  ['a word', () => ({ ...secrets, SESSION_SECRET: 'secret' })],
])('a secret that is %s stops the start', async (_, env) => {
  expect(() => readConfig(env())).toThrow(/32 random bytes/)
  await expect(ask({ ...env(), STAGE: 'production' }, 'GET', '/api/health')).rejects.toThrow(
    /32 random bytes/,
  )
})

test.each(['DATA_KEYS', 'INDEX_KEY', 'KMS_KEY_ID'])(
  'without %s it does not start, nor with a master key instead',
  async (name) => {
    const env = { ...newLocalKeys(), ...secrets, STAGE: 'production', [name]: '' }
    await expect(ask(env, 'GET', '/api/health')).rejects.toThrow(new RegExp(`${name} must`))
  },
)

test('what is deployed unwraps its keys by KMS, and answers nothing while KMS refuses', async () => {
  const env = { ...secrets, STAGE: 'production' }
  expect((await ask(env, 'GET', '/api/halls')).statusCode).toBe(200)
  expect([...kms.asked].sort()).toContain('Decrypt data')
  kms.refuse(true)
  const refused = await ask(env, 'GET', '/api/halls')
  kms.refuse(false)
  expect(refused.statusCode).toBe(500)
  expect(refused.body).not.toMatch(/AccessDenied|keys/)
})

test('S22 an endpoint that does not say who may call it does not start, nor one that is there twice', async () => {
  testEnvironment('http://127.0.0.1:1')
  const { createApp } = await import('../../functions/platform/app')
  const contract = (allow: unknown): Endpoint =>
    ({
      method: 'GET',
      path: '/x',
      summary: 'x',
      allow,
      input: z.object({}),
      output: z.object({}),
      refuses: [],
    }) as Endpoint
  const app = (...allows: unknown[]) =>
    createApp(
      allows.map((allow) => ({ contract: contract(allow), run: async () => ({}) })),
      async () => undefined,
      () => new Date(0),
    )
  expect(() => app(undefined)).toThrow(/does not say who may call it/)
  expect(() => app({})).toThrow(/does not say who may call it/)
  expect(() => app('anyone', 'anyone')).toThrow(/twice/)
  expect(app('anyone')).toBeDefined()
})
