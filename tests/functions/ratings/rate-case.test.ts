import { RatingLevel, isPoor, ratingTags } from '@one-window/shared/ratings/rating'
import { Role } from '@one-window/shared/foundation/roles'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

let app: LocalApp
let clerk: Person
let supervisor: Person
let resident: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  clerk = await app.as('window-staff', '周小兰')
  supervisor = await app.as('supervisor', '监督员')
  resident = await app.as('resident', '刘桂英')
})
afterAll(() => app.stop())

const owned = (actions: readonly string[] = ['accept']) => aCase(clerk, actions, { owner: resident })
const poor = { contact: 1, level: 'dissatisfied', tags: ['214'] }
const followUpsOf = async (person = supervisor) =>
  (await person.get('/oversight/follow-ups?hallId=yonghe')).body.followUps as { followUpId: string }[]

describe('rating', () => {
  test.each(RatingLevel.options)('%s: only a poor one opens a follow-up', async (level) => {
    const { caseId } = await owned()
    const before = (await followUpsOf()).length
    const tag = ratingTags[level][0]
    const { status, body } = await resident.post(`/cases/${caseId}/ratings`, {
      contact: 1,
      level,
      tags: [tag?.words],
      text: '说一句',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      caseId,
      contact: 1,
      level,
      tags: [tag?.code],
      text: '说一句',
      anonymous: false,
      ratedAt: '2026-11-23T23:00:00.000Z',
    })
    expect((await followUpsOf()).length - before).toBe(isPoor(level) ? 1 : 0)
    if (isPoor(level))
      expect(body.followUp).toMatchObject({
        status: 'triage',
        contactBy: { day: '2026-11-25' },
        finishBy: { day: '2026-12-01' },
      })
    else expect(body.followUp).toBeUndefined()
    const [mine] = (await resident.get(`/cases/${caseId}/ratings`)).body.ratings
    expect(mine).toEqual(body)
  })

  test('S31 each contact once; the owner sees what they gave, staff never', async () => {
    const { caseId } = await owned(['accept', 'conclude', 'issue'])
    for (const contact of [1, 2])
      expect((await resident.post(`/cases/${caseId}/ratings`, { contact, level: 'satisfied' })).status).toBe(
        201,
      )
    for (const contact of [1, 2]) {
      const again = await resident.post(`/cases/${caseId}/ratings`, { contact, level: 'very-satisfied' })
      expect([again.status, again.body.code]).toEqual([409, 'already-rated'])
    }
    const ratedFor = async (person: Person) =>
      (await person.get(`/cases/${caseId}`)).body.contacts.map(({ rated }: { rated?: string }) => rated)
    expect(await ratedFor(resident)).toEqual(['satisfied', 'satisfied'])
    for (const person of [clerk, supervisor, await app.as('director', '谢国强')])
      expect(await ratedFor(person)).toEqual([undefined, undefined])
    expect((await resident.get(`/cases/${caseId}/ratings`)).body.ratings).toHaveLength(2)
  })

  test.each([
    ['a poor one with nothing said', { ...poor, tags: [] }, 400, 'poor-rating-needs-reason'],
    ['a poor one with blanks', { ...poor, tags: [], text: '   ' }, 400, 'poor-rating-needs-reason'],
    ['a tag of another level', { ...poor, tags: ['214', '510'] }, 400, 'tag-of-other-level'],
    ['a contact to come', { ...poor, contact: 2 }, 409, 'not-yet-ratable'],
    ['a level that does not exist', { ...poor, level: 'awful' }, 400, 'bad-input'],
    ['a contact that is no number', { ...poor, contact: 'x' }, 400, 'bad-input'],
    ['201 characters', { ...poor, text: '长'.repeat(201) }, 400, 'bad-input'],
  ])('refuses %s and writes nothing', async (_, asked, status, code) => {
    const { caseId } = await owned()
    const before = (await followUpsOf()).length
    const answer = await resident.post(`/cases/${caseId}/ratings`, asked)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await resident.get(`/cases/${caseId}/ratings`)).body.ratings).toEqual([])
    expect((await followUpsOf()).length).toBe(before)
  })

  test('before acceptance there is nothing to rate; a declined case can be rated', async () => {
    const received = await owned([])
    expect((await resident.post(`/cases/${received.caseId}/ratings`, poor)).body.code).toBe('not-yet-ratable')
    const declined = await owned(['decline'])
    expect((await resident.post(`/cases/${declined.caseId}/ratings`, poor)).status).toBe(201)
  })

  test('fifteen natural days, the last one whole', async () => {
    const [inTime, late] = await Promise.all([owned(), owned()])
    app.setNow('2026-12-09T23:59:00+08:00')
    const then = await app.as('resident', '刘桂英')
    expect((await then.post(`/cases/${inTime.caseId}/ratings`, poor)).status).toBe(201)
    app.setNow('2026-12-10T00:01:00+08:00')
    const answer = await then.post(`/cases/${late.caseId}/ratings`, poor)
    expect([answer.status, answer.body.code]).toEqual([409, 'rating-window-over'])
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test("another's case and a missing one are the same answer", async () => {
    const { caseId } = await owned()
    const other = await app.as('resident', '别人')
    const [foreign, missing] = await Promise.all(
      [caseId, 'nothing'].map((id) => other.post(`/cases/${id}/ratings`, poor)),
    )
    expect(foreign?.status).toBe(404)
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' })
    const [foreignList, missingList] = await Promise.all(
      [caseId, 'nothing'].map((id) => other.get(`/cases/${id}/ratings`)),
    )
    expect(foreignList?.status).toBe(404)
    expect({ ...foreignList?.body, instance: '' }).toEqual({ ...missingList?.body, instance: '' })
  })

  test.each(Role.options.filter((role) => role !== 'resident'))('S31 %s may not rate', async (role) => {
    const { caseId } = await owned()
    const person = await app.as(role)
    expect((await person.post(`/cases/${caseId}/ratings`, poor)).status).toBe(403)
    expect((await person.get(`/cases/${caseId}/ratings`)).status).toBe(403)
  })

  test.each([
    ['poor', 'very-dissatisfied', false],
    ['poor, while WeChat checks nothing', 'very-dissatisfied', true],
    ['good', 'very-satisfied', false],
    ['good, while WeChat checks nothing', 'very-satisfied', true],
  ] as const)('costs at most 7 write units, however much is said: %s', async (_, level, outage) => {
    const { caseId } = await owned()
    if (outage) app.wechat.fail('500', 1, '/wxa/msg_sec_check')
    const { status, headers } = await resident.post(`/cases/${caseId}/ratings`, {
      contact: 1,
      level,
      tags: ratingTags[level].map(({ code }) => code),
      text: '等'.repeat(200),
      anonymous: true,
    })
    expect(status).toBe(201)
    const written = Number(/write=([\d.]+)/.exec(headers.get('consumed-units') ?? '')?.[1])
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThanOrEqual(7)
  })
})

describe('retries and races', () => {
  test.each([
    ['poor', poor, 1],
    ['good', { contact: 1, level: 'satisfied' }, 0],
  ])('50 %s ones at once: one rating, the others were too late', async (_, asked, followUps) => {
    const { caseId } = await owned()
    const before = (await followUpsOf()).length
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => resident.post(`/cases/${caseId}/ratings`, asked)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'already-rated')).toHaveLength(49)
    expect((await followUpsOf()).length - before).toBe(followUps)
  })

  test('50 times the same request: one rating, one answer; the key for something else is refused', async () => {
    const { caseId } = await owned()
    const before = (await followUpsOf()).length
    const rate = (body: object) => resident.post(`/cases/${caseId}/ratings`, body, 'rate once')
    const answers = await Promise.all(Array.from({ length: 50 }, () => rate(poor)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed'))).toHaveLength(49)
    expect((await followUpsOf()).length - before).toBe(1)
    const other = await rate({ ...poor, level: 'satisfied', tags: [] })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })
})
