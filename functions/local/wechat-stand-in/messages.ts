/** Subscribe messages: one consent is one message, and words must fit the kind of field they stand in. */
import { done, refusal, type Json } from './refusal'

/** A message as it was sent. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { value: string }>>
}

export interface Messages {
  readonly sent: readonly SentMessage[]
  /** The person taps 允许: each time is good for one message. */
  grant(openid: string, templateId: string, times?: number): void
  send(body: Json): Json
}

const TIME = '\\d{1,2}:\\d{2}(:\\d{2})?'
const DAY = '(\\d{4}年\\d{1,2}月(\\d{1,2}日)?|\\d{1,2}月\\d{1,2}日|\\d{4}([-/.])\\d{1,2}(\\3\\d{1,2})?)'
const span = (point: string): RegExp => new RegExp(`^${point}(~${point.replaceAll('\\3', '[-/.]')})?$`)

/** What a field of each kind may hold, as sendMessage documents it. */
const fits: Record<string, RegExp> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: span(`(${DAY} ?)?${TIME}`),
  date: span(`${DAY}( ?${TIME})?`),
  amount: /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\- ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z\d]{1,8}$/u,
  name: /^([\p{Script=Han}A-Za-z·]{1,10}|[A-Za-z\p{P} ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  enum: /^.+$/u,
}
const PAGE = /^([\w-]+(\/[\w-]+)*(\?[^\s]*)?)?$/

/** Without `templates` every id is one of a template. */
export function newMessages(templates?: readonly string[]): Messages {
  const granted = new Map<string, number>()
  const sent: SentMessage[] = []
  const keyOf = (openid: string, templateId: string): string => `${openid} ${templateId}`
  return {
    sent,
    grant: (openid, templateId, times = 1) => {
      const key = keyOf(openid, templateId)
      granted.set(key, (granted.get(key) ?? 0) + times)
    },
    send: ({ touser, template_id: templateId, page = '', data }) => {
      if (typeof touser !== 'string' || !/^[\w-]{6,}$/.test(touser)) return refusal(40003, 'invalid openid')
      if (typeof templateId !== 'string' || !templateId || templates?.includes(templateId) === false)
        return refusal(40037, 'invalid template_id')
      if (typeof page !== 'string' || !PAGE.test(page)) return refusal(41030, 'invalid page')
      const unfit = unfitIn(data)
      if (unfit) return refusal(47003, `argument invalid! ${unfit} invalid`)
      const key = keyOf(touser, templateId)
      const left = granted.get(key) ?? 0
      if (left < 1) return refusal(43101, 'user refuse to accept the msg')
      granted.set(key, left - 1)
      sent.push({ openid: touser, templateId, page, data: data as SentMessage['data'] })
      return { ...done, msgid: sent.length }
    },
  }
}

/** The first field whose words do not fit its kind. */
function unfitIn(data: unknown): string | undefined {
  const fields = Object.entries((data ?? {}) as Record<string, { value?: unknown } | null>)
  if (fields.length === 0) return 'data'
  return fields.find(([name, field]) => {
    const kind = fits[name.replace(/\d+$/, '')]
    return !kind || typeof field?.value !== 'string' || !kind.test(field.value)
  })?.[0]
}
