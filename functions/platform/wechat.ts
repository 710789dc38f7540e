/**
 * WeChat: who a login code belongs to, a phone number, messages, the check of texts, codes to scan. One client, one
 * token at a time; what WeChat answers is believed only as far as it has the declared form. Nothing of it is logged.
 */
import * as z from 'zod/mini'
import { config, type WechatSettings } from './config'
import { log } from './log'
import { Problem } from './problem'
import { aBreaker, asked, Unanswered } from './wechat-call'

const Failed = z.object({ errcode: z.number() })
const Token = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() })
// the session key in the same answer is dropped here: nothing of ours needs it
const LoggedIn = z.object({ openid: z.string().check(z.regex(/^[\w-]{8,128}$/)) })
const PhoneInfo = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().check(z.regex(/^1[3-9]\d{9}$/)),
    countryCode: z.literal('86'),
    watermark: z.object({ appid: z.string() }),
  }),
})
const Done = z.object({ errcode: z.literal(0) })
const Checked = z.object({ errcode: z.literal(0), result: z.object({ suggest: z.string() }) })

/** The code was not given out by WeChat for us, is too old, or was used. */
const CODE_REFUSED = [40029, 40163, 41008, 40226]
const TOKEN_OVER = [40001, 40014, 42001]
const NOT_WANTED = 43101
const SYSTEM_BUSY = -1

const EARLY_MS = 5 * 60_000
const TEXT_MOST = 2500
const KB = 1024

/** What became of a message: `refused` is the person's word and final, `failed` may be tried again. */
export type Delivery = 'sent' | 'refused' | 'failed'
/** What WeChat says of a text; `unknown` while nobody answers. */
export type TextVerdict = 'pass' | 'risky' | 'unknown'

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** The page of the mini-program that a tap opens. */
  readonly page: string
  readonly data: Readonly<Record<string, { value: string }>>
}

export interface Wechat {
  /** Whose login code this is; throws `wechat-code-invalid`, `wechat-unavailable`. */
  codeToSession(code: string): Promise<{ openid: string }>
  /** The mainland phone number behind a `getPhoneNumber` code; throws as above. */
  phoneOf(code: string): Promise<{ phone: string }>
  /** Sends one subscribe message; never throws. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Delivery>
  /** What WeChat thinks of a person's text, within `timeoutMs`; never throws. */
  checkText(text: string, openid: string): Promise<TextVerdict>
  /** The picture of a code to scan (PNG); `scene` at most 32 characters. Throws `wechat-unavailable`. */
  codeImage(scene: string, page: string): Promise<Uint8Array>
}

/** What a test sets: a clock in milliseconds, how long to wait. */
export interface WechatSurroundings {
  readonly clock?: () => number
  readonly timeoutMs?: number
}

