/** Inviting, posts, and what takes effect at once. */
import { findHall } from '@one-window/shared/halls/halls'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBoundClerk, anAdmin, codeAt } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'
const window = (more: object = {}) => ({
  role: 'window-staff',
  hallId: 'yonghe',
  from: '2026-01-01',
  ...more,
})

let app: LocalApp
let admin: Person
let director: Person
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  admin = await anAdmin(app)
  director = await app.as('director', '陈国华', 'yonghe', { steppedUp: true })
  anyone = await app.as()
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

const invite = (by: Person, posts: object[], name = '张三') => by.post('/staff', { name, posts })
const readDesk = (person: Person, hallId = 'yonghe') =>
  person.get(`/desk/cases?hallId=${hallId}&list=to-accept`)

describe('inviting', () => {
  test('a director invites window staff of the hall, and nobody else', async () => {
    const invited = await invite(director, [window()])
    expect([invited.status, invited.body.member.state]).toEqual([201, 'invited'])
    expect(invited.body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
    expect(
      (await invite(director, [window({ role: 'approver', officeId: 'social-affairs' })])).body.code,
    ).toBe('not-allowed')
    expect((await invite(director, [window({ hallId: 'kaiyun' })])).body.code).toBe('not-found')
    expect((await invite(director, [window({ stationId: 'nowhere' })])).body.code).toBe('not-found')
  })

  test('S16 without the second factor given again, nobody is invited', async () => {
    const plain = await app.as('director', '陈国华二')
    const { status, body } = await invite(plain, [window()])
    expect([status, body.code]).toEqual([403, 'step-up-required'])
  })

  test('sent again it invites nobody twice, and tells the same code', async () => {
    const ask = () => admin.post('/staff', { name: '张三', posts: [window()] }, 'invite-once')
    const [first, again] = [await ask(), await ask()]
    expect(again.body.member.personId).toBe(first.body.member.personId)
    expect(again.body).toEqual(first.body)
    expect((await admin.post('/staff', { name: '李四', posts: [window()] }, 'invite-once')).status).toBe(422)
  })

  test.each([
    ['window staff and approver', [window(), window({ role: 'approver', officeId: 'social-affairs' })]],
    ['supervisor and director', [window({ role: 'supervisor' }), window({ role: 'director' })]],
    ['administrator and window staff', [window({ role: 'admin' }), window()]],
  ])('S28 one person is not both %s', async (_, posts) => {
    expect((await invite(admin, posts)).body.code).toBe('roles-conflict')
  })

  test('one after the other is no conflict', async () => {
    const posts = [
      window({ until: '2026-06-30' }),
      window({ role: 'approver', officeId: 'social-affairs', from: '2026-07-01' }),
    ]
    expect((await invite(admin, posts)).status).toBe(201)
  })

  test.each([
    ['an impossible day', window({ until: '2026-06-31' })],
    ['an end before its beginning', window({ until: '2025-12-31' })],
    ['a deputy without an end', window({ deputyFor: 's_x' })],
  ])('a post with %s is refused', async (_, post) => {
    expect((await invite(admin, [post])).body.code).toBe('bad-input')
  })

  test('S28 S44 a supervisor needs a second administrator; the same one, and an old page, are refused', async () => {
    const asked = (await invite(admin, [window({ role: 'supervisor' })])).body
    expect([asked.member.state, asked.inviteCode]).toEqual(['awaiting-second', undefined])
    const { personId, revision } = asked.member
    const path = `/staff/${personId}/confirm`
    expect((await admin.post(path, { revision })).body.code).toBe('second-person-needed')
    const other = await anAdmin(app, '另一位管理员')
    expect((await other.post(path, { revision: revision + 1 })).body.code).toBe('changed-meanwhile')
    const confirmed = await other.post(path, { revision })
    expect([confirmed.status, confirmed.body.member.state]).toEqual([200, 'invited'])
    expect(confirmed.body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
    expect((await other.post(path, { revision: revision + 1 })).body.code).toBe('wrong-status')
    const far = await anAdmin(app, '别处管理员', 'kaiyun')
    expect((await far.post(path, { revision })).body.code).toBe('not-found')
  })

  test('the list of a hall has who has a post there, and only there', async () => {
    const { member } = (await invite(admin, [window()], '名单上的人')).body
    const names = async (who: Person, hallId: string) =>
      (await who.get(`/staff?hallId=${hallId}`)).body.staff?.map(
        ({ personId }: { personId: string }) => personId,
      )
    expect(await names(director, 'yonghe')).toContain(member.personId)
    expect((await director.get('/staff?hallId=kaiyun')).body.code).toBe('not-found')
  })
})

describe('posts change', () => {
  test('S12 in effect on the very next request, whatever was under way', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    expect((await readDesk(clerk.person)).status).toBe(200)
    let answered = false
    const late: number[] = []
    const loop = Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 25; n++) {
        const after = answered
        const { status } = await readDesk(clerk.person)
        if (after) late.push(status)
      }
    })
    const { revision } = (await admin.get('/staff?hallId=yonghe')).body.staff.find(
      ({ personId }: { personId: string }) => personId === clerk.personId,
    )
    const disabled = await admin.post(`/staff/${clerk.personId}/disable`, { revision, reason: '离岗' })
    answered = true
    await Promise.all(loop)
    expect([disabled.status, disabled.body.state]).toEqual([200, 'disabled'])
    expect(late.length).toBeGreaterThan(0)
    expect(late.filter((status) => status !== 401)).toEqual([])
    expect((await anyone.post('/session/refresh', { refreshToken: clerk.refreshToken })).status).toBe(401)
  })

  test('S12 moved to another hall: the old one is closed and the new one open, at once', async () => {
    const both = await app.as('admin', '两厅管理员', 'yonghe', { steppedUp: true })
    const { changeAccount, findAccount } = await import('../../../functions/identity/public')
    const { bySystem } = await import('../../../functions/platform/audit')
    const account = (await findAccount(both.personId))!
    const posts = ['yonghe', 'kaiyun'].map((hallId) => ({ ...account.posts![0]!, hallId }))
    await changeAccount(account, { posts }, bySystem('test', new Date(0)))
    const clerk = await aBoundClerk(app, { at: MORNING })
    const moved = await both.post(`/staff/${clerk.personId}/posts`, {
      revision: 1,
      posts: [window({ hallId: 'kaiyun' })],
      reason: '轮岗',
    })
    expect(moved.status).toBe(200)
    expect((await readDesk(clerk.person)).status).toBe(404)
    expect((await readDesk(clerk.person, 'kaiyun')).status).toBe(200)
    const old = await both.post(`/staff/${clerk.personId}/posts`, {
      revision: 1,
      posts: [window()],
      reason: '轮岗',
    })
    expect(old.body.code).toBe('changed-meanwhile')
  })

  test('a post begins and ends with its days (轮岗、代理)', async () => {
    const posts = [
      { role: 'window-staff' as const, hallId: 'yonghe', from: '2026-11-01', until: '2026-11-24' },
      { role: 'window-staff' as const, hallId: 'kaiyun', from: '2026-11-25', until: '2026-11-25' },
    ]
    const { changeAccount, findAccount } = await import('../../../functions/identity/public')
    const { bySystem } = await import('../../../functions/platform/audit')
    const clerk = await aBoundClerk(app, { at: MORNING })
    const account = (await findAccount(clerk.personId))!
    await changeAccount(account, { posts }, bySystem('test', new Date(0)))
    const signIn = async (at: string) => {
      app.setNow(at)
      const code = app.wechat.newLoginCode(clerk.openid)
      return anyone.post('/sign-in/staff', { code, totp: clerk.totp(at) })
    }
    expect((await signIn('2026-11-24T23:59:00+08:00')).body.hallIds).toEqual(['yonghe'])
    expect((await signIn('2026-11-25T00:01:00+08:00')).body.hallIds).toEqual(['kaiyun'])
    expect((await signIn('2026-11-26T00:01:00+08:00')).body.code).toBe('post-ended')
  })

  test('nobody changes their own posts, a director only window staff', async () => {
    const { personId } = (await director.get('/me')).body
    const body = { revision: 0, posts: [window()], reason: '调岗' }
    expect((await director.post(`/staff/${personId}/posts`, body)).status).toBe(403)
    const { member } = (await invite(admin, [window({ role: 'approver', officeId: 'social-affairs' })])).body
    const path = `/staff/${member.personId}`
    expect((await director.post(`${path}/posts`, body)).body.code).toBe('not-allowed')
    expect((await director.post(`${path}/disable`, { revision: 0, reason: 'x' })).body.code).toBe(
      'not-allowed',
    )
    expect((await director.post(`${path}/reinvite`, { revision: 0, reason: 'x' })).body.code).toBe(
      'not-allowed',
    )
    expect((await director.post(`${path}/sessions/end`, { reason: 'x' })).body.code).toBe('not-allowed')
    const clash = { revision: 0, posts: [window(), window({ role: 'leader' })], reason: '调岗' }
    expect((await admin.post(`${path}/posts`, clash)).body.code).toBe('roles-conflict')
  })

  test('posts that need a second administrator wait; the old ones stand meanwhile', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const asked = await admin.post(`/staff/${clerk.personId}/posts`, {
      revision: 1,
      posts: [window({ role: 'supervisor' })],
      reason: '转岗',
    })
    expect(asked.body.pendingPosts).toHaveLength(1)
    expect((await readDesk(clerk.person)).status).toBe(200)
    const other = await anAdmin(app, '另一位管理员')
    await other.post(`/staff/${clerk.personId}/confirm`, { revision: asked.body.revision })
    const { status, body } = await readDesk(clerk.person)
    expect([status, body.code]).toEqual([401, 'post-ended'])
    expect((await anyone.post('/session/refresh', { refreshToken: clerk.refreshToken })).body.code).toBe(
      'post-ended',
    )
  })

  test('S24 a village clerk reaches nothing of the hall', async () => {
    const { stationId } = findHall('yonghe')!.stations[0]!
    const clerk = await aBoundClerk(app, {
      at: MORNING,
      posts: [{ ...window(), role: 'window-staff', hallId: 'yonghe', from: '2026-01-01', stationId }],
    })
    expect((await clerk.person.get('/me')).body).toMatchObject({ hallIds: [], stationIds: [stationId] })
    expect((await readDesk(clerk.person)).status).toBe(404)
    expect((await clerk.person.get('/desk/bookings?hallId=yonghe&date=2026-11-24')).status).toBe(404)
  })
})

