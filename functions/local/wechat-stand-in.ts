/**
 * A stand-in for WeChat's server on loopback, for local runs and tests: codes used once, tokens that end, quotas,
 * refusals, and on demand slow, broken and oversized answers.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the next answers go wrong. */
export type Trouble = 'slow' | 'garbled' | 'html' | 'huge' | '500' | 'busy' | 'strange'

/** A message as it was sent. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { value: string }>>
}

export interface WechatStandIn {
  readonly url: string
  readonly appId: string
  readonly secret: string
  /** A code as `wx.login` gives it to the phone of this person. */
  newLoginCode(openid: string): string
  /** A code as `getPhoneNumber` gives it; `appId` of another mini-program to be refused. */
  newPhoneCode(phone: string, appId?: string): string
  /** The person taps 允许 in the request for a message: each time is good for one message. */
  grant(openid: string, templateId: string, times?: number): void
  /** Every token given out so far is over. */
  expireTokens(): void
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
}

const CODE_MS = 5 * 60_000
const TOKEN_S = 7200
const FORCED_A_DAY = 20
/** A text that holds this is found 违规. */
export const RISKY_WORDS = '违法样例'
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** What a scene may be made of (getwxacodeunlimit). */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/

type Json = Record<string, unknown>
const refusal = (errcode: number, errmsg: string): Json => ({ errcode, errmsg })
const done = { errcode: 0, errmsg: 'ok' }

