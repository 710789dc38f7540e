/** The contracts of those who work here. One capability, one page: longer than 250 lines. */
import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day, Instant } from '../foundation/time'
import { Totp, WechatCode } from '../identity/endpoints'
import { PersonName, plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { SessionTokens } from '../identity/session'
import { Post, StaffRole } from './post'

const InviteCode = z.string().check(z.regex(/^[A-Z2-9]{10}$/, '邀请码是10个大写字母和数字'))
const Posts = z.array(Post).check(z.minLength(1, '至少要有一个岗位'), z.maxLength(10, '岗位太多了'))
const Reason = z.pipe(plainText(100, '原因'), z.string().check(z.minLength(1, '请写原因')))

/** A staff member as those who run the hall see them. */
export const StaffMember = z.object({
  personId: z.string(),
  name: z.string(),
  /** invited: not bound yet · awaiting-second: a second administrator must confirm · active · disabled */
  state: z.enum(['awaiting-second', 'invited', 'active', 'disabled']),
  posts: z.array(Post),
  /** Asked for by one administrator, not yet confirmed by a second. */
  pendingPosts: z.optional(z.array(Post)),
  boundAt: z.optional(Instant),
  /** Counts the changes: an edit of an older one is refused. */
  revision: z.number(),
})
export type StaffMember = z.infer<typeof StaffMember>

/** A one-time code, shown once to who invites and told to the person by them. */
const Invitation = z.object({
  member: StaffMember,
  /** Absent until a second administrator has confirmed, where one is needed. */
  inviteCode: z.optional(z.string()),
  expiresAt: z.optional(Instant),
})

/**
 * Invites a staff member. A director gives posts of window staff in their own hall; an administrator any. Supervisors,
 * inspectors and administrators need a second administrator.
 */
export const inviteStaff = endpoint({
  method: 'POST',
  path: '/staff',
  summary: '邀请工作人员',
  allow: matrix.staff,
  input: z.object({ name: PersonName, posts: Posts }),
  output: Invitation,
  status: 201,
  refuses: ['not-found', 'not-allowed', 'roles-conflict', 'step-up-required'],
  stepUp: true,
})

/** The second administrator confirms posts that one alone cannot give. */
export const confirmStaff = endpoint({
  method: 'POST',
  path: '/staff/{personId}/confirm',
  summary: '第二人确认岗位',
  allow: matrix.confirmStaff,
  input: z.object({ personId: Id, revision: z.number() }),
  output: Invitation,
  refuses: ['not-found', 'second-person-needed', 'changed-meanwhile', 'wrong-status', 'step-up-required'],
  stepUp: true,
})

/** The staff with a post in a hall, by name; pages of 50. */
export const listStaff = endpoint({
  method: 'GET',
  path: '/staff',
  summary: '大厅的工作人员',
  allow: matrix.staff,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ staff: z.array(StaffMember), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** Changes posts (调岗、轮岗、代理); in effect on the very next request of that person. */
export const changePosts = endpoint({
  method: 'POST',
  path: '/staff/{personId}/posts',
  summary: '调整岗位',
  allow: matrix.staff,
  input: z.object({ personId: Id, revision: z.number(), posts: Posts, reason: Reason }),
  output: StaffMember,
  refuses: ['not-found', 'not-allowed', 'roles-conflict', 'changed-meanwhile', 'step-up-required'],
  stepUp: true,
})

/** Takes all access away (离岗), at once. */
export const disableStaff = endpoint({
  method: 'POST',
  path: '/staff/{personId}/disable',
  summary: '停用工作人员',
  allow: matrix.staff,
  input: z.object({ personId: Id, revision: z.number(), reason: Reason }),
  output: StaffMember,
  refuses: ['not-found', 'not-allowed', 'changed-meanwhile', 'step-up-required'],
  stepUp: true,
})

/** A new code for a new phone or a lost second factor; the old binding and all sessions end. */
export const reinviteStaff = endpoint({
  method: 'POST',
  path: '/staff/{personId}/reinvite',
  summary: '重新绑定',
  allow: matrix.staff,
  input: z.object({ personId: Id, revision: z.number(), reason: Reason }),
  output: Invitation,
  refuses: ['not-found', 'not-allowed', 'changed-meanwhile', 'wrong-status', 'step-up-required'],
  stepUp: true,
})

/** Ends every session of a staff member, such as after a lost phone. */
export const endSessionsOf = endpoint({
  method: 'POST',
  path: '/staff/{personId}/sessions/end',
  summary: '退出工作人员的所有登录',
  allow: matrix.staff,
  input: z.object({ personId: Id, reason: Reason }),
  output: z.object({ ended: z.number() }),
  refuses: ['not-found', 'not-allowed', 'step-up-required'],
  stepUp: true,
})

/** A colleague who may stand in for the caller, and the posts they hold for them. Names only. */
export const Colleague = z.object({
  personId: z.string(),
  name: z.string(),
  roles: z.array(StaffRole),
  /** What they hold for the caller, over or still to come. */
  standsIn: z.array(Post),
})
export type Colleague = z.infer<typeof Colleague>

/** Who of a hall may stand in for the caller: active staff whose own posts go together with the caller's; pages of 50. */
export const listColleagues = endpoint({
  method: 'GET',
  path: '/staff/colleagues',
  summary: '能代理我的同事',
  allow: matrix.deputies,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ colleagues: z.array(Colleague), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/**
 * Names a deputy (代理): a colleague of the same hall gets the caller's own posts in this role, from one day until
 * another. Named again, the new days stand. What one holds for somebody else is not handed on.
 */
export const deputise = endpoint({
  method: 'POST',
  path: '/staff/deputies',
  summary: '请人代理',
  allow: matrix.deputies,
  input: z.object({ personId: Id, from: Day, until: Day, reason: Reason }),
  output: Colleague,
  refuses: ['not-found', 'roles-conflict', 'step-up-required'],
  stepUp: true,
})

/** Takes back what a colleague holds for the caller, at once. */
export const endDeputy = endpoint({
  method: 'POST',
  path: '/staff/deputies/{personId}/end',
  summary: '不再请人代理',
  allow: matrix.deputies,
  input: z.object({ personId: Id, reason: Reason }),
  output: Colleague,
  refuses: ['not-found', 'step-up-required'],
  stepUp: true,
})

/** Binds the WeChat of the phone to an invitation; answers what the authenticator needs. Nothing is open yet. */
export const bindStaff = endpoint({
  method: 'POST',
  path: '/sign-in/bind',
  summary: '工作人员绑定微信',
  allow: 'anyone',
  input: z.object({ inviteCode: InviteCode, code: WechatCode }),
  output: z.object({
    /** For confirmBinding, within 10 minutes. */
    bindTicket: z.string(),
    /** otpauth://totp/… for the authenticator, and its secret to type. */
    uri: z.string(),
    secret: z.string(),
    name: z.string(),
  }),
  refuses: [
    'invitation-invalid',
    'already-bound',
    'wechat-code-invalid',
    'wechat-unavailable',
    'feature-off',
  ],
})

/** The first right code of the authenticator makes the binding good and opens a session. */
export const confirmBinding = endpoint({
  method: 'POST',
  path: '/sign-in/bind/confirm',
  summary: '确认绑定',
  allow: 'anyone',
  input: z.object({ bindTicket: z.string().check(z.maxLength(2000)), totp: Totp }),
  output: SessionTokens,
  refuses: ['ticket-over', 'totp-wrong', 'too-many-tries', 'already-bound'],
})

/**
 * Signs a staff member in: the bound WeChat and the second factor. Who holds several posts today names the role;
 * otherwise the first one held.
 */
export const signInStaff = endpoint({
  method: 'POST',
  path: '/sign-in/staff',
  summary: '工作人员登录',
  allow: 'anyone',
  input: z.object({ code: WechatCode, totp: Totp, role: z.optional(StaffRole) }),
  output: SessionTokens,
  refuses: [
    'totp-wrong',
    'too-many-tries',
    'post-ended',
    'wechat-code-invalid',
    'wechat-unavailable',
    'feature-off',
  ],
})

/** The second factor once more, for what needs it fresh. */
export const stepUp = endpoint({
  method: 'POST',
  path: '/session/step-up',
  summary: '再验一次动态码',
  allow: matrix.ownSession,
  input: z.object({ totp: Totp }),
  output: z.object({ until: Instant }),
  refuses: ['totp-wrong', 'too-many-tries'],
})

/** The PC at the desk asks for a code to show; `secret` stays on the PC, `scene` goes into the QR code. 2 minutes. */
export const openDeskSignIn = endpoint({
  method: 'POST',
  path: '/sign-in/desk',
  summary: '电脑扫码登录：出码',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ ticketId: z.string(), secret: z.string(), scene: z.string(), expiresAt: Instant }),
  status: 201,
  refuses: [],
})

/** What the phone shows before it confirms: which machine asks, and since when. */
export const viewDeskSignIn = endpoint({
  method: 'GET',
  path: '/sign-in/desk/{ticketId}',
  summary: '电脑扫码登录：看是哪台',
  allow: matrix.ownSession,
  input: z.object({ ticketId: Id }),
  output: z.object({ openedAt: Instant, machine: z.string() }),
  refuses: ['ticket-over'],
})

/** The phone lets the PC in as the caller; a PC lets nobody in. */
export const confirmDeskSignIn = endpoint({
  method: 'POST',
  path: '/sign-in/desk/{ticketId}/confirm',
  summary: '电脑扫码登录：确认',
  allow: matrix.ownSession,
  input: z.object({ ticketId: Id }),
  output: z.object({}),
  refuses: ['ticket-over', 'not-allowed'],
})

/** The PC asks whether it was let in; with `state: 'open'` it has a session of its own. */
export const collectDeskSignIn = endpoint({
  method: 'POST',
  path: '/sign-in/desk/{ticketId}/collect',
  summary: '电脑扫码登录：取结果',
  allow: 'anyone',
  input: z.object({ ticketId: Id, secret: z.string().check(z.maxLength(200)) }),
  output: z.object({ state: z.enum(['waiting', 'open']), session: z.optional(SessionTokens) }),
  refuses: ['ticket-over'],
  changesNothing: true,
})
