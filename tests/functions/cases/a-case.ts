/** Cases for tests: a walk-in's, or that of a resident who booked. */
import type { Service } from '@one-window/shared/catalogue/service'
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import type { Role } from '@one-window/shared/foundation/roles'
import { aRow } from '../../support/audit'
import type { Answer, Person } from '../../support/local-app'

export const serviceId = 'jiuye-kunnan'
export const applicant = { name: '刘桂英', phone: '13874740001', idNumber: '430423196001010010' }

let bookings = 0

/** A booking of a resident, put straight into the store: booking itself is tested elsewhere. */
export async function aBooking(resident: Person, hallId = 'yonghe', date = '2026-11-24'): Promise<string> {
  const { newBookingWrite } = await import('../../../functions/booking/booking-store')
  const { takePlace } = await import('../../../functions/booking/slot-store')
  const { transact } = await import('../../../functions/platform/dynamo')
  const bookingId = `booking-${++bookings}`
  const slotId = `${hallId}.${date.replace(/-/g, '')}.0900`
  const time = { slotId, hallId, date, start: '09:00', end: '09:30' }
  await transact(
    [
      newBookingWrite({
        bookingId,
        code: '123456',
        status: 'booked',
        ...time,
        serviceId,
        visitor: { name: applicant.name, phone: applicant.phone, relation: 'self' },
        realName: 'none',
        bookedAt: '2026-11-23T01:00:00.000Z',
        personId: resident.personId,
        requests: {},
      }),
      takePlace(time, undefined, 10_000),
    ],
    await aRow(),
  )
  return bookingId
}

type Body = { caseId: string; [member: string]: any }

interface Asked {
  owner?: Person
  hallId?: string
  /** Of the booking. */
  date?: string
  serviceId?: string
  applicant?: { name: string; phone?: string; idNumber?: string }
  materials?: unknown[]
}

/** Who works where a clerk works. */
const colleagues = new Map<string, Promise<Person>>()
const colleague = (of: Person, role: Role, hallId: string, officeId?: string): Promise<Person> => {
  const key = `${of.app.url} ${role} ${hallId} ${officeId ?? ''}`
  const known = colleagues.get(key)
  if (known) return known
  const signedIn = of.app.as(role, `${role} 同事`, hallId, officeId ? { officeId } : {})
  colleagues.set(key, signedIn)
  return signedIn
}

const must = async (answer: Promise<Answer<any>>): Promise<Body> => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

/** Whoever has a case in review, signed in. */
export async function holderOf(clerk: Person, { hallId, serviceId: id, route }: Body): Promise<Person> {
  const { caseRouteOf } = await import('@one-window/shared/cases/route')
  const service = (await must(clerk.get(`/services/${id}`))) as unknown as Service
  const at = (route as { state: string }[]).findIndex(({ state }) => state === 'now')
  const { kind, officeId } = caseRouteOf(service).steps[at]!
  return kind === 'office'
    ? colleague(clerk, 'approver', hallId, officeId)
    : colleague(clerk, kind === 'leader' ? 'leader' : 'director', hallId)
}

