/** The photos and papers of a case: sent ahead, photographed at the desk, sent from the phone, added by an office. */
import { everyItem } from '../../support/bookings'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCleanFile, aPhoto, aTicket, send } from '../files/a-file'
import { aBooking, aCase, applicant, serviceId, through } from './a-case'

let app: LocalApp
let clerk: Person
let owner: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '李秀兰')
  owner = await app.as('resident', '刘桂英')
})
beforeEach(() => app.setNow('2026-11-24T09:00:00+08:00'))
afterAll(() => app.stop())

const filesOf = async (who: Person, caseId: string) =>
  (await who.get(`/cases/${caseId}/files`)).body.files as {
    fileId: string
    purpose: string
    materialId?: string
    form: string
    trust: string
    url?: string
  }[]
const attach = (who: Person, caseId: string, body: object, key?: string) =>
  who.post(`/desk/cases/${caseId}/files`, body, key)

test('a material is photographed at the desk: it stands with its line, and its owner sees it', async () => {
  const { caseId } = await aCase(clerk, [], { owner })
  const fileId = await aCleanFile(app, clerk)
  const { status, body } = await attach(clerk, caseId, { fileIds: [fileId], materialId: 'm1', form: 'copy' })
  expect([status, body.events.at(-1).action]).toEqual([200, 'attach'])
  expect(body.events.at(-1)).not.toHaveProperty('files')
  const [file] = await filesOf(clerk, caseId)
  expect(file).toMatchObject({ fileId, materialId: 'm1', form: 'copy', trust: 'B', purpose: 'material' })
  const bytes = await fetch(`${app.url}${file!.url}`)
  expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await filesOf(owner, caseId)).map((one) => one.fileId)).toEqual([fileId])
  // it belongs to this case from now on
  const other = await aCase(clerk)
  const again = await attach(clerk, other.caseId, { fileIds: [fileId] })
  expect([again.status, again.body.code]).toEqual([409, 'file-not-ready'])
})

test('what is not theirs, not there, not of the hall or not ready is not taken; nothing changes', async () => {
  const { caseId } = await aCase(clerk, [], { owner })
  const theirs = await aCleanFile(app, owner)
  const elsewhere = await app.as('window-staff', '别处的人', 'kaiyun')
  const afar = await aCleanFile(app, elsewhere, { hallId: 'kaiyun' })
  const ticket = await aTicket(clerk, await aPhoto())
  for (const [fileId, code] of [
    [theirs, 'not-found'],
    [afar, 'not-found'],
    ['nowhere', 'not-found'],
    [ticket.fileId, 'file-not-ready'],
  ] as const)
    expect([fileId, (await attach(clerk, caseId, { fileIds: [fileId] })).body.code]).toEqual([fileId, code])
  const mine = await aCleanFile(app, clerk)
  const wrong = await attach(clerk, caseId, { fileIds: [mine], materialId: 'm99' })
  expect(wrong.body.errors[0].pointer).toBe('/materialId')
  expect((await attach(elsewhere, caseId, { fileIds: [afar] })).status).toBe(404)
  expect(await filesOf(clerk, caseId)).toEqual([])
  await send(app, ticket, await aPhoto())
})

test('sent twice and by two at once it is added once', async () => {
  const { caseId } = await aCase(clerk)
  const fileId = await aCleanFile(app, clerk)
  const same = await Promise.all(
    [1, 2].map(() => attach(clerk, caseId, { fileIds: [fileId] }, 'one-intent-0001')),
  )
  expect(same.map(({ status }) => status)).toEqual([200, 200])
  const next = await aCleanFile(app, clerk)
  const raced = await Promise.all([1, 2, 3].map(() => attach(clerk, caseId, { fileIds: [next] })))
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await filesOf(clerk, caseId)).map((one) => one.fileId)).toEqual([fileId, next])
})

