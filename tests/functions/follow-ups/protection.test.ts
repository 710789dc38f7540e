/** S28 S30: who was rated neither learns who rated nor has a hand in what follows. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { ratingStreams, type Streams } from '../../support/streams'
import { aFollowUp, aPoorRating, step, words } from './a-follow-up'

let app: LocalApp
let streams: Streams
let owner: Person
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  app.setNow('2026-11-24T09:00:00+08:00')
  streams = await ratingStreams(() => new Date('2026-11-24T09:00:00+08:00'))
  owner = await app.as('resident', '刘桂英')
  clerk = await app.as('window-staff', '李秀兰')
})
afterAll(() => {
  streams.stop()
  return app.stop()
})

const said = { level: 'dissatisfied', tags: ['214'], text: '说话很冲' }
const rated = async (served: string, rating: object = said) => {
  const made = await aPoorRating(app, { owner, served, rating })
  await streams.flow()
  return made
}
const mine = async (who: Person, month = '') =>
  (await who.get(month ? `/my-ratings?month=${month}` : '/my-ratings')).body

test('nothing until there are five, then all five; the sixth waits for the tenth or the end of the month', async () => {
  for (let n = 1; n <= 4; n++) {
    await rated(clerk.personId)
    expect(await mine(clerk)).toMatchObject({ rated: 0, levels: {}, ratings: [] })
  }
  await rated(clerk.personId, { level: 'satisfied', tags: ['413'], text: '很好' })
  const five = await mine(clerk)
  expect(five).toMatchObject({ month: '2026-11', rated: 5, levels: { dissatisfied: 4, satisfied: 1 } })
  expect(five.ratings.map(({ text }: { text: string }) => text)).toEqual([
    '很好',
    ...Array.from({ length: 4 }, () => '说话很冲'),
  ])
  await rated(clerk.personId)
  expect(await mine(clerk)).toEqual(five)
  app.setNow('2026-12-01T08:00:00+08:00')
  expect(await mine(clerk, '2026-11')).toMatchObject({ rated: 6, average: 2.3, appealUntil: '2026-12-03' })
  expect(await mine(clerk)).toMatchObject({ month: '2026-12', rated: 0 })
  app.setNow('2026-11-24T09:00:00+08:00')
})

test('what a clerk reads holds no case, no person, no time, and another clerk reads none of it', async () => {
  const { caseId, followUpId } = await rated(clerk.personId)
  app.setNow('2026-12-01T08:00:00+08:00')
  const read = JSON.stringify(await mine(clerk, '2026-11'))
  for (const trace of [
    caseId,
    followUpId,
    owner.personId,
    '刘桂英',
    '138',
    '2026-11-2',
    'YH',
    'mini-program',
  ])
    expect(read).not.toContain(trace)
  expect(await mine(await app.as('window-staff', '别的窗口'), '2026-11')).toMatchObject({ rated: 0 })
  app.setNow('2026-11-24T09:00:00+08:00')
})

describe('an appeal of who was rated', () => {
  const appeal = (who: Person, reference: string, key?: string) =>
    who.post('/my-ratings/appeals', { month: '2026-11', reference, words }, key)
  let reference: string
  beforeAll(async () => {
    app.setNow('2026-12-02T08:00:00+08:00')
    const { ratings } = await mine(clerk, '2026-11')
    reference = ratings.find(({ level }: { level: string }) => level === 'dissatisfied').reference
  })
  beforeEach(() => app.setNow('2026-12-02T08:00:00+08:00'))

  test('once, by the reference alone; somebody else’s and a made-up one are not there', async () => {
    const other = await app.as('window-staff', '别的窗口')
    expect((await appeal(other, reference)).status).toBe(404)
    expect((await appeal(clerk, 'made-up')).status).toBe(404)
    const made = await appeal(clerk, reference, 'once')
    expect([made.status, made.body]).toEqual([200, { reference, appeal: 'made' }])
    expect((await appeal(clerk, reference, 'once')).headers.get('idempotent-replayed')).toBe('true')
    expect((await appeal(clerk, reference)).body.code).toBe('wrong-status')
    const now = (await mine(clerk, '2026-11')).ratings.find(
      (one: { reference: string }) => one.reference === reference,
    )
    expect(now.appeal).toBe('made')
    const { tasks } = (await (await app.as('supervisor', '欧阳静')).get('/oversight/tasks?hallId=yonghe'))
      .body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'appeal', asked: words }))
  })

  test('until the third working day of the next month', async () => {
    const { ratings } = await mine(clerk, '2026-11')
    const other = ratings.find((one: { reference: string; level: string }) => {
      return one.reference !== reference && one.level === 'dissatisfied'
    })
    app.setNow('2026-12-04T08:00:00+08:00')
    expect((await appeal(clerk, other.reference)).body.code).toBe('appeal-too-late')
  })
})

test('a supervisor or director who served finds it nowhere and takes no step of it', async () => {
  for (const role of ['supervisor', 'director', 'inspector'] as const) {
    app.setNow('2026-11-24T09:00:00+08:00')
    const self = await app.as(role, '以前在窗口', 'yonghe', { steppedUp: true })
    const made = await aFollowUp(app, 'verify', { owner, served: self.personId })
    const handler = await app.as('supervisor', 'who handled', 'yonghe', { steppedUp: true })
    await step(handler, made, 'extension', { words })
    await step(handler, made, 'exclusion', { kind: 'mistaken', words })
    await step(handler, made, 'transfer', { words, evidence: ['录像'] })
    await streams.flow()
    const id = made.followUpId
    const { revision } = made
    const asked: Record<typeof role, Promise<{ status: number }>[]> = {
      supervisor: [
        self.get(`/oversight/follow-ups/${id}`),
        self.post(`/oversight/follow-ups/${id}/verification`, { revision, finding: 'untrue', words }),
        self.post(`/oversight/follow-ups/${id}/unmask`, { reason: '看看是谁' }),
      ],
      director: [self.post(`/oversight/follow-ups/${id}/extension/decision`, { revision, approved: true })],
      inspector: [
        self.get(`/oversight/dossiers/${id}`),
        self.post(`/oversight/follow-ups/${id}/exclusion/decision`, { revision, agreed: true }),
      ],
    }
    for (const answer of await Promise.all(asked[role])) expect(answer.status).toBe(404)
    const lists = [
      await self.get('/oversight/tasks?hallId=yonghe'),
      ...(role === 'supervisor' ? [await self.get('/oversight/follow-ups?hallId=yonghe')] : []),
      ...(role === 'inspector'
        ? []
        : [await self.get('/oversight/months/2026-11/ratings?hallId=yonghe&figure=poor')]),
    ]
    for (const list of lists) {
      expect(list.status).toBe(200)
      expect(JSON.stringify(list.body)).not.toContain(id)
    }
  }
})
