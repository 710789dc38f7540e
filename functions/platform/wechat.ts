/**
 * WeChat: who a login code belongs to, a phone number, messages, the check of texts, codes to scan. One client, one
 * token at a time; what WeChat answers is believed only as far as it has the declared form. Nothing of it is logged.
 */
import type * as z from 'zod/mini'
import { Phone } from '@one-window/shared/identity/fields'
import { config, type WechatSettings } from './config'
import { log } from './log'
import { Problem } from './problem'
import * as answers from './wechat-answers'
import { aBreaker, asked, Unanswered, within } from './wechat-call'
import { aTokenKeeper } from './wechat-token'

const { understood } = answers
const KB = 1024
const ANSWER_MOST = 64 * KB
const PICTURE_MOST = 2048 * KB
/** Characters of one check; parts overlap, so that nothing is hidden on the seam. */
const TEXT_MOST = 2500
const TEXT_OVERLAP = 20
/** What a scene may be made of (getwxacodeunlimit). */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/

const textScenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const

/**
 * What became of a message: `refused` is the person's word and final, `failed` may be tried again (one consent lets one
 * message through, however often it is tried), `impossible` fails the same way however often.
 */
export type Delivery = 'sent' | 'refused' | 'failed' | 'impossible'
/** What WeChat says of a text; `unknown` while nobody answers. What WeChat wants a person to look at counts as risky. */
export type TextVerdict = 'pass' | 'risky' | 'unknown'

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** The page of the mini-program that a tap opens. */
  readonly page: string
  readonly data: Readonly<Record<string, { value: string }>>
}

/** Where a text stands, a comment unless said, and how many ms its check may take in all, 3 s unless said. */
export interface TextCheck {
  readonly scene?: keyof typeof textScenes
  readonly withinMs?: number
}

export interface Wechat {
  /** Whose login code this is; throws `wechat-code-invalid`, `wechat-unavailable`. */
  codeToSession(code: string): Promise<{ openid: string; unionid?: string }>
  /** The mainland phone number behind a `getPhoneNumber` code; throws as above, `bad-input` for a foreign number. */
  phoneOf(code: string): Promise<{ phone: string }>
  /** Sends one subscribe message; never throws. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Delivery>
  /** What WeChat thinks of a person's text; never throws. */
  checkText(text: string, openid: string, check?: TextCheck): Promise<TextVerdict>
  /**
   * The picture of a code to scan (PNG); `scene` is at most 32 of the characters WeChat allows, `page` has no slash in
   * front. Throws `wechat-unavailable`, and RangeError for a scene that is none.
   */
  codeImage(scene: string, page: string, env?: 'release' | 'trial' | 'develop'): Promise<Uint8Array>
}

/** What a test sets: a clock in milliseconds, how long to wait. */
export interface WechatSurroundings {
  readonly clock?: () => number
  readonly timeoutMs?: number
}

class Busy extends Unanswered {}