test('an opinion and what was seen stay inside; the result is for its owner too', async () => {
  const { caseId } = await aCase(clerk, ['accept'], { owner, serviceId: 'gaoling-jintie' })
  const { holderOf } = await import('./a-case')
  const office = await holderOf(clerk, (await clerk.get(`/cases/${caseId}`)).body)
  const more = { serviceId: undefined, materialId: undefined }
  const opinion = await aCleanFile(app, office, { ...more, purpose: 'opinion' })
  expect((await attach(office, caseId, { fileIds: [opinion] })).status).toBe(200)
  const result = await aCleanFile(app, clerk, { ...more, purpose: 'result' })
  expect((await attach(clerk, caseId, { fileIds: [result] })).status).toBe(200)
  expect((await filesOf(office, caseId)).map(({ purpose }) => purpose)).toEqual(['opinion', 'result'])
  expect((await filesOf(owner, caseId)).map(({ purpose }) => purpose)).toEqual(['result'])
  const { events } = (await owner.get(`/cases/${caseId}`)).body
  expect(events.map(({ action }: { action: string }) => action)).not.toContain('attach')
  expect((await (await app.as('supervisor')).get(`/cases/${caseId}/files`)).status).toBe(403)
  expect((await (await app.as('resident', '别人')).get(`/cases/${caseId}/files`)).status).toBe(404)
})

test('what was asked for is sent from the phone where a copy does; an original is brought', async () => {
  const kase = await aCase(clerk, [], { owner })
  const copy = kase.materials.find(({ form }: { form: string }) => form !== 'original').materialId
  const original = kase.materials.find(({ form }: { form: string }) => form === 'original').materialId
  await clerk.post(`/desk/cases/${kase.caseId}/supplement`, {
    lacks: [copy, original].map((materialId) => ({ materialId, what: '补一份' })),
  })
  const supply = (materialId: string, fileIds: string[]) =>
    owner.post(`/cases/${kase.caseId}/supply`, { materialId, fileIds })
  const [one, two] = [await aCleanFile(app, owner), await aCleanFile(app, owner)]
  expect((await supply(original, [one])).body.errors[0].message).toMatch(/要交原件，请带到窗口/)
  const { status, body } = await supply(copy, [one, two])
  expect([status, body.status, body.trips]).toEqual([200, 'supplementing', 1])
  const stateOf = (id: string) =>
    body.materials.find((line: { materialId: string }) => line.materialId === id).state
  expect([stateOf(copy), stateOf(original)]).toEqual(['received', 'missing'])
  expect((await supply(copy, [one])).body.errors[0].pointer).toBe('/materialId')
  expect(await filesOf(clerk, kase.caseId)).toEqual(
    [one, two].map((fileId) => expect.objectContaining({ fileId, materialId: copy, trust: 'C' })),
  )
})

test('what was sent ahead comes with the case of its booking; a photo taken back does not', async () => {
  const person = await app.as('resident', '旷玉珍')
  const { precheckId } = (await person.post('/prechecks', { hallId: 'yonghe', serviceId })).body
  const fileId = await aCleanFile(app, person)
  await person.post(`/prechecks/${precheckId}/materials/m1`, { fileIds: [fileId] })
  await person.post(`/prechecks/${precheckId}/submit`, { name: '旷玉珍' })
  const { caseId } = await aCase(clerk, [], { owner: person })
  expect(await filesOf(clerk, caseId)).toEqual([
    expect.objectContaining({ fileId, materialId: 'm1', trust: 'C' }),
  ])
  expect((await person.get(`/prechecks/${precheckId}`)).body).toMatchObject({ status: 'used', caseId })
  // the next case of the same person finds nothing any more
  app.setNow('2026-11-25T09:00:00+08:00')
  const next = await clerk.post('/desk/cases', {
    serviceId,
    bookingId: await aBooking(person),
    applicant: { ...applicant, name: '旷玉珍' },
  })
  expect([next.status, await filesOf(clerk, next.body.caseId)]).toEqual([201, []])
})

test('a case holds its photos as long as it is kept', async () => {
  const kase = await aCase(clerk)
  const { caseId } = kase
  const fileId = await aCleanFile(app, clerk)
  await attach(clerk, caseId, { fileIds: [fileId] })
  const kept = (await everyItem('files')).find((item) => item.fileId === fileId)!
  expect([kept.of, kept.expiresAt]).toEqual([`case:${caseId}`, undefined])
  await through(clerk, kase, ['accept', 'conclude', 'issue'])
  expect((await attach(clerk, caseId, { fileIds: [await aCleanFile(app, clerk)] })).body.code).toBe(
    'wrong-status',
  )
})
