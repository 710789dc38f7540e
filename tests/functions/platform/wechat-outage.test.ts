/** WeChat down, slow or talking nonsense: bounded, contained, and nothing of a person in the log. */
import { startWechatStandIn, type WechatStandIn } from '../../../functions/local/wechat-stand-in'
import type { Wechat } from '../../../functions/platform/wechat'
import { testEnvironment } from '../../support/environment'

const LOGIN = '/sns/jscode2session'
let standIn: WechatStandIn
let now = 0
let make: (timeoutMs?: number) => Wechat
const asked = globalThis.fetch
beforeEach(async () => {
  testEnvironment('http://127.0.0.1:1')
  standIn = await startWechatStandIn()
  const { createWechat } = await import('../../../functions/platform/wechat')
  const { url, appId, secret } = standIn
  make = (timeoutMs) => createWechat({ url, appId, secret, templates: {} }, { clock: () => now, timeoutMs })
})
afterEach(async () => {
  globalThis.fetch = asked
  jest.restoreAllMocks()
  await standIn.stop()
})

const login = (wechat: Wechat, code = 'any') =>
  wechat.codeToSession(code).then(
    () => 'in',
    ({ code: refused }: { code: string }) => refused,
  )
const logins = async (wechat: Wechat, times: number): Promise<string[]> => {
  const answers: string[] = []
  for (let n = 0; n < times; n++) answers.push(await login(wechat))
  return answers
}
const message = { openid: 'o-someone-1', templateId: 'ready', page: '', data: { thing1: { value: '好了' } } }

describe('the breaker', () => {
  test.each(['500', 'html', 'garbled', 'strange', 'huge', 'cut', 'slow'] as const)(
    'five answers in a row that are %s: nobody is asked for ten seconds, then one call decides',
    async (trouble) => {
      const wechat = make(trouble === 'slow' ? 300 : 3000)
      standIn.fail(trouble, 6)
      expect(await logins(wechat, 8)).toEqual(Array(8).fill('wechat-unavailable'))
      expect(standIn.asked(LOGIN)).toBe(5)
      now += 9_999
      await login(wechat)
      expect(standIn.asked(LOGIN)).toBe(5)
      now += 1
      expect(await Promise.all([login(wechat), login(wechat), login(wechat)])).toEqual(
        Array(3).fill('wechat-unavailable'),
      )
      expect(standIn.asked(LOGIN)).toBe(6)
      now += 10_000
      expect(await login(wechat, standIn.newLoginCode('o-someone-1'))).toBe('in')
      expect(await logins(wechat, 3)).toEqual(Array(3).fill('wechat-code-invalid'))
      expect(standIn.asked(LOGIN)).toBe(10)
    },
  )

  test('four, then a good one, then four: everybody is asked', async () => {
    const wechat = make()
    standIn.fail('500', 4)
    await logins(wechat, 5)
    standIn.fail('500', 4)
    await logins(wechat, 5)
    expect(standIn.asked(LOGIN)).toBe(10)
  })

  test('a no of WeChat is an answer: codes that are no good stop nobody', async () => {
    const wechat = make()
    expect(await logins(wechat, 12)).toEqual(Array(12).fill('wechat-code-invalid'))
    expect(standIn.asked(LOGIN)).toBe(12)
  })

  test('texts that nobody checks keep nobody from signing in', async () => {
    const wechat = make()
    standIn.fail('500', 20, '/wxa/msg_sec_check')
    for (let n = 0; n < 8; n++) expect(await wechat.checkText('谢谢', 'o-someone-1')).toBe('unknown')
    expect(standIn.asked('/wxa/msg_sec_check')).toBe(5)
    expect(await login(wechat, standIn.newLoginCode('o-someone-1'))).toBe('in')
  })
})

test('nobody waits longer than three seconds for an answer', async () => {
  const timeout = jest.spyOn(AbortSignal, 'timeout')
  const wechat = make()
  await Promise.all([login(wechat), wechat.checkText('谢谢', 'o-someone-1')])
  expect(timeout.mock.calls).toEqual([[3000], [3000], [3000]])
})

test('an answer that stops in the middle is given up in time', async () => {
  const { createServer } = await import('node:http')
  const stuck = createServer((_, response) => void response.write('{"openid":'))
  await new Promise<void>((resolve) => stuck.listen(0, '127.0.0.1', resolve))
  const { createWechat } = await import('../../../functions/platform/wechat')
  const url = `http://127.0.0.1:${(stuck.address() as { port: number }).port}`
  const wechat = createWechat({ url, appId: 'a', secret: 's', templates: {} }, { timeoutMs: 50 })
  expect(await login(wechat)).toBe('wechat-unavailable')
  stuck.closeAllConnections()
  await new Promise((resolve) => stuck.close(resolve))
})

/** Every call there is, each with an address in what a person gives. */
async function everyCall(wechat: Wechat): Promise<unknown[]> {
  const evil = 'http://evil.example/?x=//evil.example/@evil.example'
  const calls = [
    wechat.codeToSession(evil),
    wechat.codeToSession(standIn.newLoginCode('o-canary-0001')),
    wechat.phoneOf(evil),
    wechat.phoneOf(standIn.newPhoneCode('13899970001')),
    wechat.sendSubscribeMessage({ ...message, openid: 'o-canary-0001', page: evil }),
    wechat.sendSubscribeMessage({ ...message, openid: evil }),
    wechat.checkText(`金丝雀 ${evil}`, 'o-canary-0001'),
    wechat.codeImage('h.yonghe', evil),
  ]
  return Promise.allSettled(calls)
}

