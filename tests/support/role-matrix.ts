/** The principals of the role matrix, and for each operation an object to try it on. One table of every operation: longer than 250 lines. */
import type { Role } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { noticeVersion } from '@one-window/shared/identity/notice'
import { aBooking, aCase, applicant, serviceId } from '../functions/cases/a-case'
import { aFollowUp, rectified, step, words, type Made as Followed } from '../functions/follow-ups/a-follow-up'
import type { FollowUpStatus } from '@one-window/shared/follow-ups/lifecycle'
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
const aTicket = async ({ world }: Asked): Promise<string> =>
  ((await (await world.app.as()).post('/sign-in/desk')).body as { ticketId: string }).ticketId
const visitor = { name: applicant.name, phone: applicant.phone }

const followed = ({ world, owner, hallId, by }: Asked, status: FollowUpStatus): Promise<Followed> =>
  aFollowUp(world.app, status, {
    owner: world.residents[owner]!,
    hallId,
    rectifier: by?.role === 'approver' ? 'approver' : 'director',
  })
/** Who takes the step before, in its hall. */
const actors = {
  appeal: 'director',
  extension: 'supervisor',
  exclusion: 'supervisor',
  transfer: 'supervisor',
} as const
const before = async (
  { world, hallId }: Asked,
  made: Followed,
  [act, body]: readonly [keyof typeof actors, object],
): Promise<void> => {
  const who = await world.app.as(actors[act], 'who acted before', hallId, { steppedUp: true })
  await step(who, made, act, body)
}
const onFollowUp =
  (
    status: FollowUpStatus,
    what: string,
    body?: object,
    first?: readonly [keyof typeof actors, object],
  ): Made =>
  async (asked) => {
    const made = await followed(asked, status)
    if (first) await before(asked, made, first)
    const path = `/oversight/follow-ups/${made.followUpId}${what}`
    return { path, ...(body && { body: { revision: made.revision, ...body } }) }
  }
const onDossier =
  (what: string, body?: object): Made =>
  async (asked) => {
    const made = await followed(asked, 'verify')
    await before(asked, made, ['transfer', { words, evidence: ['录像'] }])
    const path = `/oversight/dossiers/${made.followUpId}${what}`
    return { path, ...(body && { body: { revision: made.revision, ...body } }) }
  }
const onFollowed =
  (status: FollowUpStatus, what: string, body: object): Made =>
  async (asked) => {
    const { caseId } = await followed(asked, status)
    return { path: `/cases/${caseId}/ratings/1${what}`, body }
  }
const aScreen = async (world: World) =>
  (await (await world.app.as()).post('/rating-screens')).body as { screenId: string; secret: string }