/** Starts the stand-in on loopback; it keeps everything in memory. */
export async function startWechatStandIn({
  now = () => new Date(),
  port = 0,
}: Settings = {}): Promise<WechatStandIn> {
  const appId = 'wx0000standin0001'
  const secret = randomBytes(16).toString('hex')
  const codes = new Map<string, { of: string; appId: string; until: number; used: boolean }>()
  const tokens = new Map<string, number>()
  const granted = new Map<string, number>()
  const sent: SentMessage[] = []
  const counts = new Map<string, number>()
  const troubles: { trouble: Trouble; left: number; path?: string | undefined }[] = []
  let forced = 0
  let current: string | undefined

  const newCode = (of: string, by = appId): string => {
    const code = `0${randomBytes(15).toString('hex')}`
    codes.set(code, { of, appId: by, until: now().getTime() + CODE_MS, used: false })
    return code
  }
  const useCode = (code: string): { of: string; appId: string } | Json => {
    const known = codes.get(code)
    if (!known || now().getTime() > known.until) return refusal(40029, 'invalid code')
    if (known.used) return refusal(40163, 'code been used')
    known.used = true
    return known
  }
  const grantKey = (openid: string, templateId: string): string => `${openid} ${templateId}`
  const grant = (openid: string, templateId: string, times = 1): void => {
    const key = grantKey(openid, templateId)
    granted.set(key, (granted.get(key) ?? 0) + times)
  }

  const giveToken = (body: Json): Json => {
    if (body.appid !== appId) return refusal(40013, 'invalid appid')
    if (body.secret !== secret) return refusal(40125, 'invalid appsecret')
    const isGood = current !== undefined && now().getTime() < (tokens.get(current) ?? 0)
    if (body.force_refresh === true) {
      forced += 1
      if (forced > FORCED_A_DAY) return refusal(45009, 'reach max api daily quota limit')
    }
    if (!isGood || body.force_refresh === true) {
      current = randomBytes(24).toString('hex')
      tokens.set(current, now().getTime() + TOKEN_S * 1000)
    }
    return { access_token: current, expires_in: TOKEN_S }
  }
  const refusedToken = (token: string | null): Json | undefined => {
    if (!token) return refusal(41001, 'access_token missing')
    const until = tokens.get(token)
    if (until === undefined)
      return refusal(40001, 'invalid credential, access_token is invalid or not latest')
    return now().getTime() < until ? undefined : refusal(42001, 'access_token expired')
  }
  const login = (query: URLSearchParams): Json => {
    if (query.get('appid') !== appId) return refusal(40013, 'invalid appid')
    if (query.get('secret') !== secret) return refusal(40125, 'invalid appsecret')
    const used = useCode(query.get('js_code') ?? '')
    return 'of' in used ? { openid: used.of, session_key: `canary-session-key-${used.of}` } : used
  }
  const phone = (body: Json): Json => {
    const used = useCode(String(body.code))
    if (!('of' in used)) return used
    const watermark = { timestamp: Math.floor(now().getTime() / 1000), appid: used.appId }
    const info = { phoneNumber: used.of, purePhoneNumber: used.of, countryCode: '86', watermark }
    return { ...done, phone_info: info }
  }
  const send = (body: Json): Json => {
    const { touser, template_id: templateId, page, data } = body as Json & SentMessage & { touser: string }
    if (typeof templateId !== 'string' || templateId === '') return refusal(40037, 'invalid template_id')
    const values = Object.entries((data ?? {}) as SentMessage['data'])
    const fits = ([name, { value }]: (typeof values)[number]) =>
      typeof value === 'string' && value !== '' && (!name.startsWith('thing') || value.length <= 20)
    if (values.length === 0 || !values.every(fits)) return refusal(47003, 'argument invalid')
    const left = granted.get(grantKey(touser, templateId)) ?? 0
    if (left === 0) return refusal(43101, 'user refuse to accept the msg')
    granted.set(grantKey(touser, templateId), left - 1)
    sent.push({
      openid: touser,
      templateId,
      page: String(page ?? ''),
      data: (data ?? {}) as SentMessage['data'],
    })
    return { ...done, msgid: String(sent.length) }
  }
  const check = ({ content, openid }: Json): Json => {
    if (typeof content !== 'string' || content.length > 2500) return refusal(44991, 'content too long')
    if (typeof openid !== 'string') return refusal(40003, 'invalid openid')
    const isRisky = content.includes(RISKY_WORDS)
    return { ...done, result: { suggest: isRisky ? 'risky' : 'pass', label: isRisky ? 20001 : 100 } }
  }
  const picture = ({ scene }: Json): Json | Buffer =>
    SCENE.test(String(scene)) ? Buffer.from(ONE_PIXEL, 'base64') : refusal(40169, 'invalid length for scene')

  /** What only the phone of a local run asks: the codes that WeChat itself would hand to it. */
  const handedToPhone = (path: string, body: Json): Json | undefined => {
    if (path === '/_stand-in/login-code')
      return { code: newCode(`o-${Buffer.from(String(body.person)).toString('hex').slice(0, 60)}`) }
    if (path === '/_stand-in/phone-code') return { code: newCode(String(body.phone)) }
    return undefined
  }
  const answerOf = (path: string, query: URLSearchParams, body: Json): Json | Buffer => {
    if (path === '/cgi-bin/stable_token') return giveToken(body)
    if (path === '/sns/jscode2session') return login(query)
    const apis: Record<string, (body: Json) => Json | Buffer> = {
      '/wxa/business/getuserphonenumber': phone,
      '/cgi-bin/message/subscribe/send': send,
      '/wxa/msg_sec_check': check,
      '/wxa/getwxacodeunlimit': picture,
    }
    const api = apis[path]
    if (!api) return handedToPhone(path, body) ?? refusal(40066, 'invalid url')
    return refusedToken(query.get('access_token')) ?? api(body)
  }

  const server = createServer((request, response) => void serve(request, response))
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    counts.set(pathname, (counts.get(pathname) ?? 0) + 1)
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const trouble = troubles.find((each) => each.left > 0 && (each.path ?? pathname) === pathname)
    if (trouble) {
      trouble.left -= 1
      return goWrong(trouble.trouble, response)
    }
    const text = Buffer.concat(chunks).toString()
    const answer = answerOf(pathname, searchParams, text === '' ? {} : (JSON.parse(text) as Json))
    if (Buffer.isBuffer(answer)) response.setHeader('content-type', 'image/png').end(answer)
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    secret,
    newLoginCode: (openid) => newCode(openid),
    newPhoneCode: newCode,
    grant,
    expireTokens: () => {
      for (const token of tokens.keys()) tokens.set(token, 0)
    },
    fail: (trouble, times = 1, path) => void troubles.push({ trouble, left: times, path }),
    sent,
    asked: (path) => counts.get(path) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers as a server in trouble does; `slow` never answers. */
function goWrong(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'slow') return
  if (trouble === '500') response.statusCode = 500
  const bodies: Record<Exclude<Trouble, 'slow'>, string> = {
    '500': 'oops',
    garbled: '{"openid": "o-',
    html: '<html>系统维护</html>',
    huge: `{"openid":"${'x'.repeat(3 * 1024 * 1024)}"}`,
    busy: JSON.stringify(refusal(-1, 'system error')),
    strange: JSON.stringify({ errcode: '0', openid: 17, extra: true }),
  }
  response.end(bodies[trouble])
}