/** A client of these settings. */
export function createWechat(settings: WechatSettings, surroundings: WechatSurroundings = {}): Wechat {
  const { clock = () => performance.now(), timeoutMs = 3000 } = surroundings
  const { appId, secret, url } = settings
  const breakers = new Map<string, ReturnType<typeof aBreaker>>()
  const breakerOf = (path: string) => {
    const breaker = breakers.get(path) ?? aBreaker(clock)
    breakers.set(path, breaker)
    return breaker
  }

  interface Asking<T> {
    readonly form: z.ZodMiniType<T>
    readonly query?: Record<string, string>
    readonly body?: object
    readonly most?: number
  }
  /** One path in trouble does not close the others. */
  const once = <T>(path: string, { form, query, body, most = ANSWER_MOST }: Asking<T>) =>
    breakerOf(path)(async () => {
      const address = `${url}${path}${query ? `?${new URLSearchParams(query)}` : ''}`
      const answer = understood(await asked(address, body, most, timeoutMs), form)
      if ('errcode' in answer && answer.errcode === answers.SYSTEM_BUSY) throw new Busy('errcode -1')
      return answer
    })
  /** A system that says it is busy is asked once more. */
  const call = <T>(path: string, asking: Asking<T>): Promise<answers.Understood<T>> =>
    once(path, asking).catch((error: unknown) => {
      if (error instanceof Busy) return once(path, asking)
      throw error
    })

  const tokens = aTokenKeeper(async (force) => {
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
    const answer = await call('/cgi-bin/stable_token', { form: answers.Token, body })
    if ('errcode' in answer) throw refusal('/cgi-bin/stable_token', answer)
    return { value: answer.data.access_token, seconds: answer.data.expires_in }
  }, clock)

  /** A token that is over is replaced and the call repeated; the next one, if that is invalid too, by force. */
  const withToken = async <T>(path: string, asking: Asking<T>): Promise<answers.Understood<T>> => {
    let value = await tokens.current()
    for (let refusals = 0; ; refusals++) {
      const answer = await call(path, { ...asking, query: { access_token: value } })
      if (!('errcode' in answer) || !answers.TOKEN_OVER.includes(answer.errcode)) return answer
      if (refusals === 2 || (refusals === 1 && answer.errcode !== answers.TOKEN_INVALID)) return answer
      value = await tokens.after(value, refusals === 1)
    }
  }

  /** What a code stands for; every failure is one of two refusals. */
  const ofCode = async <T>(path: string, asking: Promise<answers.Understood<T>>): Promise<T> => {
    const answer = await asking.catch((error: unknown) => unavailable(path, error))
    if ('data' in answer) return answer.data
    if (answers.CODE_REFUSED.includes(answer.errcode)) throw new Problem('wechat-code-invalid')
    return unavailable(path, refusal(path, answer))
  }

  const checkPart = async (content: string, openid: string, scene: number): Promise<TextVerdict> => {
    const path = '/wxa/msg_sec_check'
    try {
      const body = { content, version: 2, scene, openid }
      const answer = await withToken(path, { form: answers.Checked, body })
      if ('data' in answer) return answer.data.result.suggest === 'pass' ? 'pass' : 'risky'
      if (answer.errcode === answers.TEXT_RISKY) return 'risky'
      throw refusal(path, answer)
    } catch (error) {
      reported(path, error)
      return 'unknown'
    }
  }

  return {
    codeToSession: (code) => {
      const path = '/sns/jscode2session'
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
      return ofCode(path, call(path, { form: answers.LoggedIn, query }))
    },
    phoneOf: async (code) => {
      const path = '/wxa/business/getuserphonenumber'
      const asking = withToken(path, { form: answers.PhoneInfo, body: { code } })
      const { purePhoneNumber, countryCode, watermark } = (await ofCode(path, asking)).phone_info
      if (watermark.appid !== appId) throw new Problem('wechat-code-invalid')
      if (String(countryCode) !== '86' || !Phone.safeParse(purePhoneNumber).success)
        throw new Problem('bad-input', {
          errors: [{ pointer: '/code', message: '微信绑的不是内地手机号，请直接填一个内地手机号' }],
        })
      return { phone: purePhoneNumber }
    },
    sendSubscribeMessage: async ({ openid, templateId, page, data }) => {
      const path = '/cgi-bin/message/subscribe/send'
      try {
        const body = { touser: openid, template_id: templateId, page, data, lang: 'zh_CN' }
        const answer = await withToken(path, { form: answers.Done, body })
        if ('data' in answer) return 'sent'
        if (answer.errcode === answers.MESSAGE_REFUSED) return 'refused'
        reported(path, refusal(path, answer))
        return answers.MESSAGE_IMPOSSIBLE.includes(answer.errcode) ? 'impossible' : 'failed'
      } catch (error) {
        reported(path, error)
        return 'failed'
      }
    },
    checkText: async (text, openid, { scene = 'comment', withinMs = timeoutMs } = {}) => {
      const checked = Promise.all(partsOf(text).map((part) => checkPart(part, openid, textScenes[scene])))
      const verdict = checked.then(
        (all): TextVerdict => (['risky', 'unknown'] as const).find((each) => all.includes(each)) ?? 'pass',
      )
      return within<TextVerdict>(withinMs, 'unknown', verdict)
    },
    codeImage: async (scene, page, env = 'release') => {
      const path = '/wxa/getwxacodeunlimit'
      if (!SCENE.test(scene)) throw new RangeError('a scene is 1 to 32 of the characters that WeChat allows')
      const body = { scene, page, env_version: env, check_path: false, is_hyaline: true, width: 430 }
      const asking = withToken(path, { form: answers.Picture, body, most: PICTURE_MOST })
      return ofCode(path, asking)
    },
  }
}

/** The parts of a text that are checked one by one, cut between characters; none of an empty text. */
function partsOf(text: string): string[] {
  const characters = Array.from(text)
  const parts: string[] = []
  for (let from = 0; from < characters.length; from += TEXT_MOST - TEXT_OVERLAP) {
    parts.push(characters.slice(from, from + TEXT_MOST).join(''))
    if (from + TEXT_MOST >= characters.length) break
  }
  return parts
}

const refusal = (path: string, { errcode, rid }: { errcode: number; rid?: string }): Unanswered =>
  new Unanswered(`errcode ${errcode}${rid ? `, rid ${rid}` : ''}`, { cause: path })

/** Only that something failed, and how: no code, no token, no person. */
const reported = (path: string, error: unknown): void =>
  void log.warn('wechat did not answer as it should', {
    path: error instanceof Error && typeof error.cause === 'string' ? error.cause : path,
    why: error instanceof Unanswered ? error.message : 'unexpected',
  })

function unavailable(path: string, error: unknown): never {
  reported(path, error)
  throw new Problem('wechat-unavailable')
}

let known: Wechat | undefined
/** WeChat as this configuration reaches it; throws `feature-off` where there are no credentials. */
export function wechat(): Wechat {
  const settings = config().wechat
  if (!settings) throw new Problem('feature-off', { feature: 'wechat' })
  return (known ??= createWechat(settings))
}

/** What of WeChat is on here: anything at all, and messages, which need templates too. */
export const features = (): { wechat: boolean; messages: boolean } => {
  const { wechat: settings } = config()
  return { wechat: !!settings, messages: Object.keys(settings?.templates ?? {}).length > 0 }
}
