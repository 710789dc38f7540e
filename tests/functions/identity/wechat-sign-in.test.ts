/** Residents: their WeChat, the notice, phone and name, and sessions that end. */
import { noticeVersion } from '@one-window/shared/identity/notice'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
afterAll(() => app.stop())

let people = 0
const openid = (): string => `o-person-${++people}`.padEnd(28, 'x')
const signIn = (of: string, more: object = { agreed: noticeVersion }, key?: string) =>
  anyone.post('/sign-in/wechat', { code: app.wechat.newLoginCode(of), ...more }, key)
const signedIn = async (of = openid()): Promise<Person> => app.holding((await signIn(of)).body.token)

describe('signing in', () => {
  test('the same WeChat is the same person, who is nobody in law yet', async () => {
    const of = openid()
    const [first, second] = [await signIn(of), await signIn(of)]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body.personId).toBe(first.body.personId)
    expect(first.body).toMatchObject({ role: 'resident', hallIds: [], stationIds: [] })
    const me = await app.holding(second.body.token).get('/me')
    expect(me.body).toMatchObject({ realName: 'none', agreed: { version: noticeVersion } })
    expect(me.body.sessions.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true])
  })

  test('two phones of one new person at once are one person', async () => {
    const of = openid()
    const answers = await Promise.all([signIn(of), signIn(of), signIn(of)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.personId)).size).toBe(1)
  })

  test('S74 who has not agreed to the notice as it stands leaves nothing behind', async () => {
    const { database, tables } = await import('../../../functions/platform/dynamo')
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
    const count = async () => {
      let items = 0
      for (const { name } of tables.values())
        items += (await database.send(new ScanCommand({ TableName: name }))).Count ?? 0
      return items
    }
    const before = await count()
    for (const more of [{}, { agreed: '2020-01' }]) {
      const { status, body } = await signIn(openid(), more)
      expect([status, body.code, body.version]).toEqual([403, 'consent-required', noticeVersion])
    }
    expect(await count()).toBe(before)
  })

  test('who agreed before needs not agree again; when the notice has changed, they are asked', async () => {
    const of = openid()
    const { body } = await signIn(of)
    expect((await signIn(of, {})).status).toBe(200)
    const { changeAccount, findAccount } = await import('../../../functions/identity/account-store')
    const { bySystem } = await import('../../../functions/platform/audit')
    const account = (await findAccount(body.personId))!
    await changeAccount(
      account,
      { agreed: { version: '2020-01', at: '2020-01-01T00:00:00Z' } },
      bySystem('test', new Date(0)),
    )
    expect((await signIn(of, {})).body.code).toBe('consent-required')
    const me = app.holding(body.token)
    const asked = await me.post('/me/real-name', { name: '刘桂英' })
    expect([asked.status, asked.body.code, asked.body.version]).toEqual([
      403,
      'consent-required',
      noticeVersion,
    ])
    expect((await me.post('/me/agreement', { version: '2020-01' })).body.code).toBe('consent-required')
    expect((await me.post('/me/agreement', { version: noticeVersion })).body.version).toBe(noticeVersion)
    expect((await me.post('/me/real-name', { name: '刘桂英' })).status).toBe(200)
  })

  test('S03 a code used before is refused, also when both come at once', async () => {
    const code = app.wechat.newLoginCode(openid())
    const ask = () => anyone.post('/sign-in/wechat', { code, agreed: noticeVersion })
    const answers = await Promise.all([ask(), ask()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await ask()).body.code).toBe('wechat-code-invalid')
  })

  test('a lost answer: the same request again is the same session', async () => {
    const code = app.wechat.newLoginCode(openid())
    const ask = () => anyone.post('/sign-in/wechat', { code, agreed: noticeVersion }, 'lost-1')
    const [first, again] = [await ask(), await ask()]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const { sessions } = (await app.holding(again.body.token).get('/me')).body
    expect(sessions).toHaveLength(1)
  })

  test('WeChat in trouble is told as it is', async () => {
    app.wechat.fail('500', 1)
    const { status, body } = await signIn(openid())
    expect([status, body.code]).toEqual([503, 'wechat-unavailable'])
  })

  test('S01 what the client claims to be counts for nothing', async () => {
    const [mine, theirs] = [(await signIn(openid())).body, (await signIn(openid())).body]
    const answer = await fetch(`${app.url}/api/me?personId=${theirs.personId}&role=admin&openid=x`, {
      headers: {
        authorization: `Bearer ${mine.token}`,
        'x-wx-openid': 'o-somebody-else',
        'x-wx-appid': 'wx1',
        'x-person-id': theirs.personId,
      },
    })
    expect(await answer.json()).toMatchObject({ personId: mine.personId, role: 'resident', hallIds: [] })
  })
})

