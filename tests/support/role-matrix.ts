/** The principals of the role matrix, and for each operation an object to try it on. One table of every operation: longer than 250 lines. */
import type { Role } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { aBooking, aCase, applicant, serviceId } from '../functions/cases/a-case'
import { aRow } from './audit'
import type { Answer, LocalApp, Person } from './local-app'

export interface Principal {
  readonly name: string
  readonly role?: Role
  readonly hallId?: string
  readonly person: Person
}

export interface World {
  readonly app: LocalApp
  readonly principals: readonly Principal[]
  /** Those who make the objects, so that nobody's limits are used up. */
  readonly clerks: Readonly<Record<string, Person>>
  readonly residents: Readonly<Record<string, Person>>
  /** Refusals that say the act was let in and only its moment was not right. */
  mayAlsoAnswer(operation: string, answer: Answer<{ code?: string }>): boolean
}

/** An object for an operation: of a resident, in a hall, to be tried by somebody. */
export interface Asked {
  readonly world: World
  readonly owner: 'r1' | 'r2'
  readonly hallId: string
  readonly by: Principal | undefined
}
export interface Try {
  readonly path: string
  readonly body?: object
  /** The operation reaches no object of anybody: what is one's own is all there is. */
  readonly hasNoObject?: true
  /** Somebody of the same role and place in the principal's stead. */
  readonly person?: Person
}

const principals: readonly [name: string, role: Role | undefined, hallId?: string][] = [
  ['anon', undefined],
  ['r1', 'resident'],
  ['r2', 'resident'],
  ['w1', 'window-staff', 'yonghe'],
  ['w2', 'window-staff', 'kaiyun'],
  ['d1', 'director', 'yonghe'],
  ['a1', 'approver', 'yonghe'],
  ['l1', 'leader', 'yonghe'],
  ['s1', 'supervisor', 'yonghe'],
  ['i1', 'inspector', 'yonghe'],
  ['adm', 'admin', 'yonghe'],
]

/** Signs everybody in. */
export async function everyPrincipal(app: LocalApp): Promise<World> {
  const signedIn: Principal[] = []
  for (const [name, role, hallId] of principals)
    signedIn.push({
      name,
      ...(role && { role }),
      ...(hallId && { hallId }),
      person: await app.as(role, name, hallId, { steppedUp: true }),
    })
  const person = (name: string): Person => signedIn.find((each) => each.name === name)!.person
  return {
    app,
    principals: signedIn,
    clerks: { yonghe: person('w1'), kaiyun: person('w2') },
    residents: { r1: person('r1'), r2: person('r2') },
    mayAlsoAnswer: (operation, { body }) => (letIn[operation] ?? []).includes(body.code ?? ''),
  }
}

/** Refusals of the moment, by operation: the act was let in. */
const letIn: Readonly<Record<string, readonly string[]>> = {
  'POST /desk/bookings': ['slot-full'],
  'POST /bookings': ['already-booked-that-day', 'too-many-bookings', 'slot-full'],
  'POST /bookings/{bookingId}/reschedule': ['already-booked-that-day'],
  'POST /sign-in/wechat': ['wechat-code-invalid', 'feature-off'],
  'POST /sign-in/staff': ['wechat-code-invalid', 'feature-off'],
  'POST /sign-in/bind': ['wechat-code-invalid', 'feature-off', 'invitation-invalid'],
  'POST /sign-in/bind/confirm': ['ticket-over'],
  'POST /session/refresh': ['not-signed-in'],
  'POST /session/step-up': ['totp-wrong'],
  'POST /me/phone': ['wechat-code-invalid', 'feature-off'],
  'POST /me/data/delete': ['case-still-open'],
  'POST /sign-in/desk/{ticketId}/collect': ['ticket-over'],
  'POST /case-queries': ['not-found', 'too-many-tries'],
}

const none = (path: string, body?: object): Try => ({ path, ...(body && { body }), hasNoObject: true })
type Made = (asked: Asked) => Promise<Try> | Try

