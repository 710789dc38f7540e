/** What runs in the cloud: no sign-in without proof, no weak secret, nothing open that nobody declared open. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { readConfig } from '../../functions/platform/config'
import { testEnvironment } from '../support/environment'
import { root } from '../support/source-files'

const secret = randomBytes(32).toString('base64')
const secrets = { SESSION_SECRET: secret, DATA_KEY: secret }

/** Asks the bundle that is deployed, in a process of its own. */
function ask(
  env: Record<string, string>,
  method: string,
  path: string,
): { statusCode: number; body: string } {
  const script = `require('./.build/functions/api/index.js').handler({
    version: '2.0', rawPath: '${path}', rawQueryString: '', headers: { host: 'hall', 'content-type': 'application/json' },
    body: ${method === 'POST'} ? JSON.stringify({ role: 'director', person: 'x' }) : undefined, isBase64Encoded: false,
    requestContext: { http: { method: '${method}', path: '${path}', sourceIp: '1.2.3.4' }, stage: '$default' },
  }, {}).then((answer) => process.stdout.write(JSON.stringify(answer)))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, AWS_REGION: 'cn-northwest-1', ...env },
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as { statusCode: number; body: string }
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['functions/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}, 60_000)

test.each(['production', '', 'LOCAL', 'test'])(
  'STAGE=%j: no local sign-in, neither served nor printed',
  (STAGE) => {
    const env = { ...secrets, STAGE }
    expect(ask(env, 'POST', '/api/local/sign-in').statusCode).toBe(404)
    const printed = ask(env, 'GET', '/api/openapi.json')
    expect(printed.statusCode).toBe(200)
    expect(printed.body).not.toContain('local')
  },
)

test('the same bundle on a local run has it: the test above can fail', () => {
  expect(ask({ ...secrets, STAGE: 'local' }, 'POST', '/api/local/sign-in').statusCode).toBe(200)
})

test.each<[string, Record<string, string>]>([
  ['missing', {}],
  ['short', { ...secrets, SESSION_SECRET: randomBytes(31).toString('base64') }],
  ['of one letter', { ...secrets, DATA_KEY: Buffer.alloc(32, 'a').toString('base64') }],
  ['a word', { ...secrets, SESSION_SECRET: 'secret' }],
])('a secret that is %s stops the start', (_, env) => {
  expect(() => readConfig(env)).toThrow(/32 random bytes/)
  expect(() => ask({ ...env, STAGE: 'production' }, 'GET', '/api/health')).toThrow(/32 random bytes/)
})

test('an endpoint that does not say who may call it does not start, nor one that is there twice', async () => {
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
