/** A pre-check from the first photo to the window's answer and the case; who sees it, and what is refused. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aRow } from '../../support/audit'
import { everyItem } from '../../support/bookings'
import { aCleanFile, aPhoto, aTicket } from '../files/a-file'
import { aDraft, name, sent, serviceId, withPhotos } from './a-precheck'

let app: LocalApp
let me: Person
let other: Person
let clerk: Person
let elsewhere: Person
beforeAll(async () => {
  app = await startLocalApp()
  me = await app.as('resident', '刘桂英')
  other = await app.as('resident', '别人')
  clerk = await app.as('window-staff', '周小兰')
  elsewhere = await app.as('window-staff', '外地', 'kaiyun')
})
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))
afterAll(() => app.stop())

const lineOf = (body: any, materialId: string) =>
  body.lines.find((line: { materialId: string }) => line.materialId === materialId)
const rowsOf = async (fileId: string) => (await everyItem('files')).find((row) => row.fileId === fileId)
const answer = (precheckId: string, answers: object[], key?: string) =>
  clerk.post(`/desk/prechecks/${precheckId}/answer`, { answers }, key)

test('photos go ahead, the window answers each, one is sent again, all is well, and the case has them', async () => {
  const precheckId = await aDraft(me)
  const [first, second] = await withPhotos(app, me, precheckId, 'm1', 'm2')
  const draft = (await me.get(`/prechecks/${precheckId}`)).body
  expect(draft).toMatchObject({ status: 'draft', round: 0, roundsLeft: 5, goneOn: '2026-12-24', serviceId })
  expect(lineOf(draft, 'm1').files).toMatchObject([
    { fileId: first, state: 'clean', trust: 'C', form: 'original' },
  ])
  for (const link of ['url', 'smallUrl'])
    expect((await fetch(app.url + lineOf(draft, 'm1').files[0][link])).status).toBe(200)
  // nobody at the window sees it yet
  expect((await clerk.get(`/prechecks/${precheckId}`)).status).toBe(404)
  expect((await clerk.get(`/files/${first}`)).status).toBe(404)

  expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body).toMatchObject({
    status: 'submitted',
    round: 1,
    name,
  })
  const waiting = (await clerk.get('/desk/prechecks?hallId=yonghe')).body.prechecks
  expect(waiting).toMatchObject([{ precheckId, name: '刘*英', round: 1, fileCount: 2, serviceId }])
  const seen = (await clerk.get(`/prechecks/${precheckId}`)).body
  expect(seen.name).toBe('刘*英')
  expect((await clerk.get(`/files/${first}`)).status).toBe(200)

  app.setNow('2026-11-24T09:00:00+08:00')
  const answered = await answer(precheckId, [
    { materialId: 'm1', ok: true },
    { materialId: 'm2', ok: false, reason: '看不清，请重拍' },
  ])
  expect(answered.body).toMatchObject({ status: 'answered', outcome: 'incomplete' })
  expect((await clerk.get('/desk/prechecks?hallId=yonghe')).body.prechecks).toEqual([])
  const told = (await me.get('/messages')).body.messages[0]
  expect(told).toMatchObject({ kind: 'precheck-answered', precheckId, title: '窗口看过您的照片了' })
  expect(JSON.stringify(told)).not.toContain(name)
  expect(lineOf((await me.get(`/prechecks/${precheckId}`)).body, 'm2')).toMatchObject({
    ok: false,
    reason: '看不清，请重拍',
  })

  // what was right stays, what was not is exchanged
  expect((await me.post(`/prechecks/${precheckId}/materials/m1`, { fileIds: [] })).body.code).toBe(
    'wrong-status',
  )
  expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body.code).toBe('precheck-empty')
  const [third] = await withPhotos(app, me, precheckId, 'm2', 'm3', 'm4')
  expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body).toMatchObject({
    status: 'submitted',
    round: 2,
  })
  expect(await rowsOf(second!)).toBeUndefined()
  const all = ['m1', 'm2', 'm3', 'm4'].map((materialId) => ({ materialId, ok: true }))
  const good = (await answer(precheckId, all)).body
  expect([good.outcome, lineOf(good, 'm2').reason]).toEqual(['all-good', undefined])

  const { findSentAhead, handOverWrites } = await import('../../../functions/prechecks/public')
  const { transact } = await import('../../../functions/platform/dynamo')
  const desk = {
    personId: clerk.personId,
    role: 'window-staff',
    hallIds: ['yonghe'],
    stationIds: [],
    offices: [],
    sessionId: '',
  } as const
  const [now, of] = [
    new Date('2026-11-24T09:00:00+08:00'),
    { ownerId: me.personId, hallId: 'yonghe', serviceId },
  ]
  const kept = (await findSentAhead(desk, of, now))!
  expect(kept.precheckId).toBe(precheckId)
  expect(await findSentAhead({ ...desk, hallIds: ['kaiyun'] }, of, now)).toBeUndefined()
  expect(await findSentAhead(desk, { ...of, serviceId: 'fenhu' }, now)).toBeUndefined()
  const taken = await Promise.allSettled(
    ['a', 'b', 'c'].map(async (caseId) => transact(handOverWrites(kept, caseId), await aRow())),
  )
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const used = (await me.get(`/prechecks/${precheckId}`)).body
  expect(used).toMatchObject({ status: 'used', caseId: expect.stringMatching(/^[abc]$/) })
  for (const fileId of [first!, third!]) {
    const row = await rowsOf(fileId)
    expect(row).toMatchObject({ of: `case:${used.caseId}`, state: 'clean' })
    expect(row).not.toHaveProperty('expiresAt')
  }
})

describe('who sees it', () => {
  test('another resident, another hall: as if it were not there, for the pre-check and its photos', async () => {
    const precheckId = await sent(app, me, 'm1')
    const fileId = (await me.get(`/prechecks/${precheckId}`)).body.lines[0].files[0].fileId
    for (const who of [other, elsewhere]) {
      expect((await who.get(`/prechecks/${precheckId}`)).status).toBe(404)
      expect((await who.get(`/files/${fileId}`)).status).toBe(404)
    }
    expect((await elsewhere.get('/desk/prechecks?hallId=yonghe')).status).toBe(404)
    expect((await other.post(`/prechecks/${precheckId}/withdraw`)).status).toBe(404)
  })

  test('nobody puts the photo of another into theirs, nor one of another hall, nor one that is elsewhere', async () => {
    const mine = await aDraft(me)
    const put = (fileIds: string[], materialId = 'm1') =>
      me.post(`/prechecks/${mine}/materials/${materialId}`, { fileIds })
    const theirs = await aCleanFile(app, other)
    const ofKaiyun = await aCleanFile(app, me, { hallId: 'kaiyun' })
    const precheckId = await sent(app, me, 'm1')
    const used = (await me.get(`/prechecks/${precheckId}`)).body.lines[0].files[0].fileId
    const evidence = await aCleanFile(app, me, { purpose: 'evidence' })
    for (const fileId of [theirs, ofKaiyun, used, evidence, 'missing'])
      expect([fileId, (await put([fileId])).status]).toEqual([fileId, 404])
    const own = await aCleanFile(app, me)
    expect((await put([own])).status).toBe(200)
    expect((await put([own], 'm2')).status).toBe(404)
    expect((await put([own], 'm99')).status).toBe(404)
  })
})

describe('what is refused', () => {
  test('sending nothing, or what is not there yet; the fourth photo too many', async () => {
    const precheckId = await aDraft(me)
    expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body.code).toBe('precheck-empty')
    const { fileId } = await aTicket(me, await aPhoto())
    await me.post(`/prechecks/${precheckId}/materials/m1`, { fileIds: [fileId] })
    expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body.code).toBe('file-not-ready')
    const many = await Promise.all(Array.from({ length: 10 }, async () => (await aTicket(me, 9)).fileId))
    expect((await me.post(`/prechecks/${precheckId}/materials/m2`, { fileIds: many })).body.errors).toEqual([
      { pointer: '/fileIds', message: '一次预审最多10张照片，请去掉几张' },
    ])
    expect((await me.post(`/prechecks/${precheckId}/materials/m2`, { fileIds: [...many, 'x'] })).status).toBe(
      400,
    )
  })

  test('a service or a hall that is not there', async () => {
    for (const more of [{ serviceId: 'nothing' }, { hallId: 'nowhere' }])
      expect((await me.post('/prechecks', { hallId: 'yonghe', serviceId, ...more })).status).toBe(404)
  })

  test('an answer that leaves one out, says no without why, or asks for more than the list', async () => {
    const precheckId = await sent(app, me, 'm1', 'm2')
    for (const [answers, pointer] of [
      [[{ materialId: 'm1', ok: true }], '/answers'],
      [
        [
          { materialId: 'm1', ok: true },
          { materialId: 'm2', ok: false },
        ],
        '/answers/1/reason',
      ],
      [
        [
          { materialId: 'm1', ok: true },
          { materialId: 'm2', ok: true },
          { materialId: 'm3', ok: false, reason: '还要' },
        ],
        '/answers/2',
      ],
      [
        [
          { materialId: 'm1', ok: false, reason: '长'.repeat(61) },
          { materialId: 'm2', ok: true },
        ],
        '/answers/0/reason',
      ],
    ] as const) {
      const { status, body } = await answer(precheckId, [...answers])
      expect([status, body.errors[0].pointer]).toEqual([400, pointer])
    }
  })

  test('steps that do not follow: each says where it stands', async () => {
    const precheckId = await sent(app, me, 'm1')
    expect((await me.post(`/prechecks/${precheckId}/submit`, { name })).body).toMatchObject({
      code: 'wrong-status',
      detail: '现在是：窗口在看',
    })
    expect((await me.post(`/prechecks/${precheckId}/materials/m2`, { fileIds: [] })).body.code).toBe(
      'wrong-status',
    )
    await answer(precheckId, [{ materialId: 'm1', ok: true }])
    expect((await answer(precheckId, [{ materialId: 'm1', ok: true }])).body.code).toBe('wrong-status')
    expect((await me.post(`/prechecks/${precheckId}/withdraw`)).body).toMatchObject({
      status: 'withdrawn',
      lines: expect.anything(),
    })
    expect((await me.post(`/prechecks/${precheckId}/withdraw`)).body.code).toBe('wrong-status')
    expect((await clerk.get(`/prechecks/${precheckId}`)).status).toBe(404)
    expect((await answer(precheckId, [])).status).toBe(404)
  })

  test('a sixth round', async () => {
    const precheckId = await sent(app, me, 'm1')
    for (let round = 1; round <= 5; round++) {
      const no = await answer(precheckId, [{ materialId: 'm1', ok: false, reason: '看不清' }])
      expect(no.body.roundsLeft).toBe(5 - round)
      await withPhotos(app, me, precheckId, 'm1')
      const again = await me.post(`/prechecks/${precheckId}/submit`, { name })
      expect([round, again.body.code]).toEqual([round, round === 5 ? 'precheck-rounds-over' : undefined])
    }
  })
})
