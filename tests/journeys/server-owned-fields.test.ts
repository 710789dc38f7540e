/** What a client says of itself, or of what only the service decides, has no effect; what it is told is what is declared. */
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { everyItem } from '../support/bookings'
import { everyPrincipal, madeFor, type Principal, type World } from '../support/role-matrix'
import { aBooking, aCase, applicant, serviceId } from '../functions/cases/a-case'

let app: LocalApp
let world: World
let contracts: Endpoint[]
beforeAll(async () => {
  app = await startLocalApp()
  world = await everyPrincipal(app)
  const { endpoints } = await import('../../functions/endpoints')
  contracts = endpoints.map(({ contract }) => contract)
})
afterAll(() => app.stop())

const MARK = 'said-by-the-client'
const owned = [
  ...[
    'status',
    'hallId',
    'stationId',
    'ownerId',
    'personId',
    'role',
    'openid',
    'realName',
    'agreedAt',
    'bookedAt',
  ],
  ...[
    'receivedAt',
    'acceptedAt',
    'promisedDay',
    'caseNumber',
    'queryCode',
    'revision',
    'createdAt',
    'deskQueue',
  ],
  ...['sessions', 'steppedUpUntil', 'score', 'cardLevel', 'version', 'state', 'sealedAt', 'reachedBy'],
]
const namesOf = ({ input }: Endpoint): string[] =>
  Object.keys((input as unknown as { shape?: Record<string, unknown> }).shape ?? {})
const dump = async (): Promise<string> => {
  const { tables } = await import('../../functions/platform/dynamo')
  return JSON.stringify(await Promise.all([...tables.keys()].map(everyItem)))
}

test('S26 fields that only the service decides are taken from nobody, on any write', async () => {
  let sent = 0
  const refused: string[] = []
  for (const contract of contracts.filter(({ method }) => method === 'POST')) {
    const name = `POST ${contract.path}`
    const { allow } = contract
    const by: Principal | undefined = world.principals.find(({ name: who, role }) =>
      allow === 'anyone' ? who === 'anon' : role && allow[role] && who !== 'r2',
    )
    const tried = await madeFor[name]!({ world, owner: 'r1', hallId: 'yonghe', by })
    const person = tried.person ?? by!.person
    const more = Object.fromEntries(
      owned.filter((field) => !namesOf(contract).includes(field)).map((field) => [field, MARK]),
    )
    const answer = await person.post(tried.path, { ...more, ...tried.body })
    if (answer.status === 400) continue
    sent += 1
    if (answer.status >= 300 && !world.mayAlsoAnswer(name, answer))
      refused.push(`${name} ${answer.status} ${JSON.stringify(answer.body)}`)
    if (JSON.stringify(answer.body).includes(MARK)) refused.push(`${name} says it back`)
  }
  expect(refused).toEqual([])
  expect(sent).toBeGreaterThan(25)
  expect(await dump()).not.toContain(MARK)
}, 120_000)

