/** The main job, end to end over HTTP: from looking for a guide to the follow-up of a poor rating. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { through } from '../functions/cases/a-case'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { ratingStreams } from '../support/streams'

const planted = {
  name: '欧阳桂英',
  phone: '13874745671',
  idNumber: '430423196001010010',
  text: '约了上午十点，到了又让取号，等了一个多小时',
  reason: '缺一张照片，已当面说清',
}

let app: LocalApp
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
})
afterAll(() => app.stop())

const at = async (iso: string) => {
  app.setNow(iso)
  const [resident, clerk, director, supervisor] = await Promise.all([
    app.as('resident', '欧阳桂英'),
    app.as('window-staff', '周小兰'),
    app.as('director', '谢国强'),
    app.as('supervisor', '监督员'),
  ])
  return { resident, clerk, director, supervisor }
}
const good = async <T extends { status: number; body: unknown }>(answer: Promise<T>): Promise<T['body']> => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** Everything staff can read about the hall and the case. */
async function staffReads(people: Person[], caseId: string, bookingId: string): Promise<string> {
  const paths = [
    `/cases/${caseId}`,
    `/bookings/${bookingId}`,
    '/desk/bookings?hallId=yonghe&date=2026-11-24',
    ...['to-accept', 'under-way', 'to-issue', 'ended'].map(
      (list) => `/desk/cases?hallId=yonghe&list=${list}`,
    ),
  ]
  const answers = await Promise.all(people.flatMap((person) => paths.map((path) => person.get(path))))
  return JSON.stringify(answers.map(({ body }) => ({ ...body, instance: '' })))
}

test('the main story', async () => {
  // at home, the evening before: what is it called, what to bring, and a place for tomorrow
  const evening = await at('2026-11-23T20:00:00+08:00')
  const { services } = await good(evening.resident.get('/services?query=残疾证'))
  const { serviceId } = services[0]
  const guide = await good(evening.resident.get(`/services/${serviceId}`))
  expect(guide.materials.length).toBeGreaterThan(0)
  const { slots } = await good(
    evening.resident.get(`/halls/yonghe/slots?serviceId=${serviceId}&from=2026-11-24&days=1`),
  )
  const slot = slots.find(({ state }: { state: string }) => state === 'open')
  const booking = await good(
    evening.resident.post('/bookings', {
      slotId: slot.slotId,
      serviceId,
      visitor: { name: planted.name, phone: planted.phone },
    }),
  )
  expect(booking).toMatchObject({ status: 'booked', date: '2026-11-24' })

  // at the window
  const morning = await at(`2026-11-24T${slot.start}:00+08:00`)
  const day = await good(morning.clerk.get('/desk/bookings?hallId=yonghe&date=2026-11-24'))
  expect(JSON.stringify(day)).toContain(booking.bookingId)
  await good(morning.clerk.post(`/desk/bookings/${booking.bookingId}/check-in`))
  const received = await good(
    morning.clerk.post('/desk/cases', {
      serviceId,
      bookingId: booking.bookingId,
      applicant: { name: planted.name, phone: planted.phone, idNumber: planted.idNumber },
      materials: guide.materials.map(({ name }: { name: string }) => name),
    }),
  )
  const { caseId } = received
  expect((await good(morning.resident.get(`/bookings/${booking.bookingId}`))).status).toBe('served')
  const accepted = await good(morning.clerk.post(`/desk/cases/${caseId}/accept`))
  expect(accepted).toMatchObject({ status: 'in-review', caseNumber: received.caseNumber })

  // on the phone: the same case, with its day
  const { cases } = await good(morning.resident.get('/cases'))
  expect(cases).toMatchObject([{ caseId, status: 'in-review', promisedDay: accepted.promisedDay }])
  expect((await good(morning.resident.get(`/cases/${caseId}`))).applicant).toEqual({
    name: planted.name,
    phone: '138****5671',
    idNumber: '430***********0010',
  })

  // done, and handed out
  const done = await at('2026-11-26T10:00:00+08:00')
  const concluded = await through(done.clerk, accepted, ['conclude'])
  expect(concluded).toMatchObject({ status: 'concluded', outcome: 'granted' })
  const issued = await good(done.clerk.post(`/desk/cases/${caseId}/issue`, { note: planted.reason }))
  expect(issued.contacts.map(({ contact }: { contact: number }) => contact)).toEqual([1, 2])

  // rated, poorly
  const staff = [done.clerk, done.director, done.supervisor]
  const before = await staffReads(staff, caseId, booking.bookingId)
  const rated = await good(
    done.resident.post(`/cases/${caseId}/ratings`, {
      contact: 1,
      level: 'dissatisfied',
      tags: ['212'],
      text: planted.text,
    }),
  )
  expect(rated.followUp).toMatchObject({
    status: 'triage',
    contactBy: { day: '2026-11-27' },
    finishBy: { day: '2026-12-03' },
  })

  // the supervisor has it; who gave it stays unknown: no other answer to staff changed by a single letter
  const { followUps } = await good(done.supervisor.get('/oversight/follow-ups?hallId=yonghe'))
  expect(followUps).toMatchObject([
    {
      followUpId: rated.followUp.followUpId,
      level: 'dissatisfied',
      tags: ['212'],
      text: planted.text,
      serviceId,
    },
  ])
  const shown = JSON.stringify(followUps)
  for (const trace of [planted.name, '欧**英', planted.phone, '138****5671', caseId, received.caseNumber])
    expect(shown).not.toContain(trace)
  expect(shown).not.toContain(done.resident.personId)
  expect(await staffReads(staff, caseId, booking.bookingId)).toBe(before)
  const supervisorReads = await staffReads([done.supervisor], caseId, booking.bookingId)
  expect(supervisorReads).not.toContain(planted.name)
  expect(before).not.toContain(planted.phone)
  expect(before).not.toContain(planted.idNumber)

  // the resident sees that it was opened, and is told
  const [mine] = (await good(done.resident.get(`/cases/${caseId}/ratings`))).ratings
  expect(mine).toEqual(rated)
  const streams = await ratingStreams(() => new Date())
  expect(await streams.flow()).toEqual([])
  streams.stop()
  const { messages } = await good(done.resident.get('/messages'))
  expect(messages.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'case-accepted',
    // on its way back from the county, and there
    'case-concluded',
    'case-ready',
    'follow-up-opened',
  ])
})

test('nothing that names a person lies open in any table', async () => {
  const { database, tables } = await import('../../functions/platform/dynamo')
  let dump = ''
  let filled = 0
  for (const { name } of tables.values()) {
    const { Items = [] } = await database.send(new ScanCommand({ TableName: name }))
    dump += JSON.stringify(Items)
    if (Items.length > 0) filled += 1
  }
  expect(filled).toBeGreaterThanOrEqual(6)
  expect(dump).toContain('dissatisfied')
  for (const [what, text] of Object.entries(planted)) {
    expect([what, dump.includes(text)]).toEqual([what, false])
    expect([what, dump.includes(Buffer.from(text).toString('base64').replace(/=+$/, ''))]).toEqual([
      what,
      false,
    ])
    expect([what, dump.includes(JSON.stringify(text).slice(1, -1))]).toEqual([what, false])
  }
})
