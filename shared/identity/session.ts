/** What an open session is, and for how long. */
import * as z from 'zod/mini'
import { Instant } from '../foundation/time'
import { Role } from '../foundation/roles'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Lives of tokens and sessions (等保 GB/T 22239 8.1.4.1b; design decision 0005). */
export const sessionLife = {
  /** A resident's access token; a role or hall taken away works at once whatever its age. */
  accessMs: HOUR_MS,
  /** Short, so that a refresh tells who still works. */
  staffAccessMs: 5 * MINUTE_MS,
  /** Staff who do nothing for so long sign in again. */
  staffIdleMs: 30 * MINUTE_MS,
  staffAbsoluteMs: 12 * HOUR_MS,
  residentMs: 30 * DAY_MS,
  /** How fresh the second factor must be for exports, changes of roles and withdrawn cards. */
  stepUpMs: 5 * MINUTE_MS,
  /** The most sessions of one person; the one unused for longest ends first. */
  most: 5,
} as const

/** Where a session is used. */
export const ClientKind = z.enum(['weapp', 'h5', 'desk', 'local'])
export type ClientKind = z.infer<typeof ClientKind>

/** How well a person's name is known; the openid alone is nobody in law (国办函〔2016〕108号). */
export const RealNameLevel = z.enum(['none', 'phone', 'stated', 'checked'])
export type RealNameLevel = z.infer<typeof RealNameLevel>

/** Chinese words of the levels, as staff read them. */
export const realNameWords: Readonly<Record<RealNameLevel, string>> = {
  none: '未实名',
  phone: '手机号已核',
  stated: '自己填写，未核证件',
  checked: '窗口核过证件',
}

/** Who the session says is calling. */
export const Session = z.object({
  role: Role,
  /** Opaque; the same person signing in again has the same. */
  personId: z.string(),
  /** The halls a staff member works for today; empty for residents. */
  hallIds: z.array(z.string()),
  /** The village stations a staff member works for today. */
  stationIds: z.array(z.string()),
  /** The offices of an approver or leader today, as hall/office. */
  offices: z.array(z.string()),
})

/** A session just opened or refreshed. */
export const SessionTokens = z.extend(Session, {
  token: z.string(),
  refreshToken: z.string(),
  /** When the access token stops to work. */
  expiresAt: Instant,
  /** How the pages greet the person: the name, as its owner gave it; absent while none is known. */
  greeting: z.optional(z.string()),
})
export type SessionTokens = z.infer<typeof SessionTokens>
