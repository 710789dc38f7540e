/** Versions of guides over real HTTP: drafted by the director, approved by somebody else, in force from their day. */
import { randomUUID } from 'node:crypto'
import { aBoundClerk } from '../staff/a-clerk'
import { everyItem } from '../../support/bookings'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aDraft, approve, aSentDraft, GUIDES, seenGuide, source, written } from './a-guide'

const MORNING = '2026-11-24T09:00:00+08:00'
let app: LocalApp
let anyone: Person
let director: Person
let leader: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  app.setNow(MORNING)
  anyone = await app.as()
  director = await app.as('director', '陈国华')
  leader = await app.as('leader', '刘志高')
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

const atHall = (serviceId: string, hallId = 'yonghe') => anyone.get(`/services/${serviceId}?hallId=${hallId}`)

test('a version holds from its day, not before, at its hall only; a case finds the one it was accepted under', async () => {
  const { findGuide, findGuideVersion } = await import('../../../functions/catalogue/public')
  const before = (await atHall('gaoling-jintie')).body
  const draft = await aSentDraft(
    director,
    'gaoling-jintie',
    { oneLine: '满80岁的老人，每月领津贴。' },
    { effectiveFrom: '2026-11-26' },
  )
  expect(draft.version).toBe(2)
  const { body } = await approve(leader, draft)
  expect(body).toEqual({ decided: 1 })

  app.setNow('2026-11-25T23:59:00+08:00')
  expect((await atHall('gaoling-jintie')).body).toEqual(before)
  expect((await findGuide('yonghe', 'gaoling-jintie', new Date('2026-11-25T23:59:00+08:00')))?.version).toBe(
    '1',
  )

  app.setNow('2026-11-26T00:00:00+08:00')
  expect((await atHall('gaoling-jintie')).body).toMatchObject({
    oneLine: '满80岁的老人，每月领津贴。',
    own: { version: '2', since: '2026-11-26' },
  })
  expect((await atHall('gaoling-jintie', 'kaiyun')).body).toEqual(before)
  expect((await anyone.get('/services/gaoling-jintie')).body).toEqual(before)

  const now = new Date('2026-11-26T00:00:00+08:00')
  expect(await findGuide('yonghe', 'gaoling-jintie', now)).toMatchObject({
    version: '2',
    service: { oneLine: '满80岁的老人，每月领津贴。' },
  })
  expect((await findGuide('kaiyun', 'gaoling-jintie', now))?.version).toBe('1')
  expect(await findGuide('nowhere', 'gaoling-jintie', now)).toBeUndefined()
  expect((await findGuideVersion('yonghe', 'gaoling-jintie', '1'))?.oneLine).toBe(before.oneLine)
  expect((await findGuideVersion('yonghe', 'gaoling-jintie', '2'))?.oneLine).toBe(
    '满80岁的老人，每月领津贴。',
  )
  expect(await findGuideVersion('yonghe', 'gaoling-jintie', '3')).toBeUndefined()
  expect(await findGuideVersion('kaiyun', 'gaoling-jintie', '2')).toBeUndefined()
})

test('who approves after the day lets it begin today', async () => {
  const draft = await aSentDraft(
    director,
    'yibao-canbao',
    { limitNote: '当天办' },
    { effectiveFrom: '2026-11-24' },
  )
  app.setNow('2026-11-27T09:00:00+08:00')
  expect((await approve(leader, draft)).status).toBe(200)
  expect((await atHall('yibao-canbao')).body.own.since).toBe('2026-11-27')
})

test('the difference, who wrote and who approved, and the source are told', async () => {
  const { materials } = await written(director, 'fenhu')
  const draft = await aSentDraft(director, 'fenhu', { materials: materials.slice(1), questions: [] })
  const open = (await seenGuide(leader, 'fenhu')).open
  expect(open).toMatchObject({ isOwn: false, told: { author: '陈国华', state: 'awaiting-approval', source } })
  expect(open.differences[0]).toMatchObject({
    name: '材料清单',
    kind: 'removed',
    entry: materials[0]!.name,
  })
  await approve(leader, draft)
  const { inForce, history, open: none } = await seenGuide(director, 'fenhu')
  expect(none).toBeUndefined()
  expect(inForce).toMatchObject({ version: 2, since: '2026-11-24' })
  expect(history).toMatchObject([
    { version: 2, state: 'approved', author: '陈国华', approver: '刘志高', source },
  ])
  expect(history[0].differences).toEqual(open.differences)
})

