/** The desk's second screen: the person rates there, the desk cannot. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

const NOW = '2026-11-24T09:00:00+08:00'
let app: LocalApp
let anyone: Person
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
beforeEach(async () => {
  app.setNow(NOW)
  clerk = await app.as('window-staff', '周小兰')
})
afterAll(() => app.stop())

interface Screen {
  screenId: string
  secret: string
}
const aScreen = async (): Promise<Screen> => (await anyone.post('/rating-screens')).body
const ask = (caseId: string, screenId: string, who = clerk) =>
  who.post(`/desk/cases/${caseId}/rating-screen`, { screenId })
const collect = async ({ screenId, secret }: Screen) =>
  (await anyone.post(`/rating-screens/${screenId}/collect`, { secret })).body
const rate = ({ screenId, secret }: Screen, body: object = { level: 'satisfied' }, key?: string) =>
  anyone.post(`/rating-screens/${screenId}/ratings`, { secret, ...body }, key)

test('asked, shown without a name, rated once, without a name; the desk learns nothing', async () => {
  const screen = await aScreen()
  expect(screen.screenId).toMatch(/^\d{6}$/)
  expect(await collect(screen)).toEqual({})
  const { caseId } = await aCase(clerk, ['accept'])
  const asked = await ask(caseId, screen.screenId)
  expect([asked.status, asked.body]).toEqual([200, { until: '2026-11-24T01:03:00.000Z' }])
  expect(await collect(screen)).toEqual({
    asked: {
      serviceName: '就业困难认定',
      contact: 1,
      hallName: '永和乡政务服务中心',
      until: '2026-11-24T01:03:00.000Z',
    },
  })
  const poor = { level: 'dissatisfied', tags: ['214'] }
  const given = await rate(screen, poor, 'once')
  expect([given.status, given.body]).toEqual([201, { level: 'dissatisfied' }])
  expect((await rate(screen, poor, 'once')).headers.get('idempotent-replayed')).toBe('true')
  expect((await rate(screen, poor)).body.code).toBe('already-rated')
  expect(await collect(screen)).toEqual({})
  expect((await ask(caseId, screen.screenId)).body.code).toBe('already-rated')
  const { followUps } = (
    await (await app.as('supervisor', '欧阳静')).get('/oversight/follow-ups?hallId=yonghe')
  ).body
  expect(followUps).toMatchObject([{ channel: 'desk-screen', anonymous: true, tags: ['214'] }])
})

test('nothing is filled in for anybody, and a poor one says why', async () => {
  const screen = await aScreen()
  const { caseId } = await aCase(clerk, ['accept'])
  await ask(caseId, screen.screenId)
  expect((await rate(screen, {})).body.code).toBe('bad-input')
  expect((await rate(screen, { level: 'dissatisfied' })).body.code).toBe('poor-rating-needs-reason')
  expect((await rate(screen, { level: 'dissatisfied', tags: ['510'] })).body.code).toBe('tag-of-other-level')
})

test('over after three minutes, and nothing to rate before it was asked', async () => {
  const screen = await aScreen()
  expect((await rate(screen)).body.code).toBe('screen-over')
  const { caseId } = await aCase(clerk, ['accept'])
  await ask(caseId, screen.screenId)
  app.setNow('2026-11-24T09:03:00+08:00')
  expect(await collect(screen)).toEqual({})
  expect((await rate(screen)).body.code).toBe('screen-over')
})

test('the desk knows the number, not the secret; a wrong secret is no screen; a screen is one hall’s', async () => {
  const screen = await aScreen()
  const { caseId } = await aCase(clerk, ['accept'])
  const asked = await ask(caseId, screen.screenId)
  expect(JSON.stringify(asked.body)).not.toContain(screen.secret)
  for (const secret of ['', 'guessed', screen.screenId]) {
    expect((await collect({ ...screen, secret })).code).toBe('screen-over')
    expect((await rate({ ...screen, secret })).body.code).toBe('screen-over')
  }
  const other = await app.as('window-staff', '周小兰', 'kaiyun')
  const theirs = await aCase(other, ['accept'], { hallId: 'kaiyun' })
  expect((await ask(theirs.caseId, screen.screenId, other)).body.code).toBe('screen-over')
  expect((await ask(caseId, screen.screenId, other)).status).toBe(404)
  expect((await ask(caseId, '000000')).body.code).toBe('screen-over')
  app.setNow('2026-11-24T21:00:01+08:00')
  expect((await collect(screen)).code).toBe('screen-over')
})

test('not before there is something to rate, nor after its days; fifty at once are one', async () => {
  const screen = await aScreen()
  const received = await aCase(clerk, [])
  expect((await ask(received.caseId, screen.screenId)).body.code).toBe('not-yet-ratable')
  const { caseId } = await aCase(clerk, ['accept'])
  await ask(caseId, screen.screenId)
  const answers = await Promise.all(Array.from({ length: 50 }, () => rate(screen)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  app.setNow('2026-12-10T09:00:00+08:00')
  const late = await aScreen()
  const then = await app.as('window-staff', '周小兰')
  expect((await ask(received.caseId, late.screenId, then)).body.code).toBe('not-yet-ratable')
  expect((await ask(caseId, late.screenId, then)).body.code).toBe('rating-window-over')
})