/** One thing done to a case by whoever does it. */
async function done(clerk: Person, kase: Body, act: string): Promise<Body> {
  const { caseId, hallId, materials } = kase as Body & { materials: { materialId: string; form: string }[] }
  // the first of the list, and one that a copy does for
  const lacking = [...new Set([materials[0], materials.find(({ form }) => form !== 'original')])].flatMap(
    (line) => line?.materialId ?? [],
  )
  const desk = (what: string, body: object = {}) => must(clerk.post(`/desk/cases/${caseId}/${what}`, body))
  const held = async (what: string, body: object = {}) =>
    must((await holderOf(clerk, kase)).post(`/approvals/${caseId}/${what}`, body))
  const director = () => colleague(clerk, 'director', hallId)
  switch (act) {
    case 'accept':
    case 'issue':
      return desk(act)
    case 'accept-owing':
      return desk('accept', { gaps: { materialIds: [OWED], until: '2026-11-27' } })
    case 'decline':
    case 'inform':
      return desk(act, { reason: '户口不在本乡' })
    case 'withdraw':
      return desk(act, { reason: '不办了' })
    case 'terminate':
      return desk(act, { ground: 'by-mistake', reason: '开错了' })
    case 'supplement':
      return desk(act, { lacks: lacking.map((materialId) => ({ materialId, what: '补一份清楚的' })) })
    case 'supply':
      return desk(act, { materialIds: lacking })
    case 'pass':
      return held('approve')
    case 'refuse':
      return held('refuse', { reason: '收入超过标准', basis: '办法第五条' })
    case 'return':
      return held('return', { reason: '少一个签字' })
    case 'ask':
      return must(
        clerk.post(`/approvals/${caseId}/ask-pause`, {
          kind: 'expert-review',
          workingDays: 3,
          reason: '要请专家看',
        }),
      )
    case 'grant':
      return must((await director()).post(`/approvals/${caseId}/grant`))
    case 'meet':
      return must(
        (await director()).post(`/approvals/${caseId}/meeting`, {
          on: '2026-12-31',
          clock: '15:00',
          topic: '会商',
          officeIds: ['social-services-centre'],
        }),
      )
    case 'county':
      return desk(act, { outcome: 'granted', decidedOn: '2026-11-23' })
    case 'sign-for':
      return desk(act)
    case 'post':
      return desk(act, { carrier: '邮政', waybill: 'EMS1234567' })
    default:
      throw new Error(`nobody does ${act}`)
  }
}

/** To its result, whatever its route. */
export async function concluded(clerk: Person, from: Body): Promise<Body> {
  let kase = from
  while (kase.status !== 'concluded')
    kase = await done(
      clerk,
      kase,
      kase.status === 'at-county' ? 'county' : kase.status === 'coming-back' ? 'sign-for' : 'pass',
    )
  return kase
}

/** A case taken through what is done to it. */
export async function through(clerk: Person, from: Body, acts: readonly string[]): Promise<Body> {
  let kase = from
  for (const act of acts)
    kase = act === 'conclude' ? await concluded(clerk, kase) : await done(clerk, kase, act)
  return kase
}

/** Receives a case and takes it through what is done to it; answers the last view of it, as who did it last saw it. */
export async function aCase(
  clerk: Person,
  acts: readonly string[] = [],
  { owner, hallId, date, ...asked }: Asked = {},
): Promise<Body> {
  const received = await must(
    clerk.post('/desk/cases', {
      serviceId,
      applicant,
      again: '试一试',
      ...asked,
      ...(hallId && { hallId }),
      ...(owner && { bookingId: await aBooking(owner, hallId, date) }),
    }),
  )
  return through(clerk, received, acts)
}

/** A service of which one material may follow (容缺). */
export const owing = 'gaoling-jintie'
const OWED = 'm7'

/** A service whose result the county posts to the hall, and one that only the director decides. */
export const postedBack = 'fangyi-hegezheng'
export const decidedAtOnce = 'shebaoka-jihuo'

/** What leads to each status, for a service whose route has all of them. */
export const wayTo: Readonly<Record<CaseStatus, { acts: readonly string[]; serviceId?: string }>> = {
  received: { acts: [] },
  supplementing: { acts: ['supplement'] },
  'in-review': { acts: ['accept'] },
  returned: { acts: ['accept', 'return'] },
  'at-county': { acts: ['accept', 'pass'] },
  paused: { acts: ['accept', 'ask', 'grant'] },
  'coming-back': { acts: ['accept', 'county'], serviceId: postedBack },
  concluded: { acts: ['accept', 'conclude'] },
  posted: { acts: ['accept', 'conclude', 'post'] },
  issued: { acts: ['accept', 'conclude', 'issue'] },
  declined: { acts: ['decline'] },
  'not-needed': { acts: ['inform'] },
  withdrawn: { acts: ['withdraw'] },
  terminated: { acts: ['accept', 'terminate'] },
}

/** A case in a status. */
export const aCaseIn = (clerk: Person, status: CaseStatus, asked: Asked = {}): Promise<Body> =>
  aCase(clerk, wayTo[status].acts, {
    ...asked,
    ...(wayTo[status].serviceId && { serviceId: wayTo[status].serviceId }),
  })
