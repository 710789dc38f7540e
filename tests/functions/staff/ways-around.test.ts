/** Ways around the second person, the second factor and the end of a session; each is closed. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBoundClerk, anAdmin, codeAt } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'
const at = (minutes: number): string => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()
const post = (more: object = {}) => ({
  role: 'window-staff',
  hallId: 'yonghe',
  from: '2026-01-01',
  ...more,
})

let app: LocalApp
let admin: Person
let second: Person
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  admin = await anAdmin(app)
  second = await anAdmin(app, '另一位管理员')
  anyone = await app.as()
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

let phones = 0
const aPhone = (): string => `o-around-${++phones}`.padEnd(28, 'x')
const codeOf = (openid: string): string => app.wechat.newLoginCode(openid)
const isReplayed = ({ headers }: { headers: Headers }): boolean =>
  headers.get('idempotent-replayed') === 'true'

describe('the second person', () => {
  const aSupervisor = async () => {
    const asked = (await admin.post('/staff', { name: '赵立新', posts: [post({ role: 'supervisor' })] })).body
    const path = `/staff/${asked.member.personId}`
    return { path, ...(await second.post(`${path}/confirm`, { revision: 0 })).body }
  }

  test('one administrator alone cannot take over whom two have let in: a new code needs the second again', async () => {
    const { path, inviteCode, member } = await aSupervisor()
    const again = await admin.post(`${path}/reinvite`, { revision: member.revision, reason: '换手机' })
    expect([again.status, again.body.member.state, again.body.inviteCode]).toEqual([
      200,
      'awaiting-second',
      undefined,
    ])
    const old = { inviteCode, code: codeOf(aPhone()) }
    expect((await anyone.post('/sign-in/bind', old)).body.code).toBe('invitation-invalid')
    const { revision } = again.body.member
    expect((await admin.post(`${path}/confirm`, { revision })).body.code).toBe('second-person-needed')
    const confirmed = await second.post(`${path}/confirm`, { revision })
    expect(confirmed.body.member).toMatchObject({ state: 'invited', posts: [{ role: 'supervisor' }] })
    expect(confirmed.body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
  })

  test('who is to have lesser posts after all waits for nobody', async () => {
    const { path, member } = await aSupervisor()
    await admin.post(`${path}/reinvite`, { revision: member.revision, reason: '换手机' })
    const asked = { revision: member.revision + 1, posts: [post()], reason: '转岗' }
    const changed = await admin.post(`${path}/posts`, asked)
    expect([changed.body.state, changed.body.pendingPosts]).toEqual(['invited', undefined])
    const again = await admin.post(`${path}/reinvite`, { revision: changed.body.revision, reason: '出码' })
    expect(again.body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
  })
})

describe('a request sent again', () => {
  test('opens nothing that has ended: the sign-in of a staff member', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow(at(1))
    const body = { code: codeOf(clerk.openid), totp: clerk.totp(at(1)) }
    const first = await anyone.post('/sign-in/staff', body, 'around-1')
    await app.holding(first.body.token).post('/session/end')
    const again = await anyone.post('/sign-in/staff', body, 'around-1')
    expect([again.status, again.body.code]).toEqual([401, 'wechat-code-invalid'])
  })

  test('nor the first session of a binding, nor that of a resident', async () => {
    const posts = [post()]
    const { inviteCode } = (await admin.post('/staff', { name: '新来的', posts })).body
    const bound = (await anyone.post('/sign-in/bind', { inviteCode, code: codeOf(aPhone()) })).body
    const body = { bindTicket: bound.bindTicket, totp: codeAt(bound.secret, MORNING) }
    const first = await anyone.post('/sign-in/bind/confirm', body, 'around-2')
    await app.holding(first.body.token).post('/session/end')
    expect((await anyone.post('/sign-in/bind/confirm', body, 'around-2')).body.code).toBe('ticket-over')

    const { noticeVersion } = await import('@one-window/shared/identity/notice')
    const resident = { code: codeOf(aPhone()), agreed: noticeVersion }
    const opened = await anyone.post('/sign-in/wechat', resident, 'around-3')
    await app.holding(opened.body.token).post('/session/end')
    const again = await anyone.post('/sign-in/wechat', resident, 'around-3')
    expect([again.status, again.body.code]).toEqual([401, 'wechat-code-invalid'])
  })

  test('changes posts once, and answers as it did, also when the member is out of reach by then', async () => {
    const { member, inviteCode } = (
      await admin.post('/staff', { name: '张三', posts: [post()] }, 'around-invite')
    ).body
    const invited = await admin.post('/staff', { name: '张三', posts: [post()] }, 'around-invite')
    expect([isReplayed(invited), invited.body.inviteCode]).toEqual([true, inviteCode])
    const path = `/staff/${member.personId}`
    const asked: [string, object][] = [
      ['posts', { revision: 0, posts: [post({ until: '2026-12-31' })], reason: '轮岗' }],
      ['reinvite', { revision: 1, reason: '码丢了' }],
      ['disable', { revision: 2, reason: '离岗' }],
    ]
    for (const [what, body] of asked) {
      const first = await admin.post(`${path}/${what}`, body, `around-${what}`)
      const again = await admin.post(`${path}/${what}`, body, `around-${what}`)
      expect([first.status, again.status, isReplayed(again)]).toEqual([200, 200, true])
      expect(again.body).toEqual(first.body)
      const other = await admin.post(`${path}/${what}`, { ...body, reason: '别的' }, `around-${what}`)
      expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    }
  })

  test('a second person confirms once, and is told the code again', async () => {
    const asked = (await admin.post('/staff', { name: '钱', posts: [post({ role: 'inspector' })] })).body
    const ask = () =>
      second.post(`/staff/${asked.member.personId}/confirm`, { revision: 0 }, 'around-confirm')
    const [first, again] = [await ask(), await ask()]
    expect([first.status, isReplayed(again)]).toEqual([200, true])
    expect(again.body).toEqual(first.body)
  })

  test('a binding sent again is the same binding; the same key for another invitation is another', async () => {
    const codes = []
    for (const name of ['甲', '乙'])
      codes.push((await admin.post('/staff', { name, posts: [post()] })).body.inviteCode)
    const bodies = codes.map((inviteCode) => ({ inviteCode, code: codeOf(aPhone()) }))
    const ask = (body: object) => anyone.post('/sign-in/bind', body, 'around-bind')
    const [first, other, again] = [await ask(bodies[0]!), await ask(bodies[1]!), await ask(bodies[0]!)]
    expect([first.status, other.status, again.status]).toEqual([200, 200, 200])
    expect(again.body).toEqual(first.body)
    expect([other.body.name, other.body.secret === first.body.secret]).toEqual(['乙', false])
  })
})

describe('S19 nobody learns who is staff', () => {
  test('a stranger is locked out like anybody else', async () => {
    const openid = aPhone()
    const ask = () => anyone.post('/sign-in/staff', { code: codeOf(openid), totp: '000000' })
    const answers = await Promise.all(Array.from({ length: 8 }, ask))
    expect(answers.filter(({ body }) => body.code === 'totp-wrong')).toHaveLength(5)
    expect((await ask()).body.code).toBe('too-many-tries')
    app.setNow(at(16))
    expect((await ask()).body.code).toBe('totp-wrong')
  })

  test('and costs the same work, so that neither waits longer', async () => {
    const { openid } = await aBoundClerk(app, { at: MORNING })
    const [one, other] = [openid, aPhone()]
    const work = async (of: string): Promise<string | null> => {
      const { body, headers } = await anyone.post('/sign-in/staff', { code: codeOf(of), totp: '000000' })
      expect(body.code).toBe('totp-wrong')
      return headers.get('consumed-units')
    }
    await work(other) // a stranger's first wrong code is the first anybody counts
    expect(await work(other)).toBe(await work(one))
  })
})

test('S16 a deputy stands in for somebody who is there, in the same hall and post', async () => {
  const { member } = (await admin.post('/staff', { name: '正职', posts: [post()] })).body
  const deputy = (more: object) => post({ until: '2026-12-31', deputyFor: member.personId, ...more })
  const invite = (posts: object[]) => admin.post('/staff', { name: '代理', posts })
  expect((await invite([deputy({})])).status).toBe(201)
  for (const more of [{ deputyFor: 's_nobody' }, { role: 'approver', officeId: 'social-affairs' }]) {
    const { status, body } = await invite([deputy(more)])
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-input', '/posts/0/deputyFor'])
  }
  const oneself = { revision: 0, posts: [deputy({})], reason: '代理' }
  const { body } = await admin.post(`/staff/${member.personId}/posts`, oneself)
  expect(body.code).toBe('bad-input')
})