describe('a phone that is lost', () => {
  test('S15 all sessions end; invited again, the old WeChat no longer signs in and the new one does', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ended = await admin.post(`/staff/${clerk.personId}/sessions/end`, { reason: '手机丢了' })
    expect(ended.body).toEqual({ ended: 1 })
    expect((await readDesk(clerk.person)).status).toBe(401)
    const again = await admin.post(`/staff/${clerk.personId}/reinvite`, { revision: 1, reason: '手机丢了' })
    expect([again.status, again.body.member.state]).toEqual([200, 'invited'])
    const stale = await admin.post(`/staff/${clerk.personId}/reinvite`, { revision: 1, reason: '手机丢了' })
    expect(stale.body.code).toBe('changed-meanwhile')
    const old = app.wechat.newLoginCode(clerk.openid)
    expect((await anyone.post('/sign-in/staff', { code: old, totp: clerk.totp(MORNING) })).body.code).toBe(
      'totp-wrong',
    )
    const bound = await anyone.post('/sign-in/bind', {
      inviteCode: again.body.inviteCode,
      code: app.wechat.newLoginCode(`${clerk.openid.slice(0, 20)}new`),
    })
    const totp = codeAt(bound.body.secret, MORNING)
    const confirmed = await anyone.post('/sign-in/bind/confirm', { bindTicket: bound.body.bindTicket, totp })
    expect([confirmed.status, confirmed.body.personId]).toEqual([200, clerk.personId])
    const waiting = (await invite(admin, [window({ role: 'inspector' })])).body.member
    const early = await admin.post(`/staff/${waiting.personId}/reinvite`, { revision: 0, reason: 'x' })
    expect(early.body.code).toBe('wrong-status')
  })
})
