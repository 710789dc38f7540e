/** What WeChat answers, as far as it is believed: the declared form, and the error codes that mean something to us. */
import * as z from 'zod/mini'
import { Unanswered } from './wechat-call'

const Refused = z.object({ errcode: z.int(), errmsg: z.optional(z.string()) })

export const Token = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(1000)),
  expires_in: z.number().check(z.positive()),
})
// the session key in the same answer is dropped here: nothing of ours needs it
export const LoggedIn = z.object({
  openid: z.string().check(z.regex(/^[\w-]{6,128}$/)),
  unionid: z.optional(z.string().check(z.regex(/^[\w-]{6,128}$/))),
})
export const PhoneInfo = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().check(z.regex(/^\d{1,20}$/)),
    /** The documentation has it as a text and as a number. */
    countryCode: z.union([z.string(), z.number()]),
    watermark: z.object({ appid: z.string() }),
  }),
})
export const Done = z.object({ errcode: z.literal(0) })
export const Checked = z.object({
  errcode: z.literal(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }),
})
/** PNG when a transparent ground is asked for, JPEG else. */
export const Picture = z.custom<Uint8Array>(
  (answer) =>
    answer instanceof Uint8Array &&
    ((answer[0] === 0x89 && answer[1] === 0x50) || (answer[0] === 0xff && answer[1] === 0xd8)),
)

export const SYSTEM_BUSY = -1
/** The token is invalid; only by this one may WeChat mean that it must be replaced by force. */
export const TOKEN_INVALID = 40001
export const TOKEN_OVER: readonly number[] = [TOKEN_INVALID, 40014, 42001]
/** The code was not given out by WeChat for us, is missing, too old or used, or its holder is held off by WeChat. */
export const CODE_REFUSED: readonly number[] = [40029, 40163, 41008, 42003, 40226]
export const MESSAGE_REFUSED = 43101
/** No such receiver, template, page or sending right, data or words that do not fit: the same again fails again. */
export const MESSAGE_IMPOSSIBLE: readonly number[] = [40003, 40037, 41030, 43107, 45168, 47003]
/** How version 1 of the check said that a text is risky. */
export const TEXT_RISKY = 87014

/** WeChat's yes, in the declared form, or its no. */
export type Understood<T> = { readonly data: T } | { readonly errcode: number; readonly rid?: string }

/** Reads an answer; throws Unanswered for what is neither a no nor of the form. `rid` is what WeChat's support asks for. */
export function understood<T>(bytes: Uint8Array, form: z.ZodMiniType<T>): Understood<T> {
  const answer = bytes[0] === 0x7b ? json(bytes) : bytes
  const { success: isRefused, data: refused } = Refused.safeParse(answer)
  if (isRefused && refused.errcode !== 0) {
    const rid = /\brid: ([\w-]{8,60})/.exec(refused.errmsg ?? '')?.[1]
    return { errcode: refused.errcode, ...(rid && { rid }) }
  }
  const { success, data } = form.safeParse(answer)
  if (!success) throw new Unanswered('not of the declared form')
  return { data }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Unanswered('not JSON')
  }
}