test('S62 nobody but WeChat is asked, whatever a person sends, and no redirect is followed', async () => {
  const hosts = new Set<string>()
  const redirects = new Set<unknown>()
  globalThis.fetch = (input, init) => {
    hosts.add(new URL(String(input)).origin)
    redirects.add(init?.redirect)
    return asked(input, init)
  }
  await everyCall(make())
  standIn.fail('moved', 20)
  await everyCall(make())
  expect([...hosts]).toEqual([standIn.url])
  expect([...redirects]).toEqual(['error'])
  expect(standIn.asked('/moved')).toBe(0)
})

test('S62 production asks nobody but WeChat; a local run nobody but WeChat or loopback', async () => {
  const { readConfig } = await import('../../../functions/platform/config')
  const urlOf = (more: Record<string, string>) =>
    readConfig({ ...process.env, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', ...more }).wechat?.url
  const production = { STAGE: 'production', KMS_KEY_ID: 'k' }
  expect(urlOf({ WECHAT_URL: 'http://127.0.0.1:9' })).toBe('http://127.0.0.1:9')
  for (const elsewhere of [
    'http://evil.example',
    'http://127.0.0.1:9@evil.example',
    'http://127.0.0.1.evil:9',
  ])
    expect(urlOf({ WECHAT_URL: elsewhere })).toBe('https://api.weixin.qq.com')
  expect(urlOf({ ...production, WECHAT_URL: 'http://127.0.0.1:9' })).toBe('https://api.weixin.qq.com')
  expect(() => urlOf({ WECHAT_TEMPLATES: '{"booked":1}' })).toThrow(/WECHAT_TEMPLATES/)
  expect(() => urlOf({ WECHAT_TEMPLATES: 'booked' })).toThrow(/WECHAT_TEMPLATES/)
})

test('S71 the log says what failed and how, and nothing of a person, a code, a token or the secret', async () => {
  const { log } = await import('../../../functions/platform/log')
  const lines: string[] = []
  const sentAway: string[] = []
  log.setLogLevel('DEBUG')
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((chunk) => !!lines.push(String(chunk)))
  globalThis.fetch = async (input, init) => {
    const { searchParams } = new URL(String(input))
    sentAway.push(...['access_token', 'js_code', 'secret'].flatMap((name) => searchParams.get(name) ?? []))
    return asked(input, init)
  }
  for (const trouble of ['html', 'cut', 'huge', 45009, 47003, 40013] as const) {
    const wechat = make(500)
    await wechat.checkText('先拿一个令牌', 'o-canary-0001')
    standIn.fail(trouble, 8)
    await everyCall(wechat)
  }
  await standIn.stop()
  await everyCall(make())
  log.setLogLevel('CRITICAL')
  jest.restoreAllMocks()
  const text = lines.join('')
  expect(text).toContain('errcode 45009, rid ')
  expect(text).toContain('/wxa/msg_sec_check')
  expect(new Set(sentAway).size).toBeGreaterThanOrEqual(10)
  const canaries = [
    ...sentAway,
    standIn.secret,
    'o-canary-0001',
    '13899970001',
    '金丝雀',
    'evil.example',
    'canary-session',
  ]
  expect(canaries.filter((each) => text.includes(each))).toEqual([])
})

test('S63 what is not declared is dropped, the session key first of all', async () => {
  const { LoggedIn, understood } = await import('../../../functions/platform/wechat-answers')
  const bytes = (answer: unknown) => Buffer.from(JSON.stringify(answer))
  const whole = {
    openid: 'o-someone-1',
    unionid: 'u-someone-1',
    session_key: 'k',
    __proto__: { evil: 1 },
    more: {},
  }
  expect(understood(bytes(whole), LoggedIn)).toEqual({
    data: { openid: 'o-someone-1', unionid: 'u-someone-1' },
  })
  for (const odd of [
    null,
    [],
    'text',
    7,
    {},
    { openid: '' },
    { openid: 'o/../x' },
    { errcode: '40029' },
    { errcode: 0 },
  ])
    expect(() => understood(bytes(odd), LoggedIn)).toThrow(/declared form/)
  expect(() => understood(new Uint8Array(), LoggedIn)).toThrow(/declared form/)
})

test('without credentials everything is off and says so; with them, messages need templates too', async () => {
  const on = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' }
  const withEnvironment = async (more: Record<string, string>) => {
    jest.resetModules()
    for (const name of ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TEMPLATES']) delete process.env[name]
    Object.assign(process.env, more)
    return import('../../../functions/platform/wechat')
  }
  const off = await withEnvironment({ WECHAT_APP_ID: 'wx1' })
  expect(off.features()).toEqual({ wechat: false, messages: false })
  expect(() => off.wechat()).toThrow(
    expect.objectContaining({ code: 'feature-off', members: { feature: 'wechat' } }),
  )
  expect((await withEnvironment(on)).features()).toEqual({ wechat: true, messages: false })
  const whole = await withEnvironment({ ...on, WECHAT_TEMPLATES: '{"booked":"t1"}' })
  expect(whole.features()).toEqual({ wechat: true, messages: true })
  expect(whole.wechat()).toBe(whole.wechat())
})