const bookingOf = ({ world, owner, hallId }: Asked) => aBooking(world.residents[owner]!, hallId)
const caseOf = async ({ world, owner, hallId }: Asked, actions: readonly string[] = []): Promise<string> => {
  const resident = world.residents[owner]!
  return (await aCase(world.clerks[hallId]!, actions, { owner: resident, hallId })).caseId
}
const onBooking =
  (what: string, body?: object): Made =>
  async (asked) => ({ path: `/bookings/${await bookingOf(asked)}${what}`, ...(body && { body }) })
const onDeskBooking =
  (what: string, body?: object): Made =>
  async (asked) => ({ path: `/desk/bookings/${await bookingOf(asked)}${what}`, ...(body && { body }) })
const onCase =
  (what: string, actions: readonly string[] = [], body?: object): Made =>
  async (asked) => ({ path: `/cases/${await caseOf(asked, actions)}${what}`, ...(body && { body }) })
const onDeskCase =
  (what: string, actions: readonly string[] = [], body?: object): Made =>
  async (asked) => ({ path: `/desk/cases/${await caseOf(asked, actions)}${what}`, ...(body && { body }) })

let made = 0
/** Somebody the desk of a hall has to call. */
async function aCall({ hallId, world, owner }: Asked): Promise<string> {
  const { callWrite } = await import('../../functions/notifications/call-store')
  const { transact } = await import('../../functions/platform/dynamo')
  const at = '2026-11-23T23:00:00.000Z'
  const { callId, write } = callWrite(hallId, {
    personId: world.residents[owner]!.personId,
    messageId: `${at}.matrix-${++made}`,
    kind: 'case-ready',
    at,
    title: '可以来取了',
    body: '带上身份证。',
    fields: {},
  })
  await transact([write], await aRow())
  return callId
}
/** The same role in the same place, but somebody nobody needs afterwards. */
const aPassingPerson = async ({ world, by }: Asked): Promise<Pick<Try, 'person'>> => ({
  ...(by?.role && { person: await world.app.as(by.role, `passing ${++made}`, by.hallId) }),
})
const leaving =
  (path: string): Made =>
  async (asked) => ({ ...none(path), ...(await aPassingPerson(asked)) })

const reason = '核对证件'

const aPost = (hallId: string, role = 'window-staff') => ({ role, hallId, from: '2026-01-01' })
/** Somebody invited by an administrator of the hall who is none of the principals. */
async function invited(
  { world, hallId }: Asked,
  role?: string,
): Promise<{ personId: string; revision: number }> {
  const admin = await world.app.as('admin', 'who invites', hallId, { steppedUp: true })
  const { body } = await admin.post('/staff', { name: '新来的', posts: [aPost(hallId, role)] })
  return body.member as { personId: string; revision: number }
}
const onMember =
  (what: string): Made =>
  async (asked) => {
    const { personId, revision } = await invited(asked)
    return { path: `/staff/${personId}/${what}`, body: { revision, reason } }
  }
/** A colleague of the hall to stand in for some days. */
async function aDeputy({ world, hallId }: Asked) {
  const { personId } = await world.app.as('leader', `stand-in ${++made}`, hallId)
  return { personId, from: '2026-11-24', until: '2026-11-30', reason }
}
const aTicket = async ({ world }: Asked): Promise<string> =>
  ((await (await world.app.as()).post('/sign-in/desk')).body as { ticketId: string }).ticketId
const visitor = { name: applicant.name, phone: applicant.phone }

