/**
 * A stand-in for WeChat's server on loopback, for local runs and tests: codes used once, tokens that end, quotas,
 * refusals, and on demand slow, broken and oversized answers.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newCodes } from './wechat-stand-in/codes'
import { newMessages, type SentMessage } from './wechat-stand-in/messages'
import { done, refusal, type Json } from './wechat-stand-in/refusal'
import { newTokens } from './wechat-stand-in/tokens'
import { newTroubles, type Trouble } from './wechat-stand-in/troubles'

export interface WechatStandIn {
  readonly url: string
  readonly appId: string
  readonly secret: string
  /** A code as `wx.login` gives it to the phone of this person; one of another mini-program is refused. */
  newLoginCode(openid: string, appId?: string): string
  /** A code as `getPhoneNumber` gives it; `appId` of another mini-program to be refused. `+852 …` is foreign. */
  newPhoneCode(phone: string, appId?: string): string
  /** The person taps 允许 in the request for a message: each time is good for one message. */
  grant(openid: string, templateId: string, times?: number): void
  /** Every token given out so far is over. */
  expireTokens(): void
  /** The token of now is refused (40001), though it is still given out, until another one is forced. */
  spoilToken(): void
  /** The next `times` answers of this path (all when absent) go wrong so. */
  fail(trouble: Trouble, times?: number, path?: string): void
  readonly sent: readonly SentMessage[]
  /** How often each path was asked. */
  asked(path: string): number
  stop(): Promise<void>
}

interface Settings {
  readonly now?: () => Date
  /** Port on loopback; any free one unless said. */
  readonly port?: number
  /** The ids of the templates; every id is one unless said. */
  readonly templates?: readonly string[]
  /** Calls a minute: logins of one person, pictures in all. */
  readonly quota?: { readonly logins: number; readonly pictures: number }
}

/** A text that holds this is found 违规. */
export const RISKY_WORDS = '违法样例'
/** A text that holds this is one that WeChat wants a person to look at. */
export const DOUBTFUL_WORDS = '存疑样例'
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** What a scene may be made of (getwxacodeunlimit). */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
/** The app of a local run, which is another origin. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
const MOST_READ = 1024 * 1024

/** The openid of a person of a local run: the same text is the same person. */
const openidOf = (person: unknown): string =>
  `o${createHash('sha256').update(String(person)).digest('base64url').slice(0, 27)}`
/** A number that is nobody's: 199 and eight digits of the person. */
const phoneFor = (person: unknown): string =>
  `199${(createHash('sha256').update(String(person)).digest().readUInt32BE() % 100_000_000).toString().padStart(8, '0')}`

