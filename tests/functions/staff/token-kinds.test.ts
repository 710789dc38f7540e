/** What is handed out for one use opens nothing else, and no session of staff opens without the second factor. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aBoundClerk, anAdmin, codeAt } from './a-clerk'

const MORNING = '2026-11-24T07:00:00+08:00'

let app: LocalApp
let anyone: Person
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  anyone = await app.as()
})
afterAll(() => app.stop())

test('S09 every kind against every use: only the diagonal opens', async () => {
  const clerk = await aBoundClerk(app, { at: MORNING })
  const posts = [{ role: 'window-staff', hallId: 'yonghe', from: '2026-01-01' }]
  const { inviteCode } = (await (await anAdmin(app)).post('/staff', { name: '新来的', posts })).body
  const phone = app.wechat.newLoginCode('o-kinds-1'.padEnd(28, 'x'))
  const binding = (await anyone.post('/sign-in/bind', { inviteCode, code: phone })).body
  const desk = (await anyone.post('/sign-in/desk')).body
  await clerk.person.post(`/sign-in/desk/${desk.ticketId}/confirm`)

  const kinds: Record<string, string> = {
    access: clerk.person.token,
    refresh: clerk.refreshToken,
    'desk secret': desk.secret,
    'desk ticket': desk.ticketId,
    'invitation code': inviteCode,
    'bind ticket': binding.bindTicket,
  }
  const totp = codeAt(binding.secret, MORNING)
  const uses: Record<string, (kind: string) => Promise<{ status: number }>> = {
    access: (kind) => app.holding(kind).get('/me'),
    'desk secret': (secret) => anyone.post(`/sign-in/desk/${desk.ticketId}/collect`, { secret }),
    'desk ticket': (ticketId) => clerk.person.get(`/sign-in/desk/${encodeURIComponent(ticketId)}`),
    // these use up what they are given: last
    'invitation code': (code) =>
      anyone.post('/sign-in/bind', {
        inviteCode: code,
        code: app.wechat.newLoginCode('o-kinds-2'.padEnd(28, 'x')),
      }),
    'bind ticket': (bindTicket) => anyone.post('/sign-in/bind/confirm', { bindTicket, totp }),
    refresh: (refreshToken) => anyone.post('/session/refresh', { refreshToken }),
  }
  const opened: string[] = []
  const odd: string[] = []
  for (const [use, ask] of Object.entries(uses))
    for (const [kind, value] of Object.entries(kinds)) {
      const { status } = await ask(value)
      if (status < 300) opened.push(`${kind} as ${use}`)
      else if (status >= 500) odd.push(`${kind} as ${use}: ${status}`)
    }
  expect(odd).toEqual([])
  expect(opened).toEqual(Object.keys(uses).map((use) => `${use} as ${use}`))
})

describe('S16 no session of staff without the second factor', () => {
  test('the bound WeChat alone, with no code or a wrong one, opens nothing', async () => {
    const { openid } = await aBoundClerk(app, { at: MORNING })
    const code = () => app.wechat.newLoginCode(openid)
    expect((await anyone.post('/sign-in/staff', { code: code() })).status).toBe(400)
    for (const totp of ['', '00000', '0000000', '１２３４５６', 'abcdef'])
      expect((await anyone.post('/sign-in/staff', { code: code(), totp })).status).toBe(400)
    expect((await anyone.post('/sign-in/staff', { code: code(), totp: '000000' })).status).toBe(401)
  })

  test('signing in as a resident with it is being a resident, whatever is asked for', async () => {
    const { openid, personId } = await aBoundClerk(app, { at: MORNING })
    const { noticeVersion } = await import('@one-window/shared/identity/notice')
    const asked = { code: app.wechat.newLoginCode(openid), agreed: noticeVersion, role: 'window-staff' }
    const { body } = await anyone.post('/sign-in/wechat', asked)
    expect([body.role, body.hallIds, body.personId === personId]).toEqual(['resident', [], false])
    const desk = await app.holding(body.token).get('/desk/cases?hallId=yonghe&list=to-accept')
    expect([desk.status, desk.body.code]).toEqual([403, 'not-allowed'])
  })

  test('a role that is not held today is not opened', async () => {
    const clerk = await aBoundClerk(app, { at: MORNING })
    app.setNow('2026-11-24T07:01:00+08:00')
    const asked = {
      code: app.wechat.newLoginCode(clerk.openid),
      totp: clerk.totp('2026-11-24T07:01:00+08:00'),
      role: 'admin',
    }
    const { status, body } = await anyone.post('/sign-in/staff', asked)
    expect([status, body.code]).toEqual([401, 'post-ended'])
  })
})
