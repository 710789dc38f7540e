/** Binding, the second factor, and sessions that end. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBoundClerk, anAdmin, codeAt, type BoundClerk } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'
const at = (minutes: number): string => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
beforeEach(() => app.setNow(MORNING))
afterAll(() => app.stop())

const signIn = ({ openid }: BoundClerk, totp: string, key?: string) =>
  anyone.post('/sign-in/staff', { code: app.wechat.newLoginCode(openid), totp }, key)
const refresh = (refreshToken: string, key?: string) => anyone.post('/session/refresh', { refreshToken }, key)
const invited = async (): Promise<string> => {
  const posts = [{ role: 'window-staff', hallId: 'yonghe', from: '2026-01-01' }]
  return (await (await anAdmin(app)).post('/staff', { name: '新来的', posts })).body.inviteCode
}
let phones = 0
const aPhone = (): string => `o-phone-${++phones}`.padEnd(28, 'x')

describe('binding', () => {
  test('nothing is open until the authenticator has given its first code', async () => {
    const inviteCode = await invited()
    const openid = aPhone()
    const bound = await anyone.post('/sign-in/bind', { inviteCode, code: app.wechat.newLoginCode(openid) })
    expect(bound.body).toMatchObject({ name: '新来的', uri: expect.stringMatching(/^otpauth:\/\/totp\//) })
    const early = { code: app.wechat.newLoginCode(openid), totp: codeAt(bound.body.secret, MORNING) }
    expect((await anyone.post('/sign-in/staff', early)).body.code).toBe('totp-wrong')
    const { bindTicket, secret } = bound.body
    expect((await anyone.post('/sign-in/bind/confirm', { bindTicket, totp: '000000' })).body.code).toBe(
      'totp-wrong',
    )
    const confirm = () =>
      anyone.post('/sign-in/bind/confirm', { bindTicket, totp: codeAt(secret, MORNING) }, 'confirm-1')
    const [first, lost] = [await confirm(), await confirm()]
    expect([first.status, lost.status, first.body.role]).toEqual([200, 200, 'window-staff'])
    const replay = { bindTicket, totp: codeAt(secret, MORNING) }
    expect((await anyone.post('/sign-in/bind/confirm', replay)).body.code).toBe('ticket-over')
    expect(
      (await anyone.post('/sign-in/bind', { inviteCode, code: app.wechat.newLoginCode(aPhone()) })).body.code,
    ).toBe('invitation-invalid')
  })

  test('an invitation ends after three days, a binding after ten minutes, five wrong codes end it', async () => {
    const inviteCode = await invited()
    const bind = () => anyone.post('/sign-in/bind', { inviteCode, code: app.wechat.newLoginCode(aPhone()) })
    const { bindTicket, secret } = (await bind()).body
    app.setNow(at(11))
    const late = await anyone.post('/sign-in/bind/confirm', { bindTicket, totp: codeAt(secret, at(11)) })
    expect([late.status, late.body.code]).toEqual([410, 'ticket-over'])
    const tried = (await bind()).body
    for (let n = 0; n < 5; n++)
      await anyone.post('/sign-in/bind/confirm', { bindTicket: tried.bindTicket, totp: '000000' })
    const right = { bindTicket: tried.bindTicket, totp: codeAt(tried.secret, at(11)) }
    expect((await anyone.post('/sign-in/bind/confirm', right)).body.code).toBe('too-many-tries')
    app.setNow(at(3 * 24 * 60 + 1))
    expect((await bind()).body.code).toBe('invitation-invalid')
  })

  test('one WeChat is one staff member; two who bind it at once are one', async () => {
    const openid = aPhone()
    const codes = [await invited(), await invited()]
    const bound = await Promise.all(
      codes.map((inviteCode) =>
        anyone.post('/sign-in/bind', { inviteCode, code: app.wechat.newLoginCode(openid) }),
      ),
    )
    const confirmed = await Promise.all(
      bound.map(({ body }) =>
        anyone.post('/sign-in/bind/confirm', {
          bindTicket: body.bindTicket,
          totp: codeAt(body.secret, MORNING),
        }),
      ),
    )
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(confirmed.find(({ status }) => status === 409)?.body.code).toBe('already-bound')
    const third = { inviteCode: await invited(), code: app.wechat.newLoginCode(openid) }
    expect((await anyone.post('/sign-in/bind', third)).body.code).toBe('already-bound')
  })

  test.each(['/sign-in/bind', '/sign-in/staff'])(
    '%s: a bad code of WeChat, and WeChat in trouble',
    async (path) => {
      const body = { inviteCode: await invited(), totp: '000000' }
      expect((await anyone.post(path, { ...body, code: 'made-up' })).body.code).toBe('wechat-code-invalid')
      app.wechat.fail('500')
      expect((await anyone.post(path, { ...body, code: 'made-up' })).body.code).toBe('wechat-unavailable')
    },
  )
})

describe('the second factor', () => {
  test('S17 a code is good once, also for two at once', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow(at(1))
    const totp = clerk.totp(at(1))
    const answers = await Promise.all([signIn(clerk, totp), signIn(clerk, totp)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await signIn(clerk, totp)).body.code).toBe('totp-wrong')
    app.setNow(at(2))
    expect((await signIn(clerk, clerk.totp(at(2)))).status).toBe(200)
  })

  test('S17 five wrong ones, also at once, lock for 15 minutes even for the right one', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow(at(1))
    const wrong = await Promise.all(Array.from({ length: 8 }, () => signIn(clerk, '000000')))
    expect(wrong.filter(({ body }) => body.code === 'totp-wrong')).toHaveLength(5)
    const locked = await signIn(clerk, clerk.totp(at(1)))
    expect([locked.status, locked.body.code]).toEqual([429, 'too-many-tries'])
    app.setNow(at(17))
    expect((await signIn(clerk, clerk.totp(at(17)))).status).toBe(200)
  })

  test('S19 who is not staff is told what somebody with a wrong code is told', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const stranger = { code: app.wechat.newLoginCode(aPhone()), totp: '000000' }
    const [known, unknown] = [await signIn(clerk, '000000'), await anyone.post('/sign-in/staff', stranger)]
    expect(unknown.status).toBe(known.status)
    expect({ ...unknown.body, instance: '' }).toEqual({ ...known.body, instance: '' })
  })

  test('a lost answer: the same request again is the same session', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow(at(1))
    const body = { code: app.wechat.newLoginCode(clerk.openid), totp: clerk.totp(at(1)) }
    const ask = (key?: string) => anyone.post('/sign-in/staff', body, key)
    expect([(await ask('staff-1')).status, (await ask('staff-1')).status]).toEqual([200, 200])
    expect((await ask()).body.code).toBe('wechat-code-invalid')
  })

  test('S16 stepping up is good for five minutes; a code used for signing in is used', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow(at(1))
    const used = clerk.totp(at(1))
    const me = app.holding((await signIn(clerk, used)).body.token)
    expect((await me.get('/me')).body.steppedUpUntil).toBe(at(6))
    expect((await me.post('/session/step-up', { totp: used })).body.code).toBe('totp-wrong')
    app.setNow(at(2))
    const ask = () => me.post('/session/step-up', { totp: clerk.totp(at(2)) }, 'step-1')
    expect([(await ask()).body, (await ask()).body]).toEqual([{ until: at(7) }, { until: at(7) }])
    for (let n = 0; n < 5; n++) await me.post('/session/step-up', { totp: '000000' })
    expect((await me.post('/session/step-up', { totp: clerk.totp(at(2)) })).body.code).toBe('too-many-tries')
    const resident = await app.as('resident')
    expect((await resident.post('/session/step-up', { totp: '000000' })).body.code).toBe('totp-wrong')
  })
})

describe('sessions of staff', () => {
  test('S14 thirty minutes without a refresh end it, twelve hours end it anyway', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    let { refreshToken } = clerk
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      app.setNow(at(minutes))
      const { status, body } = await refresh(refreshToken)
      expect([minutes, status]).toEqual([minutes, 200])
      refreshToken = body.refreshToken
    }
    app.setNow(at(12 * 60 + 2))
    expect((await refresh(refreshToken)).body.code).toBe('not-signed-in')
    const idle = await aBoundClerk(app, { at: at(12 * 60 + 2) })
    app.setNow(at(12 * 60 + 2 + 32))
    expect((await refresh(idle.refreshToken)).status).toBe(401)
  })

  test('S13 a refresh token that comes twice ends the session, unless the same request repeats it', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    const first = await refresh(clerk.refreshToken, 'turn-1')
    const lost = await refresh(clerk.refreshToken, 'turn-1')
    expect([first.status, lost.status]).toEqual([200, 200])
    const me = app.holding(lost.body.token)
    expect((await me.get('/me')).status).toBe(200)
    expect((await refresh(clerk.refreshToken)).status).toBe(401)
    expect((await me.get('/me')).status).toBe(401)
    expect((await refresh(lost.body.refreshToken)).status).toBe(401)
  })
})

test('without WeChat credentials the feature says it is off', async () => {
  const { config } = await import('../../../functions/platform/config')
  const before = config().wechat
  Object.assign(config(), { wechat: undefined })
  try {
    for (const [path, body] of [
      ['/sign-in/staff', { code: 'x', totp: '000000' }],
      ['/sign-in/wechat', { code: 'x' }],
      ['/sign-in/bind', { code: 'x', inviteCode: await invited() }],
    ] as const) {
      const { status, body: answered } = await anyone.post(path, body)
      expect([path, status, answered.code, answered.feature]).toEqual([path, 503, 'feature-off', 'wechat'])
    }
    const resident = await app.as('resident', '没接微信的人')
    expect((await resident.post('/me/phone', { code: 'x' })).body.code).toBe('feature-off')
  } finally {
    Object.assign(config(), { wechat: before })
  }
})
