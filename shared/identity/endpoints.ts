import * as z from 'zod/mini'
import { Booking } from '../booking/booking'
import { Case } from '../cases/case'
import { endpoint } from '../foundation/endpoint'
import { FileShown } from '../files/file'
import { Id } from '../foundation/id'
import { Role } from '../foundation/roles'
import { Instant } from '../foundation/time'
import { Message } from '../notifications/message'
import { Precheck } from '../prechecks/precheck'
import { Rating } from '../ratings/rating'
import { IdNumber, PersonName, Phone } from './fields'
import { matrix } from './matrix'
import { ClientKind, RealNameLevel, Session, SessionTokens } from './session'

/** A code that WeChat handed to the phone: used once, within minutes. */
export const WechatCode = z
  .string()
  .check(z.minLength(1, '微信没给登录码，请再点一次'), z.maxLength(200, '没有这么长的登录码'))
/** Six digits of the authenticator (动态码). */
export const Totp = z.string().check(z.regex(/^\d{6}$/, '动态码是6位数字'))
const RefreshToken = z.string().check(z.minLength(1, '请重新登录'), z.maxLength(2000, '请重新登录'))

/** Signs in as anyone, on local runs only. The same `person` text is the same person. */
export const signInLocally = endpoint({
  method: 'POST',
  path: '/local/sign-in',
  summary: '本机登录(只在本机运行时有)',
  allow: 'anyone',
  input: z.object({
    role: Role,
    person: z.string().check(z.minLength(1, '请填是谁'), z.maxLength(100, '太长了')),
    hallId: z.optional(Id),
    stationId: z.optional(Id),
    /** The office of an approver; the first one unless said. */
    officeId: z.optional(Id),
    /** As somebody who has not agreed to the notice yet. */
    notAgreed: z.optional(z.boolean()),
    /** As somebody who has just given the second factor. */
    steppedUp: z.optional(z.boolean()),
  }),
  output: SessionTokens,
  refuses: ['not-found'],
  changesNothing: true,
  localOnly: true,
})

/**
 * Signs a resident in by the code of `wx.login`. Nothing is kept of somebody who has not agreed to the notice as it
 * stands (PIPL art. 13–17): `consent-required` carries its `version`.
 */
export const signInWithWechat = endpoint({
  method: 'POST',
  path: '/sign-in/wechat',
  summary: '微信登录',
  allow: 'anyone',
  input: z.object({
    code: WechatCode,
    /** The version of the notice the person has agreed to; not needed again by who agreed to it before. */
    agreed: z.optional(z.string().check(z.maxLength(20))),
  }),
  output: SessionTokens,
  refuses: ['consent-required', 'wechat-code-invalid', 'wechat-unavailable', 'feature-off'],
})

/** A new access token for a refresh token, which is used up by it; one that was used before ends the session. */
export const refreshSession = endpoint({
  method: 'POST',
  path: '/session/refresh',
  summary: '续期',
  allow: 'anyone',
  input: z.object({ refreshToken: RefreshToken }),
  output: SessionTokens,
  refuses: ['not-signed-in', 'post-ended'],
})

/** Ends this session. */
export const signOut = endpoint({
  method: 'POST',
  path: '/session/end',
  summary: '退出登录',
  allow: matrix.ownSession,
  input: z.object({}),
  output: z.object({}),
  refuses: [],
})

/** Ends every session of the caller, this one too. */
export const endMySessions = endpoint({
  method: 'POST',
  path: '/me/sessions/end',
  summary: '退出所有登录',
  allow: matrix.ownSession,
  input: z.object({}),
  output: z.object({ ended: z.number() }),
  refuses: [],
})

