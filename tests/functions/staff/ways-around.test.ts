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

describe('the desk', () => {
  const openTicket = async () => (await anyone.post('/sign-in/desk')).body
  const collect = ({ ticketId, secret }: { ticketId: string; secret: string }) =>
    anyone.post(`/sign-in/desk/${ticketId}/collect`, { secret })

  test('a ticket opens one session; when that has ended, it opens no other', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const ticket = await openTicket()
    await clerk.person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
    const answers = await Promise.all([collect(ticket), collect(ticket), collect(ticket)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const pc = app.holding(answers[0]!.body.session.token)
    expect((await pc.get('/me')).body.sessions).toHaveLength(2)
    expect((await admin.post(`/staff/${clerk.personId}/sessions/end`, { reason: '丢了' })).body.ended).toBe(2)
    const late = await collect(ticket)
    expect([late.status, late.body.code]).toEqual([410, 'ticket-over'])
    expect((await pc.get('/me')).status).toBe(401)
  })

  test('only a phone lets a PC in: a PC that was let in lets no other in, for as long as it likes', async () => {
    for (const person of [(await aBoundClerk(app, { at: MORNING })).person, await app.as('resident')]) {
      const ticket = await openTicket()
      await person.post(`/sign-in/desk/${ticket.ticketId}/confirm`)
      const pc = app.holding((await collect(ticket)).body.session.token)
      const next = await openTicket()
      const confirmed = await pc.post(`/sign-in/desk/${next.ticketId}/confirm`)
      expect([confirmed.status, confirmed.body.code]).toEqual([403, 'not-allowed'])
      expect((await collect(next)).body).toEqual({ state: 'waiting' })
    }
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

  test('and waits as long', async () => {
    const clerks = []
    for (let n = 0; n < 5; n++) clerks.push(await aBoundClerk(app, { at: MORNING }))
    const strangers = clerks.map(aPhone)
    const timed = async (openid: string): Promise<number> => {
      const body = { code: codeOf(openid), totp: '000000' }
      const from = performance.now()
      expect((await anyone.post('/sign-in/staff', body)).body.code).toBe('totp-wrong')
      return performance.now() - from
    }
    const [known, unknown]: number[][] = [[], []]
    for (let round = 0; round < 40; round++) {
      // the counts of wrong ones are over by then
      app.setNow(at(16 * (round + 1)))
      for (const [n, { openid }] of clerks.entries()) {
        known!.push(await timed(openid))
        unknown!.push(await timed(strangers[n]!))
      }
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length / 2]!
    expect(Math.abs(median(known!) - median(unknown!))).toBeLessThan(5)
  }, 60_000)
})

test('S16 a deputy stands in for somebody who is there, in the same hall and post', async () => {
  const { member } = (await admin.post('/staff', { name: '正职', posts: [post()] })).body
  const deputy = (more: object) => post({ until: '2026-12-31', deputyFor: member.personId, ...more })
  const invite = (posts: object[]) => admin.post('/staff', { name: '代理', posts })
  expect((await invite([deputy({})])).status).toBe(201)
  for (const more of [{ deputyFor: 's_nobody' }, { role: 'approver' }]) {
    const { status, body } = await invite([deputy(more)])
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-input', '/posts/0/deputyFor'])
  }
  const oneself = { revision: 0, posts: [deputy({})], reason: '代理' }
  const { body } = await admin.post(`/staff/${member.personId}/posts`, oneself)
  expect(body.code).toBe('bad-input')
})

describe('the first administrators, invited from outside', () => {
  const invite = async (name: string, ...hallIds: string[]) => {
    const { inviteFirstAdministrator } = await import('../../../functions/staff/first-administrators')
    return (await inviteFirstAdministrator(name, hallIds, new Date(MORNING))) as {
      inviteCode?: string
      refused?: string
    }
  }
  const bound = async (inviteCode: string | undefined): Promise<Person> => {
    const { body } = await anyone.post('/sign-in/bind', { inviteCode, code: codeOf(aPhone()) })
    const confirmation = { bindTicket: body.bindTicket, totp: codeAt(body.secret, MORNING) }
    return app.holding((await anyone.post('/sign-in/bind/confirm', confirmation)).body.token)
  }

  test('two and no more, then they invite and confirm; two runs at once are one', async () => {
    const hallId = 'baiguo'
    const together = await Promise.all([invite('甲', hallId), invite('乙', hallId)])
    expect(together.map(({ refused }) => refused).sort()).toEqual(['raced', undefined])
    const codes = [
      together.find(({ refused }) => !refused)?.inviteCode,
      (await invite('乙', hallId)).inviteCode,
    ]
    expect(await invite('丙', hallId)).toEqual({ refused: hallId })
    const [one, other] = [await bound(codes[0]), await bound(codes[1])]
    expect(await invite('丙', hallId, 'kaiyun')).toEqual({ refused: hallId })
    const third = await one.post('/staff', { name: '丙', posts: [post({ role: 'admin', hallId })] })
    expect(third.body.member.state).toBe('awaiting-second')
    const path = `/staff/${third.body.member.personId}`
    expect((await other.post(`${path}/confirm`, { revision: 0 })).body.inviteCode).toMatch(/^[A-Z2-9]{10}$/)
  })

  test('when one of two cannot confirm any more, there is a way back', async () => {
    const halls = ['changjiang', 'xinqiao']
    const [one, other] = [
      await bound((await invite('甲', ...halls)).inviteCode),
      await bound((await invite('乙', ...halls)).inviteCode),
    ]
    const { personId } = (await other.get('/me')).body
    const lost = { revision: 1, reason: '手机丢了' }
    expect((await one.post(`/staff/${personId}/reinvite`, lost)).body.member.state).toBe('awaiting-second')
    const third = await bound((await invite('丙', ...halls)).inviteCode)
    expect((await third.post(`/staff/${personId}/confirm`, { revision: 2 })).body.member.state).toBe(
      'invited',
    )
  })
})