/** Starts the stand-in on loopback; it keeps everything in memory. */
export async function startWechatStandIn({
  now = () => new Date(),
  port = 0,
  templates,
  quota = { logins: 100, pictures: 5000 },
}: Settings = {}): Promise<WechatStandIn> {
  const appId = 'wx0000standin0001'
  const secret = randomBytes(16).toString('hex')
  const clock = (): number => now().getTime()
  const codes = newCodes(clock)
  const tokens = newTokens(clock)
  const messages = newMessages(templates)
  const troubles = newTroubles()
  const counts = new Map<string, number>()
  const perMinute = new Map<string, number>()
  const isTooOften = (what: string, most: number): boolean => {
    const key = `${what} ${Math.floor(clock() / 60_000)}`
    perMinute.set(key, (perMinute.get(key) ?? 0) + 1)
    return perMinute.get(key)! > most
  }

  const credentialRefusal = (id: unknown, given: unknown): Json | undefined =>
    id !== appId
      ? refusal(40013, 'invalid appid')
      : given !== secret
        ? refusal(40125, 'invalid appsecret')
        : undefined
  const login = (query: URLSearchParams): Json => {
    const meant = codes.take('login', query.get('js_code'))
    if (!('of' in meant)) return meant
    if (meant.appId !== appId) return refusal(40029, 'invalid code')
    if (isTooOften(`login ${String(meant.of)}`, quota.logins))
      return refusal(45011, 'api minute-quota reach limit')
    return { openid: meant.of, session_key: `canary-session-key-${String(meant.of)}` }
  }
  const phone = ({ code }: Json): Json => {
    const meant = codes.take('phone', code)
    if (!('of' in meant)) return meant
    const [, countryCode = '86', purePhoneNumber] = /^(?:\+(\d+) )?(.*)$/.exec(String(meant.of)) ?? []
    const watermark = { timestamp: Math.floor(clock() / 1000), appid: meant.appId }
    const phoneNumber = countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`
    return { ...done, phone_info: { phoneNumber, purePhoneNumber, countryCode, watermark } }
  }
  const check = ({ content, openid, version, scene }: Json): Json => {
    if (version !== 2) return refusal(47001, 'data format error')
    if (![1, 2, 3, 4].includes(scene as number)) return refusal(40129, 'invalid scene')
    if (typeof content !== 'string' || content === '') return refusal(44002, 'empty post data')
    if (Array.from(content).length > 2500) return refusal(45002, 'content size out of limit')
    if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid')
    const [suggest, label] = content.includes(RISKY_WORDS)
      ? ['risky', 20001]
      : content.includes(DOUBTFUL_WORDS)
        ? ['review', 20002]
        : ['pass', 100]
    const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
    return { ...done, trace_id: randomBytes(8).toString('hex'), result: { suggest, label }, detail }
  }
  const picture = ({ scene, page = '' }: Json): Json | Buffer => {
    if (isTooOften('picture', quota.pictures)) return refusal(45009, 'reach max api minute quota limit')
    if (!SCENE.test(String(scene))) return refusal(40169, 'invalid length for scene, or the data is not json')
    if (typeof page !== 'string' || /^\/|\?/.test(page)) return refusal(41030, 'invalid page')
    return Buffer.from(ONE_PIXEL, 'base64')
  }

  /** What only the phone of a local run asks: what WeChat itself would do there. */
  const onPhone: Record<string, (body: Json) => Json> = {
    '/_stand-in/login-code': ({ person }) => ({ code: codes.give('login', { of: openidOf(person), appId }) }),
    '/_stand-in/phone-code': ({ person, phone: number = phoneFor(person) }) => ({
      code: codes.give('phone', { of: String(number), appId }),
    }),
    '/_stand-in/grant': ({ person, templateId }) => {
      messages.grant(openidOf(person), String(templateId))
      return {}
    },
  }
  const withToken: Record<string, (body: Json) => Json | Buffer> = {
    '/wxa/business/getuserphonenumber': phone,
    '/cgi-bin/message/subscribe/send': (body) => messages.send(body),
    '/wxa/msg_sec_check': check,
    '/wxa/getwxacodeunlimit': picture,
  }
  const answerOf = (method: string, path: string, query: URLSearchParams, text: string): Json | Buffer => {
    if (path === '/sns/jscode2session')
      return credentialRefusal(query.get('appid'), query.get('secret')) ?? login(query)
    if (method !== 'POST') return refusal(43002, 'require POST method')
    const body = objectIn(text)
    if (!body) return refusal(47001, 'data format error')
    if (path === '/cgi-bin/stable_token')
      return credentialRefusal(body.appid, body.secret) ?? tokens.give(body.force_refresh === true)
    const refused = withToken[path] && tokens.refusalOf(query.get('access_token'))
    return refused ?? (withToken[path] ?? onPhone[path])?.(body) ?? refusal(40066, 'invalid url')
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    counts.set(pathname, (counts.get(pathname) ?? 0) + 1)
    const { origin = '' } = request.headers
    if (pathname.startsWith('/_stand-in/') && LOOPBACK.test(origin)) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-allow-headers', 'content-type')
      if (request.method === 'OPTIONS') return void response.end()
    }
    const text = await textOf(request)
    if (troubles.answered(pathname, response)) return
    const answer = answerOf(request.method ?? '', pathname, searchParams, text)
    if (Buffer.isBuffer(answer)) response.setHeader('content-type', 'image/png').end(answer)
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    secret,
    newLoginCode: (openid, by = appId) => codes.give('login', { of: openid, appId: by }),
    newPhoneCode: (number, by = appId) => codes.give('phone', { of: number, appId: by }),
    grant: (...granted) => messages.grant(...granted),
    expireTokens: () => tokens.expire(),
    spoilToken: () => tokens.spoil(),
    fail: (...trouble) => troubles.plan(...trouble),
    sent: messages.sent,
    asked: (path) => counts.get(path) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_READ) throw new Error('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function objectIn(text: string): Json | undefined {
  try {
    const read = JSON.parse(text) as unknown
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Json) : undefined
  } catch {
    return undefined
  }
}
