/** The principals of the role matrix, and for each operation an object to try it on. One table of every operation: longer than 250 lines. */
import type { Role } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { matrix } from '@one-window/shared/identity/matrix'
import { noticeVersion } from '@one-window/shared/identity/notice'
import type { FollowUpStatus } from '@one-window/shared/follow-ups/lifecycle'
import {
  aBooking,
  aCase,
  applicant,
  decidedAtOnce,
  owing,
  postedBack,
  serviceId,
} from '../functions/cases/a-case'
import { newRow, uploaded, workbook } from '../functions/catalogue/a-table'
import { storedFile } from '../functions/files/a-file'
import { aFollowUp, rectified, step, words, type Made as Followed } from '../functions/follow-ups/a-follow-up'
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

const principals: readonly [name: string, role: Role | undefined, hallId?: string, officeId?: string][] = [
  ['anon', undefined],
  ['r1', 'resident'],
  ['r2', 'resident'],
  ['w1', 'window-staff', 'yonghe'],
  ['w2', 'window-staff', 'kaiyun'],
  ['d1', 'director', 'yonghe'],
  ['a1', 'approver', 'yonghe', 'social-services-centre'],
  ['l1', 'leader', 'yonghe'],
  ['s1', 'supervisor', 'yonghe'],
  ['i1', 'inspector', 'yonghe'],
  ['adm', 'admin', 'yonghe'],
]

