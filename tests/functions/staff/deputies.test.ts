/** Deputies (代理) over real HTTP: who is away names a colleague, who then decides in their stead. */
import { randomUUID } from 'node:crypto'
import type { Role } from '@one-window/shared/foundation/roles'
import { aBoundClerk } from './a-clerk'
import { aCase } from '../cases/a-case'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

const MORNING = '2026-11-24T09:00:00+08:00'
const post = { hallId: 'yonghe', from: '2026-01-01' }
const days = { from: '2026-11-24', until: '2026-11-30', reason: '出差' }
let app: LocalApp
let approver: Person
let n = 0

beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  app.setNow(MORNING)
  approver = await app.as('approver', '黄文斌', 'yonghe', { steppedUp: true })
}, 60_000)
afterAll(() => app.stop())
beforeEach(() => app.setNow(MORNING))

const aLeader = (hallId = 'yonghe'): Promise<Person> => app.as('leader', `同事${++n}`, hallId)
const name = (who: Person, personId: string, more: object = {}, key?: string) =>
  who.post('/staff/deputies', { personId, ...days, ...more }, key)
const standsIn = (body: { standsIn: { from: string; until: string }[] }) =>
  body.standsIn.map(({ from, until }) => [from, until])

test('the colleague gets the same office for those days, and decides as if they were there', async () => {
  const other = await aBoundClerk(app, {
    at: MORNING,
    posts: [{ ...post, role: 'leader' }],
  })
  const named = await name(approver, other.personId)
  expect(named.status).toBe(200)
  expect(named.body.standsIn).toEqual([
    {
      role: 'approver',
      hallId: 'yonghe',
      officeId: 'social-affairs',
      from: days.from,
      until: days.until,
      deputyFor: approver.personId,
    },
  ])
  const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  const { caseId } = await aCase(clerk, ['accept'], { serviceId: 'gaoling-jintie' })
  const signIn = async (at: string) => {
    app.setNow(at)
    const code = app.wechat.newLoginCode(other.openid)
    const anyone = await app.as()
    return (await anyone.post('/sign-in/staff', { code, totp: other.totp(at), role: 'approver' })).body
  }
  const deputy = app.holding((await signIn('2026-11-24T10:00:00+08:00')).token)
  expect((await deputy.post(`/approvals/${caseId}/approve`)).status).toBe(200)
  expect((await signIn('2026-12-01T09:00:00+08:00')).code).toBe('post-ended')
})

test('who may be asked: active colleagues of the hall whose posts go together, by name and nothing else', async () => {
  const bound = (role: Role) => aBoundClerk(app, { at: MORNING, posts: [{ ...post, role }] })
  const [leader, clerk, director] = [
    await bound('leader'),
    await bound('window-staff'),
    await bound('director'),
  ]
  const supervisor = await app.as('supervisor', '赵立新', 'yonghe')
  const { body } = await approver.get('/staff/colleagues?hallId=yonghe')
  const ids = body.colleagues.map(({ personId }: { personId: string }) => personId)
  expect(ids).toEqual(expect.arrayContaining([leader.personId, director.personId]))
  for (const not of [clerk, supervisor, approver]) expect(ids).not.toContain(not.personId)
  expect(body.colleagues.find((one: { personId: string }) => one.personId === leader.personId)).toEqual({
    personId: leader.personId,
    name: expect.stringMatching(/^受理员/),
    roles: ['leader'],
    standsIn: [],
  })
  expect((await approver.get('/staff/colleagues?hallId=kaiyun')).body.code).toBe('not-found')
})

test('named again, the new days stand; taken back, nothing is left, and a second time there is nothing to take', async () => {
  const { personId } = await aLeader()
  const key = randomUUID()
  expect(standsIn((await name(approver, personId, {}, key)).body)).toEqual([['2026-11-24', '2026-11-30']])
  expect(standsIn((await name(approver, personId, {}, key)).body)).toEqual([['2026-11-24', '2026-11-30']])
  expect((await name(approver, personId, { until: '2026-12-04' }, key)).body.code).toBe(
    'idempotency-key-reused',
  )
  expect(standsIn((await name(approver, personId, { until: '2026-12-04' })).body)).toEqual([
    ['2026-11-24', '2026-12-04'],
  ])
  const end = () => approver.post(`/staff/deputies/${personId}/end`, { reason: '回来了' })
  expect((await end()).body.standsIn).toEqual([])
  expect((await end()).body.code).toBe('not-found')
})

test('two who name the same colleague at once both have them', async () => {
  const { personId } = await aLeader()
  const other = await app.as('approver', '向国平', 'yonghe', {
    officeId: 'veterans-station',
    steppedUp: true,
  })
  const answers = await Promise.all([name(approver, personId), name(other, personId)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const { findAccount } = await import('../../../functions/identity/public')
  const held = (await findAccount(personId))!.posts!.flatMap(({ deputyFor }) => deputyFor ?? [])
  expect(held.sort()).toEqual([approver.personId, other.personId].sort())
})

test.each<[string, () => Promise<string>, object, string]>([
  ['somebody of another hall', async () => (await aLeader('kaiyun')).personId, {}, 'not-found'],
  ['oneself', async () => approver.personId, {}, 'not-found'],
  ['nobody', async () => 's_nobody', {}, 'not-found'],
  [
    'who receives at the window',
    async () => (await app.as('window-staff', '王桂香', 'yonghe')).personId,
    {},
    'roles-conflict',
  ],
  [
    'an end before the beginning',
    async () => (await aLeader()).personId,
    { until: '2026-11-23' },
    'bad-input',
  ],
  ['days that are over', async () => (await aLeader()).personId, { from: '2026-11-20' }, 'bad-input'],
])('nobody deputises %s', async (_, colleague, more, code) => {
  const { body } = await name(approver, await colleague(), more)
  expect(body.code).toBe(code)
})

test('the second factor is asked for first', async () => {
  const other = await app.as('approver', '没验的人', 'yonghe')
  const { personId } = await aLeader()
  expect((await name(other, personId)).body.code).toBe('step-up-required')
  const end = await other.post(`/staff/deputies/${personId}/end`, { reason: '回来了' })
  expect(end.body.code).toBe('step-up-required')
})

test('what a deputy holds is not handed on', async () => {
  const deputy = await aLeader()
  await name(approver, deputy.personId)
  const steppedUp = await app.as('leader', `同事${n}`, 'yonghe', { steppedUp: true })
  const third = await aLeader()
  const { body } = await name(steppedUp, third.personId)
  expect(body.standsIn.map(({ role }: { role: string }) => role)).toEqual(['leader'])
})