/** A client of these settings. */
export function createWechat(settings: WechatSettings, surroundings: WechatSurroundings = {}): Wechat {
  const { clock = () => performance.now(), timeoutMs = 3000 } = surroundings
  const { appId, secret, url } = settings
  const breaker = aBreaker(clock)
  let token: { value: string; until: number } | undefined
  let refreshing: Promise<string> | undefined

  const call = (path: string, body?: object, most = 64 * KB, within = timeoutMs): Promise<Uint8Array> =>
    breaker(() => asked(`${url}${path}`, body, most, within))
  const read = (bytes: Uint8Array): unknown => {
    try {
      return JSON.parse(new TextDecoder().decode(bytes))
    } catch {
      throw new Unanswered('not JSON')
    }
  }
  const errorOf = (answer: unknown): number => {
    const { success, data } = Failed.safeParse(answer)
    return success ? data.errcode : 0
  }

  const fetchToken = async (force: boolean): Promise<string> => {
    const asking = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
    const answer = Token.safeParse(read(await call('/cgi-bin/stable_token', asking)))
    if (!answer.success) throw new Unanswered('no token')
    token = { value: answer.data.access_token, until: clock() + answer.data.expires_in * 1000 - EARLY_MS }
    return token.value
  }
  /** The token that is good now; whoever asks while it is fetched waits for the same one. */
  const accessToken = (): Promise<string> => {
    if (token && clock() < token.until) return Promise.resolve(token.value)
    return (refreshing ??= fetchToken(false).finally(() => (refreshing = undefined)))
  }
  /** A call with the token. One that is over is fetched anew once, and by force once more. */
  const withToken = async (
    path: string,
    body: object,
    most?: number,
    within?: number,
  ): Promise<Uint8Array> => {
    for (let attempt = 0; ; attempt++) {
      const value = await accessToken()
      const bytes = await call(`${path}?access_token=${encodeURIComponent(value)}`, body, most, within)
      const code = bytes[0] === 0x7b ? errorOf(read(bytes)) : 0
      if (code === SYSTEM_BUSY && attempt === 0) continue
      if (!TOKEN_OVER.includes(code) || attempt === 2) return bytes
      if (token?.value === value) token = undefined
      if (attempt === 1) await (refreshing ??= fetchToken(true).finally(() => (refreshing = undefined)))
    }
  }
  /** What a code stands for; every failure is one of two refusals. */
  const ofCode = async <T>(answered: Promise<unknown>, form: z.ZodMiniType<T>): Promise<T> => {
    const answer = await answered.catch(unavailable)
    if (CODE_REFUSED.includes(errorOf(answer))) throw new Problem('wechat-code-invalid')
    const { success, data } = form.safeParse(answer)
    if (!success) throw unavailable(new Unanswered(`errcode ${errorOf(answer)}`))
    return data
  }

  const checkPart = async (content: string, openid: string): Promise<TextVerdict> => {
    const body = { content, version: 2, scene: 2, openid }
    const answer = Checked.safeParse(read(await withToken('/wxa/msg_sec_check', body)))
    if (!answer.success) return 'unknown'
    return answer.data.result.suggest === 'pass' ? 'pass' : 'risky'
  }

  return {
    codeToSession: async (code) => {
      const query = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const { openid } = await ofCode(call(`/sns/jscode2session?${query}`).then(read), LoggedIn)
      return { openid }
    },
    phoneOf: async (code) => {
      const answered = withToken('/wxa/business/getuserphonenumber', { code }).then(read)
      const { phone_info: info } = await ofCode(answered, PhoneInfo)
      if (info.watermark.appid !== appId) throw new Problem('wechat-code-invalid')
      return { phone: info.purePhoneNumber }
    },
    sendSubscribeMessage: async ({ openid, templateId, page, data }) => {
      try {
        const body = { touser: openid, template_id: templateId, page, data, lang: 'zh_CN' }
        const answer = read(await withToken('/cgi-bin/message/subscribe/send', body))
        if (errorOf(answer) === NOT_WANTED) return 'refused'
        return Done.safeParse(answer).success ? 'sent' : 'failed'
      } catch (error) {
        reported(error)
        return 'failed'
      }
    },
    checkText: async (text, openid) => {
      const parts = Array.from({ length: Math.ceil(text.length / TEXT_MOST) }, (_, n) =>
        text.slice(n * TEXT_MOST, (n + 1) * TEXT_MOST),
      )
      try {
        const verdicts = await Promise.all(parts.map((part) => checkPart(part, openid)))
        return verdicts.find((each) => each === 'risky') ?? verdicts.find((each) => each !== 'pass') ?? 'pass'
      } catch (error) {
        reported(error)
        return 'unknown'
      }
    },
    codeImage: async (scene, page) => {
      const body = { scene, page, check_path: false, width: 430 }
      const bytes = await withToken('/wxa/getwxacodeunlimit', body, 2048 * KB).catch(unavailable)
      const isPicture = (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8)
      if (!isPicture) throw unavailable(new Unanswered('no picture'))
      return bytes
    },
  }
}

/** Only that something failed, and how: no code, no token, no person. */
const reported = (error: unknown): void =>
  void log.warn('wechat did not answer as it should', {
    why: error instanceof Unanswered ? error.message : 'unexpected',
  })

function unavailable(error: unknown): never {
  reported(error)
  throw new Problem('wechat-unavailable')
}

let known: Wechat | undefined
/** WeChat as this configuration reaches it; throws `feature-off` where there are no credentials. */
export function wechat(): Wechat {
  const settings = config().wechat
  if (!settings) throw new Problem('feature-off', { feature: 'wechat' })
  return (known ??= createWechat(settings))
}