/** How each operation is tried, by `METHOD /path` as its contract says it. */
export const madeFor: Readonly<Record<string, Made>> = {
  // open to anyone
  'GET /services': () => none('/services'),
  'GET /services/{serviceId}': () => none(`/services/${serviceId}`),
  'GET /search-index': () => none('/search-index'),
  'GET /halls': () => none('/halls'),
  'GET /halls/{hallId}': ({ hallId }) => none(`/halls/${hallId}`),
  'GET /halls/{hallId}/slots': ({ hallId }) => none(`/halls/${hallId}/slots`),
  'POST /local/sign-in': () => none('/local/sign-in', { role: 'resident', person: 'matrix' }),
  'POST /sign-in/wechat': () => none('/sign-in/wechat', { code: 'unknown', agreed: noticeVersion }),
  'POST /sign-in/staff': () => none('/sign-in/staff', { code: 'unknown', totp: '000000' }),
  'POST /sign-in/bind': () => none('/sign-in/bind', { inviteCode: 'ABCDEFGH23', code: 'unknown' }),
  'POST /sign-in/bind/confirm': () => none('/sign-in/bind/confirm', { bindTicket: 'x', totp: '000000' }),
  'POST /session/refresh': () => none('/session/refresh', { refreshToken: 'x' }),
  'POST /sign-in/desk': () => none('/sign-in/desk', {}),
  'POST /case-queries': () => none('/case-queries', { caseNumber: 'YH20261124-0001', queryCode: '000000' }),

  // oneself
  'GET /me': () => none('/me'),
  'POST /session/end': leaving('/session/end'),
  'POST /me/sessions/end': leaving('/me/sessions/end'),
  'POST /session/step-up': () => none('/session/step-up', { totp: '000000' }),
  'POST /me/agreement': () => none('/me/agreement', { version: noticeVersion }),
  'POST /me/phone': () => none('/me/phone', { phone: '13874740009' }),
  'POST /me/real-name': () => none('/me/real-name', { name: applicant.name }),
  'POST /me/data/copy': () => none('/me/data/copy', {}),
  'POST /me/data/delete': leaving('/me/data/delete'),
  'GET /messages': () => none('/messages'),

  // booking
  'POST /bookings': ({ hallId }) =>
    none('/bookings', { slotId: `${hallId}.20261126.1500`, serviceId, visitor }),
  'GET /bookings': () => none('/bookings'),
  'GET /bookings/{bookingId}': onBooking(''),
  'POST /bookings/{bookingId}/cancel': onBooking('/cancel', {}),
  'POST /bookings/{bookingId}/reschedule': async (asked) => ({
    path: `/bookings/${await bookingOf(asked)}/reschedule`,
    body: { slotId: `${asked.hallId}.20261124.1000` },
  }),
  'POST /desk/bookings': ({ hallId }) => ({
    path: '/desk/bookings',
    body: {
      slotId: `${hallId}.20261126.1500`,
      serviceId,
      visitor: { name: `村民${++made}` },
      agreed: true,
    },
  }),
  'GET /desk/station-bookings': ({ hallId }) => ({
    path: `/desk/station-bookings?stationId=${findHall(hallId)!.stations[0]!.stationId}&date=2026-11-26`,
  }),
  'GET /desk/bookings': ({ hallId }) => ({ path: `/desk/bookings?hallId=${hallId}&date=2026-11-24` }),
  'POST /desk/bookings/{bookingId}/check-in': onDeskBooking('/check-in', {}),
  'POST /desk/bookings/{bookingId}/identity': onDeskBooking('/identity', {
    name: applicant.name,
    idNumber: applicant.idNumber,
  }),
  'POST /desk/bookings/{bookingId}/unmask': onDeskBooking('/unmask', { reason }),
  'POST /desk/slots/{slotId}/capacity': ({ hallId }) => ({
    path: `/desk/slots/${hallId}.20261127.1500/capacity`,
    body: { capacity: 6 },
  }),
  'POST /desk/halls/{hallId}/closures': ({ hallId }) => ({
    path: `/desk/halls/${hallId}/closures`,
    body: { date: `2027-0${1 + (++made % 9)}-1${made % 10}`, reason: '停电' },
  }),

  // cases
  'POST /desk/cases': ({ hallId }) => ({ path: '/desk/cases', body: { hallId, serviceId, applicant } }),
  'POST /desk/cases/{caseId}/accept': onDeskCase('/accept', [], {}),
  'POST /desk/cases/{caseId}/decline': onDeskCase('/decline', [], { reason: '户口不在本乡' }),
  'POST /desk/cases/{caseId}/conclude': onDeskCase('/conclude', ['accept'], {}),
  'POST /desk/cases/{caseId}/issue': onDeskCase('/issue', ['accept', 'conclude'], {}),
  'POST /desk/cases/{caseId}/unmask': onDeskCase('/unmask', [], { reason }),
  'GET /desk/cases': ({ hallId }) => ({ path: `/desk/cases?hallId=${hallId}&status=received` }),
  'GET /cases': () => none('/cases'),
  'GET /cases/{caseId}': onCase(''),

  'GET /halls/{hallId}/code': ({ hallId }) => ({ path: `/halls/${hallId}/code?for=hall` }),

  // ratings and what follows
  'GET /rating-codes/{code}': async (asked) => {
    const caseId = await caseOf(asked, ['accept'])
    const path = `/halls/${asked.hallId}/code?for=rating&caseId=${caseId}`
    const { scene } = (await asked.world.clerks[asked.hallId]!.get(path)).body as { scene: string }
    return { path: `/rating-codes/${scene.slice(scene.indexOf('.') + 1)}` }
  },
  'POST /cases/{caseId}/ratings': onCase('/ratings', ['accept'], { contact: 1, level: 'satisfied' }),
  'GET /cases/{caseId}/ratings': onCase('/ratings', ['accept']),
  'GET /oversight/follow-ups': ({ hallId }) => ({
    path: `/oversight/follow-ups?hallId=${hallId}&status=open`,
  }),

  'GET /subscriptions': () => none('/subscriptions'),
  'POST /me/subscriptions': () => none('/me/subscriptions', {}),
  'POST /desk/calls/{callId}/done': async (asked) => ({
    path: `/desk/calls/${await aCall(asked)}/done`,
    body: { outcome: 'reached' },
  }),
  'GET /desk/calls': ({ hallId }) => ({ path: `/desk/calls?hallId=${hallId}` }),

  // staff
  'GET /staff': ({ hallId }) => ({ path: `/staff?hallId=${hallId}` }),
  'POST /staff': ({ hallId }) => ({ path: '/staff', body: { name: '新来的', posts: [aPost(hallId)] } }),
  'POST /staff/{personId}/confirm': async (asked) => {
    const { personId, revision } = await invited(asked, 'supervisor')
    return { path: `/staff/${personId}/confirm`, body: { revision } }
  },
  'POST /staff/{personId}/posts': async (asked) => {
    const { personId, revision } = await invited(asked)
    return { path: `/staff/${personId}/posts`, body: { revision, posts: [aPost(asked.hallId)], reason } }
  },
  'POST /staff/{personId}/disable': onMember('disable'),
  'POST /staff/{personId}/reinvite': onMember('reinvite'),
  'POST /staff/{personId}/sessions/end': onMember('sessions/end'),
  'GET /staff/colleagues': ({ hallId }) => ({ path: `/staff/colleagues?hallId=${hallId}` }),
  'POST /staff/deputies': async (asked) => ({ path: '/staff/deputies', body: await aDeputy(asked) }),
  'POST /staff/deputies/{personId}/end': async (asked) => {
    const body = await aDeputy(asked)
    await asked.by?.person.post('/staff/deputies', body)
    return { path: `/staff/deputies/${body.personId}/end`, body: { reason } }
  },
  'GET /sign-in/desk/{ticketId}': async (asked) => none(`/sign-in/desk/${await aTicket(asked)}`),
  'POST /sign-in/desk/{ticketId}/confirm': async (asked) =>
    none(`/sign-in/desk/${await aTicket(asked)}/confirm`, {}),
  'POST /sign-in/desk/{ticketId}/collect': async (asked) =>
    none(`/sign-in/desk/${await aTicket(asked)}/collect`, { secret: 'not the one' }),

  // the audit
  'GET /audit': ({ hallId }) => ({ path: `/audit?hallId=${hallId}&date=2026-11-24` }),
  'GET /audit/state': ({ hallId }) => ({ path: `/audit/state?hallId=${hallId}` }),
}
