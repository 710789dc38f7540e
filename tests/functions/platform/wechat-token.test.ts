/** One token for all calls of a process, and what becomes of it when WeChat refuses it. */
import { startWechatStandIn, type WechatStandIn } from '../../../functions/local/wechat-stand-in'
import type { Wechat } from '../../../functions/platform/wechat'
import { testEnvironment } from '../../support/environment'

const TOKEN = '/cgi-bin/stable_token'
const CHECK = '/wxa/msg_sec_check'
let standIn: WechatStandIn
let now = Date.parse('2026-11-24T07:00:00+08:00')
let make: () => Wechat
beforeEach(async () => {
  testEnvironment('http://127.0.0.1:1')
  standIn = await startWechatStandIn({ now: () => new Date(now) })
  const { createWechat } = await import('../../../functions/platform/wechat')
  const { url, appId, secret } = standIn
  make = () => createWechat({ url, appId, secret, templates: {} }, { clock: () => now })
})
afterEach(() => standIn.stop())

const check = (wechat: Wechat) => wechat.checkText('谢谢', 'o-someone-1')
const fifty = (wechat: Wechat) => Promise.all(Array.from({ length: 50 }, () => check(wechat)))
/** The token that WeChat has now; it changes by force or by its end. */
const tokenNow = async (): Promise<string> => {
  const { url, appId: appid, secret } = standIn
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret })
  const answer = await fetch(`${url}${TOKEN}`, { method: 'POST', body })
  return ((await answer.json()) as { access_token: string }).access_token
}

test('fifty at once fetch it once; it is kept until five minutes before its end', async () => {
  const wechat = make()
  expect(new Set(await fifty(wechat))).toEqual(new Set(['pass']))
  expect(standIn.asked(TOKEN)).toBe(1)
  now += (7200 - 300) * 1000 - 1
  await check(wechat)
  expect(standIn.asked(TOKEN)).toBe(1)
  now += 1
  await check(wechat)
  expect(standIn.asked(TOKEN)).toBe(2)
})

test('a token that another process fetched an hour ago is kept for the rest of its time', async () => {
  await check(make())
  now += 3600_000
  const wechat = make()
  await check(wechat)
  now += (3600 - 300) * 1000
  await check(wechat)
  expect(standIn.asked(TOKEN)).toBe(3)
})

test('42001: fifty at once fetch the next once, and not by force', async () => {
  const wechat = make()
  await check(wechat)
  standIn.expireTokens()
  expect(new Set(await fifty(wechat))).toEqual(new Set(['pass']))
  expect(standIn.asked(TOKEN)).toBe(2)
})

test.each([40001, 40014, 42001])(
  '%i once: the token is asked for again, nothing is forced',
  async (errcode) => {
    const wechat = make()
    await check(wechat)
    const before = await tokenNow()
    standIn.fail(errcode, 1, CHECK)
    expect(await check(wechat)).toBe('pass')
    expect(standIn.asked(CHECK)).toBe(3)
    expect(await tokenNow()).toBe(before)
  },
)

test('40001 twice: then by force, once for fifty', async () => {
  const wechat = make()
  await check(wechat)
  for (let time = 0; time < 2; time++) {
    now += 60_000
    const before = await tokenNow()
    standIn.spoilToken()
    const asked = standIn.asked(TOKEN)
    expect(new Set(await fifty(wechat))).toEqual(new Set(['pass']))
    expect(await tokenNow()).not.toBe(before)
    expect(standIn.asked(TOKEN) - asked).toBeLessThanOrEqual(5)
  }
})

test('40001 for ever: forced once a minute at most, and the answer is that nobody knows', async () => {
  const wechat = make()
  standIn.fail(40001, 10_000, CHECK)
  expect(new Set(await fifty(wechat))).toEqual(new Set(['unknown']))
  const forced = await tokenNow()
  now += 59_000
  expect(await check(wechat)).toBe('unknown')
  expect(await tokenNow()).toBe(forced)
  now += 1000
  expect(await check(wechat)).toBe('unknown')
  expect(await tokenNow()).not.toBe(forced)
})

test('42001 twice forces nothing', async () => {
  const wechat = make()
  await check(wechat)
  const before = await tokenNow()
  standIn.fail(42001, 2, CHECK)
  expect(await check(wechat)).toBe('unknown')
  expect(await tokenNow()).toBe(before)
})

test('a busy moment before does not make a refused token be forced', async () => {
  const wechat = make()
  await check(wechat)
  const before = await tokenNow()
  standIn.fail('busy', 1, CHECK)
  standIn.fail(40001, 1, CHECK)
  expect(await check(wechat)).toBe('pass')
  expect(await tokenNow()).toBe(before)
})

test('a process whose token another one forced away takes the new one, and forces nothing', async () => {
  const [mine, theirs] = [make(), make()]
  await Promise.all([check(mine), check(theirs)])
  standIn.spoilToken()
  await check(theirs)
  const forced = await tokenNow()
  expect(await check(mine)).toBe('pass')
  expect(await tokenNow()).toBe(forced)
})

test.each(['garbled', 'html', 'huge', '500', 'busy', 'strange', 'moved', 'cut', 40125] as const)(
  'S63 no token while it is %s, and the next call asks again',
  async (trouble) => {
    const wechat = make()
    standIn.fail(trouble, 2, TOKEN)
    const refused = wechat.phoneOf(standIn.newPhoneCode('13874740001'))
    await expect(refused).rejects.toMatchObject({ code: 'wechat-unavailable' })
    await check(wechat)
    expect(await check(wechat)).toBe('pass')
  },
)
