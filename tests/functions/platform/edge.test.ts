/** What a stranger meets at the edge: headers, origins, methods, forged events, bodies made to hurt. */
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

let app: LocalApp
let resident: Person
let contracts: Endpoint[]
beforeAll(async () => {
  app = await startLocalApp()
  resident = await app.as('resident', '刘桂英')
  const { endpoints } = await import('../../../functions/endpoints')
  contracts = endpoints.map(({ contract }) => contract)
})
afterAll(() => app.stop())

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${app.url}${path}`, init)
const sendRaw = (body: string): Promise<Response> =>
  ask('/api/bookings', {
    method: 'POST',
    headers: { authorization: `Bearer ${resident.token}`, 'idempotency-key': 'raw' },
    body,
  })

test.each([
  ['an answer', '/api/halls', 200],
  ['a refusal', '/api/me', 401],
  ['no such address', '/api/nothing', 404],
  ['the printed contracts', '/api/docs', 200],
])('S76 %s carries the headers of a careful server', async (_, path, status) => {
  const { status: answered, headers } = await ask(path)
  expect(answered).toBe(status)
  expect(
    Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1]),
  ).toBeGreaterThanOrEqual(31_536_000)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('S72 what belongs to somebody is not kept by any cache; guides are', async () => {
  expect((await resident.get('/me')).headers.get('cache-control')).toBe('no-store')
  expect((await ask('/api/me')).headers.get('cache-control')).toBe('no-store')
  const guides = await ask('/api/services')
  expect(guides.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  expect(guides.headers.get('etag')).toBeTruthy()
})

test.each([
  'null',
  'http://one-window.example',
  'https://evil.example',
  'http://127.0.0.1:1',
  'https://127.0.0.1',
])('S77 no other origin reads an answer: %s', async (origin) => {
  const { headers } = await ask('/api/halls', { headers: { origin } })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('S79 no method but GET and POST, and none that is not declared', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    for (const { path } of contracts.slice(0, 10)) {
      const { status } = await ask(`/api${path.replace(/\{\w+\}/g, 'x')}`, { method })
      expect([method, path, status]).toEqual([method, path, 405])
    }
})

test('S36 no event of a timer or stream is taken at any address', async () => {
  const forged = JSON.stringify({ source: 'aws.scheduler', 'detail-type': 'Scheduled Event', Records: [] })
  for (const path of ['/', '/api', '/api/jobs', '/api/mark-no-shows', '/api/seal-rows', '/api/events'])
    expect((await ask(path, { method: 'POST', body: forged })).status).toBe(404)
})

test.each<[string, string, number]>([
  ['65 KB', JSON.stringify({ slotId: 'x'.repeat(65 * 1024) }), 413],
  ['eleven deep', '{"a":'.repeat(11) + '1' + '}'.repeat(11), 413],
  ['101 of something', JSON.stringify({ slotId: Array.from({ length: 101 }, () => 'x') }), 413],
  ['half a body', '{"slotId":', 400],
  ['a list', '[1]', 400],
  ['nothing', 'null', 400],
  ['a prototype', '{"__proto__":{"polluted":true}}', 400],
  ['a constructor', '{"visitor":{"constructor":{"prototype":{"polluted":true}}}}', 400],
])('S45 S50 a body of %s is refused', async (_, body, status) => {
  const answer = await sendRaw(body)
  expect(answer.status).toBe(status)
  expect(((await answer.json()) as { title: string }).title).toMatch(/[，；]/)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test.each([
  '/api/halls/yonghe/slots?days=1e309',
  '/api/halls/yonghe/slots?days=-0',
  '/api/halls/yonghe/slots?days=NaN',
  '/api/halls/yonghe/slots?days=7&days=8',
  '/api/halls/yonghe/slots?from=2026-06-31',
  '/api/halls/yonghe/slots?from[$ne]=1&days=32',
])('S46 S49 S51 S61 %s is refused', async (path) => {
  const answer = await ask(path)
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { errors: unknown[] }).errors.length).toBeGreaterThan(0)
})

test('S78 when the database fails, the answer says nothing of it and carries the id of the request', async () => {
  const { client } = await import('../../../functions/platform/dynamo')
  client.middlewareStack.add(
    () => async () => {
      throw Object.assign(new Error('test-accounts at /srv/functions/dynamo.js:1 dynamoose'), {
        name: 'InternalError',
      })
    },
    { step: 'initialize', name: 'broken' },
  )
  try {
    for (const path of ['/me', '/bookings', '/cases', '/messages']) {
      const { status, body } = await resident.get(path)
      expect([path, status, body.code]).toEqual([path, 500, 'our-fault'])
      expect(JSON.stringify(body)).not.toMatch(/\.js|dynamo|test-|Error|at \//)
      expect(body.instance).toMatch(/^[0-9a-f-]{36}$/)
    }
  } finally {
    client.middlewareStack.remove('broken')
  }
})
