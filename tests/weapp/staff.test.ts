/** The staff's phone: bound by an invitation, signed in by six digits, lets a PC in. */
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { launchMiniProgram, type MiniProgram } from '../support/weapp-runtime/node-host'
import { anAdmin, codeAt } from '../functions/staff/a-clerk'

const OPENID = 'o-phone-of-a-clerk'.padEnd(28, 'x')
const start = Date.now()
/** So many seconds later; the phone's own clock is the machine's. */
const after = (seconds: number): string => new Date(start + seconds * 1000).toISOString()

let app: LocalApp
let mini: MiniProgram
let inviteCode: string
let secret: string

const scans = (text: string) => {
  mini.logic.client.answers.scanCode = () => ({ result: text })
}

beforeAll(async () => {
  const dist = await builtWeapp()
  app = await startLocalApp({ wechat: true })
  app.setNow(after(0))
  mini = launchMiniProgram(dist, { api: app.url })
  mini.logic.client.answers.login = () => ({ code: app.wechat.newLoginCode(OPENID) })
  const invited = await (
    await anAdmin(app)
  ).post('/staff', {
    name: '王桂香',
    posts: [{ role: 'window-staff', hallId: 'yonghe', from: '2026-01-01' }],
  })
  expect(invited.body).toHaveProperty('inviteCode')
  inviteCode = invited.body.inviteCode
}, 300_000)
afterAll(async () => {
  // a page that is left stops its clocks
  ;(mini.logic.client.wx as { reLaunch: (to: object) => void }).reLaunch({ url: 'pages/guides/index' })
  await mini.logic.settled()
  await app.stop()
})

it('binds by the code that was read out, whatever blanks and small letters it is typed with', async () => {
  await mini.open('subpackages/staff/bind')
  await mini.type('invite-code', 'AAAAA99999')
  await mini.tap('绑定这个微信')
  expect(mini.words()).toContain('邀请码不对或过期了')
  await mini.type('invite-code', `${inviteCode.slice(0, 5).toLowerCase()} ${inviteCode.slice(5)}`)
  await mini.tap('绑定这个微信')
  expect(mini.words()).toContain('王桂香，再装好动态码')
  secret = /[A-Z2-7]{4}( [A-Z2-7]{1,4}){4,}/.exec(mini.words())![0].replace(/ /g, '')

  await mini.type('totp', '000000')
  await mini.tap('绑好，登录')
  expect(mini.words()).toContain('动态码不对')
  await mini.type('totp', codeAt(secret, after(0)))
  await mini.tap('绑好，登录')
  expect(mini.route()).toBe('pages/mine/index')
  expect(mini.words()).toContain('窗口工作台')
})

it('lets in the PC it stands before, and says which', async () => {
  const pc = await app.as()
  const { body: ticket } = await pc.post('/sign-in/desk')
  await mini.open('subpackages/staff/confirm-desk')
  scans('https://example.com/else')
  await mini.tap('扫一扫')
  expect(mini.words()).toContain('这不是登录电脑的码')
  scans(ticket.scene)
  await mini.tap('扫一扫')
  expect(mini.words()).toContain('让这台电脑用您的身份登录？')
  await mini.tap('是我面前这台，确认')
  expect(mini.words()).toContain('电脑登录好了')
  const { body } = await pc.post(`/sign-in/desk/${ticket.ticketId}/collect`, { secret: ticket.secret })
  expect(body).toMatchObject({ state: 'open', session: { role: 'window-staff', hallIds: ['yonghe'] } })
})

it('says so when the code on the PC is over', async () => {
  const { body: ticket } = await (await app.as()).post('/sign-in/desk')
  app.setNow(after(180))
  scans(ticket.scene)
  await mini.open('subpackages/staff/confirm-desk')
  await mini.tap('扫一扫')
  expect(mini.words()).toContain('这个码过期或用过了')
})

it('signs in again by WeChat and the digits of now, where the work is', async () => {
  await mini.open('pages/mine/index')
  await mini.tap('退出登录')
  await mini.open('subpackages/desk/cases')
  expect(mini.words()).toContain('先登录，再开始干活')
  await mini.type('totp', codeAt(secret, after(180)))
  await mini.tapFirst('press btn is-main')
  expect(mini.words()).toContain('没有在办的办件')
  await mini.open('subpackages/desk/index')
  expect(mini.words()).toContain('等着0人')
  await mini.open('subpackages/desk/village')
  expect(mini.words()).toContain('办什么事')
})
