/** What a hall has of its own: services, lists, and what reading them costs. */
import { randomUUID } from 'node:crypto'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aDraft, approve, aSentDraft, GUIDES, source, written } from './a-guide'

const MORNING = '2026-11-24T09:00:00+08:00'
let app: LocalApp
let anyone: Person
let director: Person
let leader: Person
beforeAll(async () => {
  app = await startLocalApp()
  app.setNow(MORNING)
  anyone = await app.as()
  director = await app.as('director', '陈国华')
  leader = await app.as('leader', '刘志高')
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

const atHall = (serviceId: string, hallId = 'yonghe') => anyone.get(`/services/${serviceId}?hallId=${hallId}`)

test('a new service gets an id, is found by search once it is in force, and can be stopped', async () => {
  const service = {
    ...(await written(director, 'fenhu')),
    ...{ plainName: '打井补助', name: '抗旱机井补助申领', code: null, everydayWords: ['打井', '机井补助'] },
    ...{ oneLine: '打抗旱机井的农户，领补助。', related: [] },
  }
  const key = randomUUID()
  const body = { service, effectiveFrom: '2026-11-24', source }
  const [saved, again] = [await director.post(GUIDES, body, key), await director.post(GUIDES, body, key)]
  expect(again.body).toEqual(saved.body)
  const { serviceId, version, revision } = saved.body
  expect([version, saved.body.problems]).toEqual([1, []])
  expect((await atHall(serviceId)).status).toBe(404)
  const drafts = await director.get(`${GUIDES}?query=${encodeURIComponent('打井')}`)
  expect(drafts.body.guides[0]).toMatchObject({ serviceId, open: { state: 'draft' } })

  await director.post(`${GUIDES}/send`, { guides: [{ serviceId, version, revision }] })
  await approve(leader, { serviceId, version, revision: revision + 1 })
  const find = (hallId: string) =>
    anyone.get(`/services?query=${encodeURIComponent('打口机井')}&hallId=${hallId}`)
  expect((await find('yonghe')).body.services[0]).toMatchObject({ serviceId, plainName: '打井补助' })
  expect(JSON.stringify((await find('kaiyun')).body)).not.toContain('打井补助')
  const index = (await anyone.get('/search-index?hallId=yonghe')).body
  expect(index.services.map((row: { serviceId: string }) => row.serviceId)).toContain(serviceId)
  expect(index.version).not.toBe((await anyone.get('/search-index')).body.version)

  const resident = await app.as('resident', '刘桂英')
  const book = (slotId: string) =>
    resident.post('/bookings', { slotId, serviceId, visitor: { name: '刘桂英', phone: '13812345678' } })
  expect((await book('yonghe.20261126.0900')).body.serviceName).toBe('打井补助')
  expect((await book('kaiyun.20261127.0900')).status).toBe(404)

  const { findGuide } = await import('../../../functions/catalogue/public')
  const paused = await aSentDraft(director, serviceId, { state: 'paused' })
  await approve(leader, paused)
  expect((await find('yonghe')).body.services[0]).toMatchObject({ paused: true })
  expect(await findGuide('yonghe', serviceId, new Date(MORNING))).toBeUndefined()
  expect((await book('yonghe.20261127.0900')).status).toBe(404)
  await approve(leader, await aSentDraft(director, serviceId, { state: 'cancelled' }))
  expect((await atHall(serviceId)).status).toBe(404)
  expect(JSON.stringify((await find('yonghe')).body)).not.toContain('打井补助')
  const stopped = await director.get(`${GUIDES}?show=stopped`)
  expect(stopped.body.guides).toMatchObject([{ serviceId, state: 'cancelled' }])
})

test('the lists: what is open, what waits, how many', async () => {
  await aDraft(director, 'fenhu', { limitNote: '三天' })
  await aSentDraft(director, 'shiye-dengji', { limitNote: '三天' })
  const { body } = await leader.get(`${GUIDES}?show=awaiting`)
  expect(body.total).toBe(body.awaiting)
  expect(
    body.guides.every((row: { open?: { state: string } }) => row.open?.state === 'awaiting-approval'),
  ).toBe(true)
  const open = (await director.get(`${GUIDES}?show=open`)).body
  expect(open.total).toBeGreaterThan(body.total)
  const all = (await director.get(GUIDES)).body
  const next = (await director.get(`${GUIDES}?cursor=${all.cursor}`)).body
  expect([all.guides.length, all.guides[0].serviceId]).not.toEqual([0, next.guides[0].serviceId])
})

test('a hall of others, a guide of others and a missing one are the same answer', async () => {
  const draft = await aDraft(director, 'junshu-fuxu', { limitNote: '一个月' })
  const other = await app.as('director', '开云主任', 'kaiyun')
  const asked = await Promise.all([
    other.get(`${GUIDES}/junshu-fuxu`),
    other.post(`${GUIDES}/send`, { guides: [draft] }),
    other.post(`/desk/halls/kaiyun/guides/send`, { guides: [draft] }),
    other.post(`${GUIDES}/junshu-fuxu/withdraw`, { revision: 1 }),
    director.get(`${GUIDES}/nothing-like-that`),
    director.post(GUIDES, {
      ...{ serviceId: 'nothing-like-that', service: await written(director, 'fenhu'), source },
      effectiveFrom: '2026-11-24',
    }),
  ])
  expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(404))
  expect(new Set(asked.map(({ body }) => JSON.stringify({ ...body, instance: '' }))).size).toBe(1)
})

test('reading costs nothing new for a hall without own versions, and next to nothing with them', async () => {
  const units = async (path: string) => (await anyone.get(path)).headers.get('consumed-units')
  app.setNow('2026-11-24T10:00:00+08:00')
  for (const hallId of ['kaiyun', 'yonghe']) {
    expect(await units(`/services/fenhu?hallId=${hallId}`)).toBe('read=0.5;write=0')
    for (const path of ['/services/fenhu', '/services', '/search-index'])
      expect(await units(`${path}?hallId=${hallId}`)).toBe('read=0;write=0')
  }
})