/** Signs everybody in. */
export async function everyPrincipal(app: LocalApp): Promise<World> {
  const signedIn: Principal[] = []
  for (const [name, role, hallId, officeId] of principals)
    signedIn.push({
      name,
      ...(role && { role }),
      ...(hallId && { hallId }),
      person: await app.as(role, name, hallId, { steppedUp: true, ...(officeId && { officeId }) }),
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
  // who tries has no such step here, or nothing was promised
  'POST /approvals/{caseId}/opinion': ['not-invited'],
  'POST /approvals/{caseId}/refuse': ['not-your-step'],
  'POST /approvals/{caseId}/resume': ['not-your-step'],
  'POST /desk/halls/{hallId}/days/{date}/hand-over': ['day-handed-over'],
}

const none = (path: string, body?: object): Try => ({ path, ...(body && { body }), hasNoObject: true })
type Made = (asked: Asked) => Promise<Try> | Try

const bookingOf = ({ world, owner, hallId }: Asked) => aBooking(world.residents[owner]!, hallId)
const caseOf = async (
  { world, owner, hallId }: Asked,
  acts: readonly string[] = [],
  service?: string,
): Promise<string> => {
  const resident = world.residents[owner]!
  const asked = { owner: resident, hallId, ...(service && { serviceId: service }) }
  return (await aCase(world.clerks[hallId]!, acts, asked)).caseId
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

/** A step that an office, the leader or the director does, at that of whoever tries it. */
const onStep =
  (what: string, body: object): Made =>
  async (asked) => {
    const role = asked.by?.role
    const acts = role === 'leader' ? ['accept', 'pass'] : ['accept']
    const serviceId = role === 'director' ? decidedAtOnce : role === 'leader' ? 'jianfang-yanshou' : undefined
    return { path: `/approvals/${await caseOf(asked, acts, serviceId)}${what}`, body }
  }
const onApproval =
  (what: string, acts: readonly string[], body: object): Made =>
  async (asked) => ({ path: `/approvals/${await caseOf(asked, acts)}${what}`, body })
const onPostedBack =
  (what: string, body: object): Made =>
  async (asked) => ({
    path: `/desk/cases/${await caseOf(asked, ['accept', 'county'], postedBack)}${what}`,
    body,
  })
const parcel = { carrier: '邮政', waybill: 'EMS1234567' }
const aPlatformNumber = (): string => `43042326${String(++made).padStart(8, '0')}`

let made = 0
let scanned = 0
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

/** A file handed in to a hall by a resident; for who sees only their own, theirs. */
async function aFile({ world, owner, hallId, by }: Asked): Promise<string> {
  const isOwn = by?.role !== undefined && matrix.viewFile[by.role as keyof typeof matrix.viewFile] === 'own'
  const uploader = isOwn ? by.person : world.residents[owner]!
  return storedFile(uploader.personId, hallId, { of: 'case:1' })
}
/** A pre-check with one photo, put straight into the store. */
async function aPrecheck({ world, owner, hallId }: Asked, status: 'draft' | 'submitted'): Promise<string> {
  const { savePrecheck } = await import('../../functions/prechecks/precheck-store')
  const { bySystem } = await import('../../functions/platform/audit')
  const at = '2026-11-23T23:00:00.000Z'
  const precheckId = `matrix-precheck-${++made}`
  const ownerId = world.residents[owner]!.personId
  const isSent = status === 'submitted'
  const fileId = await storedFile(ownerId, hallId, isSent ? { of: `precheck:${precheckId}` } : {})
  await savePrecheck(
    {
      ...{ precheckId, ownerId, hallId, serviceId, serviceName: '就业困难认定', status, createdAt: at },
      guideVersion: '1',
      ...{ round: isSent ? 1 : 0, sent: { m1: { files: [fileId] } }, attached: isSent ? [fileId] : [] },
      ...(isSent && { name: applicant.name, submittedAt: at, waitsAt: hallId }),
      ...{ fileCount: 1, revision: 0, requests: {}, expiresAt: 2_000_000_000 },
    },
    bySystem('test', new Date(at)),
  )
  return precheckId
}
const uploads: Readonly<Partial<Record<Role, string>>> = {
  approver: 'opinion',
  leader: 'opinion',
  supervisor: 'evidence',
  admin: 'table',
}

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

/** A draft of a service of the hall's own, by a director who is none of the principals. */
async function aGuideDraft({ world, hallId }: Asked) {
  const director = await world.app.as('director', 'who curates', hallId)
  const { body } = await director.post(`/desk/halls/${hallId}/guides`, aNewGuide(await aService(world)))
  return { director, draft: body as { serviceId: string; version: number; revision: number } }
}
const aService = async ({ app }: World): Promise<object> =>
  (await (await app.as()).get('/services/fenhu')).body as object
const aNewGuide = (service: object) => ({
  service: { ...service, plainName: `新的一件事${++made}`, code: null, related: [] },
  effectiveFrom: '2026-11-24',
  source: { words: '乡里新增' },
})
const aNewTable = async ({ by, world, hallId }: Asked): Promise<string> => {
  const person = by?.person ?? (await world.app.as('director', 'who curates', hallId))
  return uploaded(person, await workbook(newRow(`表里的新事${++made}`)), hallId)
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
  'POST /desk/cases': ({ hallId }) => ({
    path: '/desk/cases',
    body: { hallId, serviceId, applicant: { name: `村民${++made}` } },
  }),
  'POST /desk/cases/{caseId}/accept': onDeskCase('/accept', [], {}),
  'POST /desk/cases/{caseId}/decline': onDeskCase('/decline', [], { reason: '户口不在本乡' }),
  'POST /desk/cases/{caseId}/supplement': onDeskCase('/supplement', [], {
    lacks: [{ materialId: 'm1', what: '补一份' }],
  }),
  'POST /desk/cases/{caseId}/supply': onDeskCase('/supply', ['supplement'], { materialIds: ['m1'] }),
  'POST /desk/cases/{caseId}/inform': onDeskCase('/inform', [], { reason }),
  'POST /desk/cases/{caseId}/withdraw': onDeskCase('/withdraw', [], { reason }),
  'POST /cases/{caseId}/withdraw': onCase('/withdraw', [], {}),
  'POST /desk/cases/{caseId}/terminate': onDeskCase('/terminate', ['accept'], {
    ground: 'by-mistake',
    reason,
  }),
  'POST /desk/cases/{caseId}/forward': onDeskCase('/forward', ['accept', 'return'], { note: '补了签字' }),
  'POST /desk/cases/{caseId}/redeem': async (asked) => ({
    path: `/desk/cases/${await caseOf(asked, ['accept-owing'], owing)}/redeem`,
    body: { materialIds: ['m7'] },
  }),
  'POST /desk/cases/{caseId}/urge': onDeskCase('/urge', ['accept'], {}),
  'POST /desk/cases/{caseId}/county': onDeskCase('/county', ['accept', 'pass'], {
    outcome: 'granted',
    decidedOn: '2026-11-20',
  }),
  'POST /desk/cases/{caseId}/county-post': onPostedBack('/county-post', parcel),
  'POST /desk/cases/{caseId}/sign-for': onPostedBack('/sign-for', {}),
  'POST /desk/cases/{caseId}/post': onDeskCase('/post', ['accept', 'conclude'], parcel),
  'POST /desk/cases/{caseId}/issue': onDeskCase('/issue', ['accept', 'conclude'], {}),
  'POST /desk/cases/{caseId}/unmask': onDeskCase('/unmask', [], { reason }),
  'GET /desk/cases': ({ hallId }) => ({ path: `/desk/cases?hallId=${hallId}&list=to-accept` }),
  'GET /cases': () => none('/cases'),
  'GET /cases/{caseId}': onCase(''),
  'GET /cases/{caseId}/papers/{paper}': onCase('/papers/receipt'),
  'GET /cases/{caseId}/files': onCase('/files'),
  'POST /cases/{caseId}/supply': async (asked) => {
    const lacks = [{ materialId: 'm4', what: '补一份' }]
    const { world, hallId, owner } = asked
    const caseId = await caseOf(asked)
    await world.clerks[hallId]!.post(`/desk/cases/${caseId}/supplement`, { lacks })
    const fileIds = [await storedFile(world.residents[owner]!.personId, hallId)]
    return { path: `/cases/${caseId}/supply`, body: { materialId: 'm4', fileIds } }
  },
  'POST /desk/cases/{caseId}/files': async (asked) => {
    const { path } = await onStep('/files', {})(asked)
    const fileIds = [await storedFile(asked.by?.person.personId ?? 'nobody', asked.hallId)]
    return { path: path.replace('/approvals', '/desk/cases'), body: { fileIds } }
  },

  // approvals
  'GET /approvals': ({ hallId }) => ({ path: `/approvals?hallId=${hallId}` }),
  'POST /approvals/{caseId}/approve': onStep('/approve', {}),
  'POST /approvals/{caseId}/refuse': onStep('/refuse', { reason, basis: '办法第五条' }),
  'POST /approvals/{caseId}/return': onStep('/return', { reason }),
  'POST /approvals/{caseId}/visit': onStep('/visit', {
    visitors: ['黄文斌', '旷志刚'],
    visitedOn: '2026-11-20',
    found: '看过了',
  }),
  'POST /approvals/{caseId}/ask-pause': onStep('/ask-pause', {
    kind: 'testing',
    workingDays: 3,
    reason,
  }),
  'POST /approvals/{caseId}/ask-extension': onStep('/ask-extension', { workingDays: 3, reason }),
  'POST /approvals/{caseId}/grant': onApproval('/grant', ['accept', 'ask'], {}),
  'POST /approvals/{caseId}/deny': onApproval('/deny', ['accept', 'ask'], { reason }),
  'POST /approvals/{caseId}/resume': onApproval('/resume', ['accept', 'ask', 'grant'], {
    result: '论证完了',
  }),
  'POST /approvals/{caseId}/meeting': onApproval('/meeting', ['accept'], {
    on: '2026-12-31',
    clock: '15:00',
    topic: '会商',
    officeIds: ['safety-office'],
  }),
  'POST /approvals/{caseId}/opinion': onApproval('/opinion', ['accept', 'meet'], {
    opinion: 'agree',
    note: '可以',
  }),
  'POST /approvals/{caseId}/minutes': onApproval('/minutes', ['accept', 'meet'], {
    attendees: ['谢国强', '黄文斌'],
    minutes: '一致同意',
  }),

  // second entry, hand-over
  'POST /desk/cases/{caseId}/platform-number': async (asked) => ({
    path: `/desk/cases/${await caseOf(asked)}/platform-number`,
    body: { platformNumber: aPlatformNumber() },
  }),
  'GET /desk/lacking': ({ hallId }) => ({ path: `/desk/lacking?hallId=${hallId}` }),
  'POST /desk/halls/{hallId}/platform-numbers': async ({ hallId, world }) => {
    const { caseNumber } = await aCase(world.clerks[hallId]!, [], { hallId })
    return {
      path: `/desk/halls/${hallId}/platform-numbers`,
      body: { rows: [{ caseNumber, platformNumber: aPlatformNumber() }], confirm: true },
    }
  },
  'GET /desk/halls/{hallId}/days/{date}': ({ hallId }) => ({
    path: `/desk/halls/${hallId}/days/2026-11-20`,
  }),
  'POST /desk/halls/{hallId}/days/{date}/hand-over': ({ hallId }) => ({
    path: `/desk/halls/${hallId}/days/2025-0${1 + (++made % 9)}-${10 + (made % 18)}/hand-over`,
    body: { seals: ['001'] },
  }),

  // whose hall it is is all that is checked; a resident may hand in to any
  'POST /files': ({ hallId, by }) => {
    const purpose = (by?.role && uploads[by.role]) ?? 'material'
    const of =
      purpose === 'table' ? { name: '名单.csv', type: 'text/csv' } : { name: '照片.jpg', type: 'image/jpeg' }
    const body = { hallId, purpose, size: 1000, ...of }
    const isOfHall = by?.role !== undefined && by.role !== 'resident'
    return isOfHall ? { path: '/files', body } : none('/files', body)
  },
  'GET /files/{fileId}': async (asked) => ({ path: `/files/${await aFile(asked)}` }),

  // pre-checks
  'POST /prechecks': ({ hallId }) => none('/prechecks', { hallId, serviceId }),
  'GET /prechecks': () => none('/prechecks'),
  'POST /prechecks/{precheckId}/materials/{materialId}': async (asked) => ({
    path: `/prechecks/${await aPrecheck(asked, 'draft')}/materials/m1`,
    body: { fileIds: [] },
  }),
  'POST /prechecks/{precheckId}/submit': async (asked) => ({
    path: `/prechecks/${await aPrecheck(asked, 'draft')}/submit`,
    body: { name: applicant.name },
  }),
  'POST /prechecks/{precheckId}/withdraw': async (asked) => ({
    path: `/prechecks/${await aPrecheck(asked, 'draft')}/withdraw`,
    body: {},
  }),
  'GET /prechecks/{precheckId}': async (asked) => ({
    path: `/prechecks/${await aPrecheck(asked, 'submitted')}`,
  }),
  'GET /desk/prechecks': ({ hallId }) => ({ path: `/desk/prechecks?hallId=${hallId}` }),
  'POST /desk/prechecks/{precheckId}/answer': async (asked) => ({
    path: `/desk/prechecks/${await aPrecheck(asked, 'submitted')}/answer`,
    body: { answers: [{ materialId: 'm1', ok: true }] },
  }),

  'GET /halls/{hallId}/code': ({ hallId }) => ({ path: `/halls/${hallId}/code?for=hall` }),

  // ratings and what follows
  'GET /rating-codes/{code}': async (asked) => {
    // it is looked for among the newest
    asked.world.app.setNow(`2026-11-24T07:${String(++scanned % 60).padStart(2, '0')}:30+08:00`)
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

  // the catalogue's curators
  'GET /desk/halls/{hallId}/guides': ({ hallId }) => ({ path: `/desk/halls/${hallId}/guides` }),
  'GET /desk/halls/{hallId}/guides/{serviceId}': async (asked) => {
    const { draft } = await aGuideDraft(asked)
    return { path: `/desk/halls/${asked.hallId}/guides/${draft.serviceId}` }
  },
  'POST /desk/halls/{hallId}/guides': async ({ world, hallId }) => ({
    path: `/desk/halls/${hallId}/guides`,
    body: aNewGuide(await aService(world)),
  }),
  'POST /desk/halls/{hallId}/guides/send': async (asked) => {
    const { draft } = await aGuideDraft(asked)
    return { path: `/desk/halls/${asked.hallId}/guides/send`, body: { guides: [draft] } }
  },
  'POST /desk/halls/{hallId}/guides/decide': async (asked) => {
    const { director, draft } = await aGuideDraft(asked)
    await director.post(`/desk/halls/${asked.hallId}/guides/send`, { guides: [draft] })
    const guides = [{ ...draft, revision: draft.revision + 1 }]
    return { path: `/desk/halls/${asked.hallId}/guides/decide`, body: { guides, agree: true } }
  },
  'POST /desk/halls/{hallId}/guides/{serviceId}/withdraw': async (asked) => {
    const { serviceId: id, revision } = (await aGuideDraft(asked)).draft
    return { path: `/desk/halls/${asked.hallId}/guides/${id}/withdraw`, body: { revision } }
  },
  'GET /desk/halls/{hallId}/catalogue': ({ hallId }) => ({ path: `/desk/halls/${hallId}/catalogue` }),
  'POST /desk/halls/{hallId}/catalogue/imports': async (asked) => ({
    path: `/desk/halls/${asked.hallId}/catalogue/imports`,
    body: { fileId: await aNewTable(asked) },
  }),
  'POST /desk/halls/{hallId}/catalogue/imports/confirm': async (asked) => {
    const path = `/desk/halls/${asked.hallId}/catalogue/imports`
    const fileId = await aNewTable(asked)
    const { checkId = 'none' } = ((await asked.by?.person.post(path, { fileId }))?.body ?? {}) as {
      checkId?: string
    }
    const body = { fileId, checkId, effectiveFrom: '2026-11-24', source: { words: '乡里的表' } }
    return { path: `${path}/confirm`, body }
  },

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