describe('phone and name', () => {
  test('a number that WeChat vouches for raises the level; one that is typed does not; both are masked', async () => {
    const me = await signedIn()
    const typed = await me.post('/me/phone', { phone: '138 7474 0001' })
    expect([typed.status, typed.body]).toEqual([200, { phone: '138****0001', realName: 'none' }])
    const vouched = await me.post('/me/phone', { code: app.wechat.newPhoneCode('13874740002') })
    expect(vouched.body).toEqual({ phone: '138****0002', realName: 'phone' })
    expect((await me.post('/me/phone', { phone: '13874740003' })).body.realName).toBe('none')
    expect((await me.get('/me')).body.phone).toBe('138****0003')
  })

  test('S04 a number given to another mini-program, or twice, is refused', async () => {
    const me = await signedIn()
    const foreign = app.wechat.newPhoneCode('13874740002', 'wx-another')
    expect((await me.post('/me/phone', { code: foreign })).body.code).toBe('wechat-code-invalid')
    app.wechat.fail('html')
    const code = app.wechat.newPhoneCode('13874740002')
    expect((await me.post('/me/phone', { code })).body.code).toBe('wechat-unavailable')
  })

  test.each([
    ['a check digit that is wrong', { name: '刘桂英', idNumber: '430423196402297711' }, '/idNumber'],
    ['a day that never was', { name: '刘桂英', idNumber: '430423196302297712' }, '/idNumber'],
    ['S60 letters that turn the line around', { name: '刘桂英\u202e', idNumber: undefined }, '/name'],
    ['no name', { name: ' ' }, '/name'],
  ])('S61 %s is refused where it stands', async (_, said, pointer) => {
    const me = await signedIn()
    const { status, body } = await me.post('/me/real-name', said)
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-input', pointer])
  })

  test('S60 rare characters stay; given again, the name is corrected', async () => {
    const me = await signedIn()
    const told = await me.post('/me/real-name', { name: '㐂𠮷䶮', idNumber: '430423196402297710' })
    expect(told.body).toEqual({ name: '㐂𠮷䶮', idNumber: '430***********7710', realName: 'stated' })
    expect((await me.post('/me/real-name', { name: '㐂𠮷' })).body.name).toBe('㐂𠮷')
    expect((await me.get('/me')).body).toMatchObject({ name: '㐂𠮷', realName: 'stated' })
  })

  test.each([
    ['phone', { phone: '13874740001' }],
    ['real-name', { name: '刘桂英' }],
    ['agreement', { version: noticeVersion }],
  ])('staff have no %s here', async (what, body) => {
    const clerk = await app.as('window-staff')
    expect((await clerk.post(`/me/${what}`, body)).status).toBe(403)
  })
})

describe('sessions end', () => {
  test('S11 signed out, neither token works again', async () => {
    const { body } = await signIn(openid())
    const me = app.holding(body.token)
    expect((await me.post('/session/end')).status).toBe(200)
    expect((await me.get('/me')).status).toBe(401)
    expect((await anyone.post('/session/refresh', { refreshToken: body.refreshToken })).status).toBe(401)
  })

  test('S15 all of them at once', async () => {
    const of = openid()
    const [phone, tablet] = [(await signIn(of)).body, (await signIn(of)).body]
    expect((await app.holding(phone.token).post('/me/sessions/end')).body).toEqual({ ended: 2 })
    for (const { token } of [phone, tablet]) expect((await app.holding(token).get('/me')).status).toBe(401)
  })

  test('S14 a resident stays for 30 days of refreshing, and no longer', async () => {
    let { body } = await signIn(openid())
    const from = Date.parse('2026-11-24T07:00:00+08:00')
    for (const day of [10, 20, 29]) {
      app.setNow(new Date(from + day * 86_400_000).toISOString())
      expect((await app.holding(body.token).get('/me')).status).toBe(401)
      body = (await anyone.post('/session/refresh', { refreshToken: body.refreshToken })).body
      expect((await app.holding(body.token).get('/me')).status).toBe(200)
    }
    app.setNow(new Date(from + 30 * 86_400_000 + 61_000).toISOString())
    expect((await anyone.post('/session/refresh', { refreshToken: body.refreshToken })).status).toBe(401)
    app.setNow('2026-11-24T07:00:00+08:00')
  })

  test('five sessions at most: the one unused for longest ends', async () => {
    const of = openid()
    const first = (await signIn(of)).body
    const rest = []
    for (let n = 0; n < 5; n++) {
      app.setNow(`2026-11-24T07:0${n + 1}:00+08:00`)
      rest.push((await signIn(of)).body)
    }
    expect((await app.holding(first.token).get('/me')).status).toBe(401)
    for (const { token } of rest) expect((await app.holding(token).get('/me')).status).toBe(200)
    app.setNow('2026-11-24T07:00:00+08:00')
  })
})