/** Who the token says is calling, and what is known of them, masked. */
export const whoAmI = endpoint({
  method: 'GET',
  path: '/me',
  summary: '我是谁',
  allow: matrix.ownSession,
  input: z.object({}),
  output: z.extend(Session, {
    name: z.optional(z.string()),
    /** 138****1234 */
    phone: z.optional(z.string()),
    /** 430***********121X */
    idNumber: z.optional(z.string()),
    realName: RealNameLevel,
    /** The notice that was agreed to; absent for staff. */
    agreed: z.optional(z.object({ version: z.string(), at: Instant })),
    sessions: z.array(
      z.object({ sessionId: z.string(), client: ClientKind, since: Instant, current: z.boolean() }),
    ),
    /** The second factor counts as fresh until then. */
    steppedUpUntil: z.optional(Instant),
  }),
  refuses: [],
})

/** Agrees to the notice as it stands (同意), after it has changed. */
export const agreeToNotice = endpoint({
  method: 'POST',
  path: '/me/agreement',
  summary: '同意个人信息告知书',
  allow: matrix.ownThings,
  input: z.object({ version: z.string().check(z.maxLength(20)) }),
  output: z.object({ version: z.string(), at: Instant }),
  refuses: ['consent-required'],
})

/** The caller's phone: by the code of WeChat's `getPhoneNumber`, or as typed where there is no WeChat. */
export const tellPhone = endpoint({
  method: 'POST',
  path: '/me/phone',
  summary: '告诉手机号',
  allow: matrix.ownThings,
  input: z.union([z.object({ code: WechatCode }), z.object({ phone: Phone })]),
  output: z.object({ phone: z.string(), realName: RealNameLevel }),
  refuses: ['wechat-code-invalid', 'wechat-unavailable', 'feature-off'],
  collects: true,
})

/** The caller's real name, and the ID number where the service needs it; given again, it corrects (PIPL art. 46). */
export const tellRealName = endpoint({
  method: 'POST',
  path: '/me/real-name',
  summary: '告诉真实姓名',
  allow: matrix.ownThings,
  input: z.object({ name: PersonName, idNumber: z.optional(IdNumber) }),
  output: z.object({ name: z.string(), idNumber: z.optional(z.string()), realName: RealNameLevel }),
  refuses: [],
  collects: true,
})

/** The window has seen the ID card of who booked for themselves (核验): their name is known at the highest level. */
export const checkIdentity = endpoint({
  method: 'POST',
  path: '/desk/bookings/{bookingId}/identity',
  summary: '窗口核验证件',
  allow: matrix.desk,
  input: z.object({ bookingId: Id, name: PersonName, idNumber: IdNumber }),
  output: z.object({ realName: RealNameLevel }),
  refuses: ['not-found', 'wrong-status'],
})

/** Everything kept of the caller, whole, to take away (查阅、复制, PIPL art. 45). */
export const copyMyData = endpoint({
  method: 'POST',
  path: '/me/data/copy',
  summary: '下载我的数据',
  allow: matrix.ownThings,
  input: z.object({}),
  output: z.object({
    copiedAt: Instant,
    person: z.object({
      name: z.optional(z.string()),
      phone: z.optional(z.string()),
      idNumber: z.optional(z.string()),
      realName: RealNameLevel,
      agreed: z.optional(z.object({ version: z.string(), at: Instant })),
    }),
    bookings: z.array(Booking),
    cases: z.array(Case),
    ratings: z.array(Rating),
    messages: z.array(Message),
    prechecks: z.array(Precheck),
    files: z.array(FileShown),
  }),
  refuses: [],
})

/**
 * Ends the account (注销, PIPL art. 47): what is not needed is deleted at once, what the law keeps is told, with why
 * and until when. Not while something is still open.
 */
export const deleteMyData = endpoint({
  method: 'POST',
  path: '/me/data/delete',
  summary: '注销，删除我的数据',
  allow: matrix.ownThings,
  input: z.object({}),
  output: z.object({
    deleted: z.array(z.string()),
    kept: z.array(z.object({ what: z.string(), why: z.string(), until: z.string() })),
  }),
  refuses: ['case-still-open'],
})