test('S01 S26 whose a booking and a case are follows from the session, whatever else is said', async () => {
  const [mine, theirs] = [world.residents.r1!, world.residents.r2!]
  const me = await app.as('resident', 'somebody new')
  const response = await fetch(`${app.url}/api/bookings?personId=${theirs.personId}&hallId=kaiyun`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${me.token}`,
      'content-type': 'application/json',
      'idempotency-key': 'of-my-own',
      'x-wx-openid': 'o-of-somebody-else',
      'x-person-id': theirs.personId,
      'x-role': 'director',
    },
    body: JSON.stringify({
      slotId: 'yonghe.20261126.0900',
      serviceId,
      visitor: { name: applicant.name, phone: applicant.phone, personId: theirs.personId },
      personId: theirs.personId,
      ownerId: theirs.personId,
      status: 'served',
      realName: 'checked',
    }),
  })
  const booking = (await response.json()) as { bookingId: string }
  expect(response.status).toBe(201)
  expect(booking).toMatchObject({ status: 'booked', realName: 'none', hallId: 'yonghe' })
  const stored = (await everyItem('bookings')).find(({ bookingId }) => bookingId === booking.bookingId)
  expect(stored?.personId).toBe(me.personId)
  const received = await world.clerks.yonghe!.post('/desk/cases', {
    serviceId,
    bookingId: await aBooking(mine),
    applicant,
    again: '试一试',
    ownerId: theirs.personId,
    status: 'issued',
    caseNumber: 'YH0',
    promisedDays: 0,
  })
  expect(received.body.status).toBe('received')
  expect(received.body.caseNumber).not.toBe('YH0')
  const kept = (await everyItem('cases')).find(
    ({ caseId, part }) => caseId === received.body.caseId && part === 'head',
  )
  expect(kept?.ownerId).toBe(mine.personId)
})

const ofCase = [
  ...['actions', 'guideVersion', 'resultName', 'route', 'trips'],
  ...['acceptedAt', 'applicant', 'applicantName', 'bookingId', 'caseId', 'caseNumber', 'contacts', 'events'],
  ...[
    'hallId',
    'hallName',
    'handOver',
    'handlingType',
    'materials',
    'officialName',
    'promisedDay',
    'promisedDays',
  ],
  ...['receivedAt', 'serviceId', 'serviceName', 'status'],
]
const ofBooking = [
  ...['bookedAt', 'bookingId', 'code', 'date', 'end', 'hallId', 'hallName', 'realName', 'serviceId'],
  ...['serviceName', 'slotId', 'start', 'status', 'visitor'],
]

test.each([
  ['r1', [...ofCase, 'queryCode']],
  ['w1', [...ofCase, 'holder', 'queryCode', 'realName']],
  ['d1', [...ofCase, 'holder', 'queryCode', 'realName']],
  ['s1', [...ofCase, 'holder', 'realName']],
])('S25 what %s reads of a case and a booking is what is declared for them', async (name, ofTheirs) => {
  const { person } = world.principals.find((each) => each.name === name)!
  const owner = world.residents.r1!
  const { caseId } = await aCase(world.clerks.yonghe!, ['accept'], { owner })
  const { body } = await person.get(`/cases/${caseId}`)
  expect(Object.keys(body).sort()).toEqual([...ofTheirs].sort())
  expect(Object.keys(body.applicant).sort()).toEqual(['idNumber', 'name', 'phone'])
  for (const event of body.events)
    expect(['action', 'at', 'by', 'facts', 'note']).toEqual(expect.arrayContaining(Object.keys(event)))
  if (name === 's1') return
  const booking = (await person.get(`/bookings/${await aBooking(owner)}`)).body
  expect(Object.keys(booking).sort()).toEqual([...ofBooking].sort())
  expect(Object.keys(booking.visitor).sort()).toEqual(['name', 'phone', 'relation'])
})

test('S30 after a poor rating nothing that its windows read says who gave it', async () => {
  const owner = world.residents.r1!
  const clerk = world.clerks.yonghe!
  const { caseId } = await aCase(clerk, ['accept', 'conclude', 'issue'], { owner })
  const paths = [
    `/cases/${caseId}`,
    '/desk/bookings?hallId=yonghe&date=2026-11-24',
    ...['under-way', 'ended'].map((list) => `/desk/cases?hallId=yonghe&list=${list}`),
  ]
  const read = async () =>
    JSON.stringify(await Promise.all(paths.map(async (path) => (await clerk.get(path)).body)))
  const before = await read()
  const rating = { contact: 1, level: 'very-dissatisfied', tags: ['115'], text: '态度差' }
  expect((await owner.post(`/cases/${caseId}/ratings`, rating)).status).toBe(201)
  const after = await read()
  expect(after).toBe(before)
  for (const trace of [owner.personId, applicant.name, applicant.phone, applicant.idNumber, '态度差'])
    expect(after).not.toContain(trace)
  expect((await clerk.get(`/cases/${caseId}/ratings`)).status).toBe(403)
})