test('of two who approve at once one wins; the same request sent again is the same approval', async () => {
  const draft = await aSentDraft(director, 'shiye-dengji', { limitNote: '材料齐的话' })
  const leaders = await Promise.all(['一', '二', '三', '四'].map((name) => app.as('leader', `领导${name}`)))
  const answers = await Promise.all(leaders.map((one) => approve(one, draft)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(Array(3).fill('wrong-status'))
  const winner = leaders[answers.findIndex(({ status }) => status === 200)]!
  expect((await seenGuide(director, 'shiye-dengji')).history).toHaveLength(1)

  const key = randomUUID()
  const next = await aSentDraft(director, 'shiye-dengji', { limitNote: '材料不齐不算' })
  const body = { guides: [next], agree: true }
  const [first, again] = [
    await winner.post(`${GUIDES}/decide`, body, key),
    await winner.post(`${GUIDES}/decide`, body, key),
  ]
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true'])
  expect(
    (await winner.post(`${GUIDES}/decide`, { ...body, agree: false, reason: '不对' }, key)).body.code,
  ).toBe('idempotency-key-reused')
})

test('nobody approves what they wrote themselves, whatever post they are in', async () => {
  const posts = (['director', 'leader'] as const).map((role) => ({
    role,
    hallId: 'yonghe',
    from: '2026-01-01',
  }))
  const { openid, totp, person } = await aBoundClerk(app, { at: MORNING, posts })
  const draft = await aSentDraft(person, 'tudi-liuzhuan', { limitNote: '合同齐的话' })
  app.setNow('2026-11-24T09:01:00+08:00')
  const signIn = {
    code: app.wechat.newLoginCode(openid),
    totp: totp('2026-11-24T09:01:00+08:00'),
    role: 'leader',
  }
  const asLeader = app.holding((await anyone.post('/sign-in/staff', signIn)).body.token)
  expect((await approve(asLeader, draft)).body.code).toBe('second-person-needed')
  expect((await approve(leader, draft)).status).toBe(200)
})

test('what is given back can be written on and sent again, with the reason beside it', async () => {
  const draft = await aSentDraft(director, 'guangrongpai', { limitNote: '十天' })
  const back = { guides: [draft], agree: false }
  expect((await leader.post(`${GUIDES}/decide`, back)).body.code).toBe('bad-input')
  expect((await leader.post(`${GUIDES}/decide`, { ...back, reason: '请写工作日' })).status).toBe(200)
  const { told } = (await seenGuide(director, 'guangrongpai')).open
  expect(told).toMatchObject({ state: 'draft', returned: '请写工作日', version: draft.version })

  const service = { ...(await written(director, 'guangrongpai')), limitNote: '十个工作日' }
  const save = { serviceId: 'guangrongpai', service, effectiveFrom: '2026-11-24', source }
  const stale = await director.post(GUIDES, { ...save, revision: 1 })
  expect([stale.status, stale.body.code]).toEqual([409, 'changed-meanwhile'])
  const saved = (await director.post(GUIDES, { ...save, revision: told.revision })).body
  expect(saved).toMatchObject({ version: draft.version, problems: [] })
  const guides = [{ serviceId: 'guangrongpai', version: saved.version, revision: saved.revision }]
  expect((await director.post(`${GUIDES}/send`, { guides })).status).toBe(200)
  expect((await seenGuide(director, 'guangrongpai')).open.told.returned).toBeUndefined()
  // editing what waits takes it back
  const again = await director.post(GUIDES, { ...save, revision: saved.revision + 1 })
  expect([again.status, (await seenGuide(director, 'guangrongpai')).open.told.state]).toEqual([201, 'draft'])
  const { revision } = again.body
  expect((await director.post(`${GUIDES}/guangrongpai/withdraw`, { revision: 1 })).body.code).toBe(
    'changed-meanwhile',
  )
  expect((await director.post(`${GUIDES}/guangrongpai/withdraw`, { revision })).status).toBe(200)
  expect((await director.post(`${GUIDES}/guangrongpai/withdraw`, { revision })).body.code).toBe(
    'wrong-status',
  )
  expect((await director.post(`${GUIDES}/send`, { guides })).body.code).toBe('wrong-status')
  // the next version has a number of its own
  expect((await aDraft(director, 'guangrongpai', { limitNote: '十天' })).version).toBe(draft.version + 1)
})

test('two who begin a draft at once make one', async () => {
  const other = await app.as('director', '第二位主任')
  const service = { ...(await written(director, 'hukou-qianru')), limitNote: '二十天' }
  const body = { serviceId: 'hukou-qianru', service, effectiveFrom: '2026-11-24', source }
  const answers = await Promise.all([director, other, director, other].map((who) => who.post(GUIDES, body)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect(answers.flatMap(({ body: { code } }) => code ?? [])).toEqual(Array(3).fill('changed-meanwhile'))
})

test('an unfinished draft is kept and told what is missing, but not sent', async () => {
  const service = {
    ...(await written(director, 'xiaocanyin-xuke')),
    oneLine: '',
    steps: [],
    promisedDays: 90,
  }
  const saved = await director.post(GUIDES, {
    ...{ serviceId: 'xiaocanyin-xuke', service, effectiveFrom: '2026-11-24', source },
  })
  expect(saved.status).toBe(201)
  const pointers = saved.body.problems.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toEqual(expect.arrayContaining(['/oneLine', '/steps', '/promisedDays']))
  const { serviceId, version, revision } = saved.body
  const sent = await director.post(`${GUIDES}/send`, { guides: [{ serviceId, version, revision }] })
  expect([sent.status, sent.body.code]).toEqual([400, 'bad-input'])
  expect(sent.body.errors).toContainEqual({ pointer: '/guides/0/service/oneLine', message: '请填这一项' })
})

test('a code that somebody else was given meanwhile stops the approval', async () => {
  const code = '11430423MB1234567Y400000000000001'.slice(0, 31)
  const one = await aSentDraft(director, 'dibao-bianyuan', { code })
  const two = await aSentDraft(director, 'dibao-biangeng', { code })
  expect((await approve(leader, one)).status).toBe(200)
  const answer = await approve(leader, two)
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/guides/0/service/code'])
})

test('a version is kept whole with its author and never changes once it is approved', async () => {
  const rows = (await everyItem('guide-versions')).filter(({ state }) => state === 'approved')
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.every(({ author, approver }) => author && approver && author !== approver)).toBe(true)
  const row = rows.find(({ serviceId }) => serviceId === 'fenhu') as Record<string, number>
  const guides = [{ serviceId: 'fenhu', version: row.version, revision: row.revision }]
  expect((await leader.post(`${GUIDES}/decide`, { guides, agree: false, reason: '晚了' })).body.code).toBe(
    'wrong-status',
  )
})
