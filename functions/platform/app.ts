/** The HTTP edge: one route per endpoint. Who may call, what came in, what goes out; nothing of any capability. */
import { randomUUID } from 'node:crypto'
import { Hono, type Context as HttpContext } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import type { Caller } from '@one-window/shared/identity/identity'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { chineseIssue, fieldErrors } from './bad-input'
import { config } from './config'
import { derivedId, fingerprint } from './crypto'
import { metered, type Units } from './dynamo'
import { nobody, type Authenticate, type Implementation } from './implement'
import { keysReady } from './key-ring'
import { log } from './log'
import { openApi, openApiPage, openApiStyle } from './openapi'
import { Problem } from './problem'
import { features } from './wechat'

const BODY_LIMIT = 64 * 1024
/** No form of ours nests deeper or lists more. */
const MOST_DEEP = 10
const MOST_LISTED = 100
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Builds the app. Endpoints without a declaration of who may call them do not start. */
export function createApp(
  implementations: readonly Implementation[],
  authenticate: Authenticate,
  now: () => Date,
): Hono {
  const stage = config().stage
  const served = implementations.filter(({ contract }) => stage === 'local' || !contract.localOnly)
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], styleSrc: ["'self'"] },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
      xFrameOptions: 'DENY',
    }),
  )
  const known = new Set<string>()
  for (const implementation of served) {
    const { contract } = implementation
    const name = `${contract.method} ${contract.path}`
    if (contract.allow !== 'anyone' && Object.keys(contract.allow ?? {}).length === 0)
      throw new Error(`${name} does not say who may call it`)
    if (known.has(name)) throw new Error(`${name} is implemented twice`)
    known.add(name)
    app.on(contract.method, honoPath(contract.path), (http) =>
      answer(http, implementation, authenticate, now()),
    )
  }
  const contracts = served.map(({ contract }) => contract)
  app.get('/api/health', (http) => http.json({ status: 'ok', features: features() }))
  app.get('/api/openapi.json', (http) => http.json(openApi(contracts)))
  app.get('/api/docs', (http) => http.html(openApiPage(contracts)))
  app.get('/api/docs.css', (http) =>
    http.body(openApiStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.notFound((http) => {
    const path = http.req.path
    const other = contracts.some((contract) => matches(contract.path, path))
    return refuse(http, new Problem(other ? 'method-not-allowed' : 'no-such-address'), randomUUID())
  })
  app.onError((error, http) => failed(http, error, randomUUID()))
  return app
}

const honoPath = (path: string): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`
const matches = (path: string, asked: string): boolean =>
  new RegExp(`^/api${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked)

/** Who calls, if the contract lets them. */
async function admitted(
  contract: Endpoint,
  authorization: string | undefined,
  authenticate: Authenticate,
  now: Date,
): Promise<Caller> {
  if (contract.allow === 'anyone') return nobody
  const known = await authenticate(authorization, now)
  if (!known) throw new Problem('not-signed-in')
  const { caller, agreed } = known
  if (!contract.allow[caller.role]) throw new Problem('not-allowed')
  if (contract.collects && caller.role === 'resident' && !agreed)
    throw new Problem('consent-required', { version: noticeVersion })
  if (contract.stepUp && !(caller.steppedUpUntil && now < caller.steppedUpUntil))
    throw new Problem('step-up-required')
  return caller
}

async function answer(
  http: HttpContext,
  { contract, run }: Implementation,
  authenticate: Authenticate,
  now: Date,
): Promise<Response> {
  const requestId = randomUUID()
  const units: Units = { read: 0, write: 0 }
  try {
    await keysReady()
    const caller = await metered(units, () =>
      admitted(contract, http.req.header('authorization'), authenticate, now),
    )
    const key = keyOf(http, contract)
    const sent = await sentInput(http, contract)
    const parsed = contract.input.safeParse(sent, { error: chineseIssue })
    if (!parsed.success) throw new Problem('bad-input', { errors: fieldErrors(parsed.error.issues) })
    let replayed = false
    const result = await metered(units, () =>
      run(parsed.data, {
        caller,
        now,
        requestId,
        action: contract.summary,
        machine: (http.req.header('user-agent') ?? '').slice(0, 200),
        request: {
          id: derivedId(contract.method, contract.path, caller.personId, key),
          // keyed, for it is kept and the body may name a person
          body: derivedId('body', JSON.stringify(parsed.data)),
        },
        replayed: () => void (replayed = true),
      }),
    )
    const output = JSON.stringify(contract.output.parse(result))
    if (replayed) http.header('Idempotent-Replayed', 'true')
    http.header('Content-Type', 'application/json; charset=utf-8')
    consumed(http, units)
    if (contract.publicFor === undefined) {
      http.header('Cache-Control', 'no-store')
      return http.body(output, contract.status ?? 200)
    }
    const etag = `"${fingerprint(output)}"`
    http.header('Cache-Control', `public, max-age=${contract.publicFor}`)
    http.header('ETag', etag)
    return http.req.header('if-none-match') === etag ? http.body(null, 304) : http.body(output, 200)
  } catch (error) {
    consumed(http, units)
    return failed(http, error, requestId)
  }
}

const consumed = (http: HttpContext, units: Units): void => {
  if (config().stage === 'local') http.header('Consumed-Units', `read=${units.read};write=${units.write}`)
}

function keyOf(http: HttpContext, contract: Endpoint): string {
  if (contract.method === 'GET' || contract.changesNothing) return ''
  const key = http.req.header('idempotency-key') ?? ''
  if (key.length < 1 || key.length > 255) throw new Problem('idempotency-key-missing')
  return key
}

/** Path, then query of a GET or body of a POST, as one object; anything odd about its form is refused here. */
async function sentInput(http: HttpContext, contract: Endpoint): Promise<Record<string, unknown>> {
  const path = http.req.param() as Record<string, string>
  if (contract.method === 'GET') {
    const query: Record<string, string> = {}
    for (const [name, values] of Object.entries(http.req.queries())) {
      if (values.length > 1)
        throw new Problem('bad-input', { errors: [{ pointer: `/${name}`, message: '这一项给了两次' }] })
      query[name] = values[0] ?? ''
    }
    return { ...query, ...path }
  }
  if (Number(http.req.header('content-length') ?? 0) > BODY_LIMIT) throw new Problem('body-too-large')
  const text = await http.req.text()
  if (text.length > BODY_LIMIT) throw new Problem('body-too-large')
  if (text === '') return path
  let body: unknown
  try {
    body = JSON.parse(text, (name, value) => {
      if (forbiddenKeys.has(name)) throw new SyntaxError(name)
      return value as unknown
    })
  } catch {
    throw new Problem('not-json')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('not-json')
  if (!isModest(body, MOST_DEEP)) throw new Problem('body-too-large')
  return { ...body, ...path }
}

/** True when a value nests at most so deep and lists at most 100 of anything. */
const isModest = (value: unknown, deep: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (deep > 0 &&
    (!Array.isArray(value) || value.length <= MOST_LISTED) &&
    Object.values(value).every((each) => isModest(each, deep - 1)))

function refuse(http: HttpContext, problem: Problem, requestId: string): Response {
  http.header('Content-Type', 'application/problem+json; charset=utf-8')
  http.header('Cache-Control', 'no-store')
  if (problem.code === 'busy') http.header('Retry-After', '2')
  return http.body(JSON.stringify(problem.body(requestId)), problem.status as 400)
}

/** A refusal is answered as it is; anything else is a bug: logged whole with its id, answered without inner detail. */
function failed(http: HttpContext, error: unknown, requestId: string): Response {
  if (error instanceof Problem) return refuse(http, error, requestId)
  const throttled =
    error instanceof Error && /Throttl|ProvisionedThroughput|TransactionConflict/.test(error.name)
  log.error('request failed', { requestId, route: http.req.routePath, error: error as Error })
  return refuse(http, new Problem(throttled ? 'busy' : 'our-fault'), requestId)
}