/** A poor rating of last month that a clerk may read by now. */
async function aReceivedRating(
  world: World,
  hallId: string,
  owner: Person,
  servedBy: string,
): Promise<{ month: string; reference: string }> {
  const { countRating } = await import('../../functions/ratings/count-rating')
  const { releasedTo, referenceOf } = await import('../../functions/ratings/received')
  for (let n = 0; n < 5; n++) {
    const { caseId } = await aFollowUp(world.app, 'triage', { owner, hallId, served: servedBy })
    await countRating({ caseId, contact: 1 })
  }
  const received = await releasedTo(servedBy, '2026-11', '2026-11-24')
  return { month: '2026-11', reference: referenceOf(servedBy, received.at(-1)!) }
}

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
  'POST /cases/{caseId}/ratings/{contact}/again': onFollowed('closed', '/again', {
    level: 'satisfied',
    tags: [],
  }),
  'POST /cases/{caseId}/ratings/{contact}/answer': onFollowed('closed', '/answer', { solved: true }),
  'POST /rating-screens': () => none('/rating-screens', {}),
  'POST /rating-screens/{screenId}/collect': async ({ world }) => {
    const { screenId, secret } = await aScreen(world)
    return none(`/rating-screens/${screenId}/collect`, { secret })
  },
  'POST /rating-screens/{screenId}/ratings': async (asked) => {
    const { screenId, secret } = await aScreen(asked.world)
    const caseId = await caseOf(asked, ['accept'])
    await asked.world.clerks[asked.hallId]!.post(`/desk/cases/${caseId}/rating-screen`, { screenId })
    return none(`/rating-screens/${screenId}/ratings`, { secret, level: 'satisfied' })
  },
  'POST /desk/cases/{caseId}/rating-screen': async (asked) => ({
    path: `/desk/cases/${await caseOf(asked, ['accept'])}/rating-screen`,
    body: { screenId: (await aScreen(asked.world)).screenId },
  }),
  'GET /my-ratings': () => none('/my-ratings'),
  'POST /my-ratings/appeals': async ({ world, owner, hallId, by }) => {
    const clerk = by?.role === 'window-staff' ? by : world.principals.find(({ name }) => name === 'w1')!
    const body = await aReceivedRating(world, hallId, world.residents[owner]!, clerk.person.personId)
    return none('/my-ratings/appeals', { ...body, words })
  },
  'GET /oversight/months/{month}': ({ hallId }) => ({ path: `/oversight/months/2026-11?hallId=${hallId}` }),
  'GET /oversight/months/{month}/ratings': ({ hallId }) => ({
    path: `/oversight/months/2026-11/ratings?hallId=${hallId}&figure=all`,
  }),
  'POST /oversight/months/{month}/export': ({ hallId }) => ({
    path: '/oversight/months/2026-11/export',
    body: { hallId, reason },
  }),
  'GET /oversight/suspicions': ({ hallId }) => ({
    path: `/oversight/suspicions?hallId=${hallId}&month=2026-11`,
  }),
  'GET /oversight/tasks': ({ hallId }) => ({ path: `/oversight/tasks?hallId=${hallId}` }),
  'GET /oversight/follow-ups': ({ hallId }) => ({
    path: `/oversight/follow-ups?hallId=${hallId}&status=open`,
  }),
  'GET /oversight/follow-ups/{followUpId}': onFollowUp('triage', ''),
  'POST /oversight/follow-ups/{followUpId}/triage': onFollowUp('triage', '/triage', { class: 'clear' }),
  'POST /oversight/follow-ups/{followUpId}/callbacks': onFollowUp('callback', '/callbacks', {
    outcome: 'reached',
  }),
  'POST /oversight/follow-ups/{followUpId}/verification': onFollowUp('verify', '/verification', {
    finding: 'true',
    words,
  }),
  'POST /oversight/follow-ups/{followUpId}/rectification': onFollowUp('rectify', '/rectification', rectified),
  'POST /oversight/follow-ups/{followUpId}/report': onFollowUp('report', '/report', { words }),
  'POST /oversight/follow-ups/{followUpId}/check': onFollowUp('check', '/check', { passed: true }),
  'POST /oversight/follow-ups/{followUpId}/extension': onFollowUp('verify', '/extension', { words }),
  'POST /oversight/follow-ups/{followUpId}/extension/decision': onFollowUp(
    'verify',
    '/extension/decision',
    { approved: true },
    ['extension', { words }],
  ),
  'POST /oversight/follow-ups/{followUpId}/exclusion': onFollowUp('verify', '/exclusion', {
    kind: 'mistaken',
    words,
  }),
  'POST /oversight/follow-ups/{followUpId}/exclusion/decision': onFollowUp(
    'verify',
    '/exclusion/decision',
    { agreed: true },
    ['exclusion', { kind: 'mistaken', words }],
  ),
  'POST /oversight/follow-ups/{followUpId}/appeal': onFollowUp('rectify', '/appeal', { words }),
  'POST /oversight/follow-ups/{followUpId}/appeal/decision': onFollowUp(
    'rectify',
    '/appeal/decision',
    { accepted: false, words },
    ['appeal', { words }],
  ),
  'POST /oversight/follow-ups/{followUpId}/transfer': onFollowUp('verify', '/transfer', {
    words,
    evidence: ['录像'],
  }),
  'POST /oversight/follow-ups/{followUpId}/unmask': onFollowUp('callback', '/unmask', { reason }),
  'GET /oversight/dossiers/{followUpId}': onDossier(''),
  'POST /oversight/dossiers/{followUpId}/signature': onDossier('/signature', {}),

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
  'GET /sign-in/desk/{ticketId}': async (asked) => none(`/sign-in/desk/${await aTicket(asked)}`),
  'POST /sign-in/desk/{ticketId}/confirm': async (asked) =>
    none(`/sign-in/desk/${await aTicket(asked)}/confirm`, {}),
  'POST /sign-in/desk/{ticketId}/collect': async (asked) =>
    none(`/sign-in/desk/${await aTicket(asked)}/collect`, { secret: 'not the one' }),

  // the audit
  'GET /audit': ({ hallId }) => ({ path: `/audit?hallId=${hallId}&date=2026-11-24` }),
  'GET /audit/state': ({ hallId }) => ({ path: `/audit/state?hallId=${hallId}` }),
}
