/** The WeChat client against a server that behaves as WeChat's documentation says, in good and bad hours. */
import { RISKY_WORDS, startWechatStandIn, type WechatStandIn } from '../../../functions/local/wechat-stand-in'
import type { Wechat } from '../../../functions/platform/wechat'
import { testEnvironment } from '../../support/environment'

let standIn: WechatStandIn
let now = Date.parse('2026-11-24T07:00:00+08:00')
let make: (timeoutMs?: number) => Wechat
beforeEach(async () => {
  testEnvironment('http://127.0.0.1:1')
  standIn = await startWechatStandIn({ now: () => new Date(now) })
  const { createWechat } = await import('../../../functions/platform/wechat')
  const { url, appId, secret } = standIn
  make = (timeoutMs = 3000) =>
    createWechat({ url, appId, secret, templates: {} }, { clock: () => now, timeoutMs })
})
afterEach(() => standIn.stop())

const refusedAs = (code: string) => expect.objectContaining({ code })
const message = (openid: string) => ({
  openid,
  templateId: 'ready',
  page: 'pages/mine/index',
  data: { thing1: { value: '可以来取了' } },
})

describe('login codes', () => {
  test('a code says whose it is, and nothing else of the answer is passed on', async () => {
    expect(await make().codeToSession(standIn.newLoginCode('o-someone-1'))).toEqual({ openid: 'o-someone-1' })
  })

  test('S03 a code is good once, for five minutes, and only when WeChat gave it', async () => {
    const wechat = make()
    const [used, old] = [standIn.newLoginCode('o-someone-1'), standIn.newLoginCode('o-someone-1')]
    await wechat.codeToSession(used)
    await expect(wechat.codeToSession(used)).rejects.toEqual(refusedAs('wechat-code-invalid'))
    now += 5 * 60_000 + 1
    await expect(wechat.codeToSession(old)).rejects.toEqual(refusedAs('wechat-code-invalid'))
    await expect(wechat.codeToSession('made-up&appid=x')).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })

  test('S03 of two who bring the same code at once, one gets in', async () => {
    const wechat = make()
    const code = standIn.newLoginCode('o-someone-1')
    const answers = await Promise.allSettled([wechat.codeToSession(code), wechat.codeToSession(code)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each(['garbled', 'html', 'huge', '500', 'busy', 'strange', 'slow'] as const)(
    'S63 an answer that is %s is refused as unavailable',
    async (trouble) => {
      standIn.fail(trouble, 2)
      const code = standIn.newLoginCode('o-someone-1')
      await expect(make(60).codeToSession(code)).rejects.toEqual(refusedAs('wechat-unavailable'))
    },
  )
})

describe('phone numbers', () => {
  test('a code gives the number once', async () => {
    const wechat = make()
    const code = standIn.newPhoneCode('13874740001')
    expect(await wechat.phoneOf(code)).toEqual({ phone: '13874740001' })
    await expect(wechat.phoneOf(code)).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })

  test('S04 a number given to another mini-program is refused', async () => {
    const code = standIn.newPhoneCode('13874740001', 'wx-another')
    await expect(make().phoneOf(code)).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })
})

describe('the token', () => {
  test('fifty at once fetch it once; it is kept until five minutes before its end', async () => {
    const wechat = make()
    await Promise.all(Array.from({ length: 50 }, () => wechat.checkText('谢谢', 'o-someone-1')))
    expect(standIn.asked('/cgi-bin/stable_token')).toBe(1)
    now += (7200 - 300) * 1000 - 1
    await wechat.checkText('谢谢', 'o-someone-1')
    expect(standIn.asked('/cgi-bin/stable_token')).toBe(1)
    now += 1
    await wechat.checkText('谢谢', 'o-someone-1')
    expect(standIn.asked('/cgi-bin/stable_token')).toBe(2)
  })

  test('42001: one that ended too early is fetched anew, by fifty at once only once more by force', async () => {
    const wechat = make()
    await wechat.checkText('谢谢', 'o-someone-1')
    standIn.expireTokens()
    const verdicts = await Promise.all(
      Array.from({ length: 50 }, () => wechat.checkText('谢谢', 'o-someone-1')),
    )
    expect(new Set(verdicts)).toEqual(new Set(['pass']))
    expect(standIn.asked('/cgi-bin/stable_token')).toBeLessThanOrEqual(4)
  })
})

describe('messages', () => {
  test('one consent is one message; without one it is refused, for good', async () => {
    const wechat = make()
    standIn.grant('o-someone-1', 'ready')
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('refused')
    expect(standIn.sent).toHaveLength(1)
  })

  test.each(['html', '500', 'slow'] as const)('an outage (%s) is a failure to try again', async (trouble) => {
    standIn.grant('o-someone-1', 'ready')
    standIn.fail(trouble, 1, '/cgi-bin/message/subscribe/send')
    const wechat = make(60)
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('failed')
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
  })

  test('a system that is busy for a moment is asked once more', async () => {
    standIn.grant('o-someone-1', 'ready')
    standIn.fail('busy', 1, '/cgi-bin/message/subscribe/send')
    expect(await make().sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
  })

  test('words that do not fit the template are a failure', async () => {
    standIn.grant('o-someone-1', 'ready')
    const long = { ...message('o-someone-1'), data: { thing1: { value: '长'.repeat(21) } } }
    expect(await make().sendSubscribeMessage(long)).toBe('failed')
  })
})

describe('texts', () => {
  test.each([
    ['谢谢', 'pass'],
    [`前面${RISKY_WORDS}后面`, 'risky'],
    [`${'好'.repeat(2600)}${RISKY_WORDS}`, 'risky'],
  ])('S59 %.8s… is found %s', async (text, verdict) => {
    expect(await make().checkText(text, 'o-someone-1')).toBe(verdict)
  })

  test('S59 more than 2,500 characters are asked in parts', async () => {
    expect(await make().checkText('好'.repeat(5001), 'o-someone-1')).toBe('pass')
    expect(standIn.asked('/wxa/msg_sec_check')).toBe(3)
  })

  test.each(['html', '500', 'slow', 'strange', 'garbled'] as const)(
    'S59 nobody knows while it is %s',
    async (trouble) => {
      standIn.fail(trouble, 9, '/wxa/msg_sec_check')
      expect(await make(60).checkText('谢谢', 'o-someone-1')).toBe('unknown')
    },
  )
})

describe('codes to scan', () => {
  test('a picture for a scene of 32 characters, none for 33', async () => {
    const picture = await make().codeImage('h.yonghe', 'pages/home/index')
    expect(Buffer.from(picture).subarray(1, 4).toString()).toBe('PNG')
    const tooLong = make().codeImage('x'.repeat(33), 'pages/home/index')
    await expect(tooLong).rejects.toEqual(refusedAs('wechat-unavailable'))
  })
})

test('the breaker: after five failures nobody is asked for ten seconds, then one call decides', async () => {
  const wechat = make(60)
  const ask = () => wechat.codeToSession('any').catch(({ code }: { code: string }) => code)
  standIn.fail('500', 6)
  for (let n = 0; n < 5; n++) expect(await ask()).toBe('wechat-unavailable')
  const asked = standIn.asked('/sns/jscode2session')
  expect(await ask()).toBe('wechat-unavailable')
  expect(standIn.asked('/sns/jscode2session')).toBe(asked)
  now += 10_000
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill('wechat-unavailable'))
  expect(standIn.asked('/sns/jscode2session')).toBe(asked + 1)
  now += 10_000
  expect(await ask()).toBe('wechat-code-invalid')
})

test('S62 a redirect is not followed; production asks nobody but WeChat', async () => {
  const { readConfig } = await import('../../../functions/platform/config')
  const set = {
    ...process.env,
    WECHAT_APP_ID: 'wx1',
    WECHAT_APP_SECRET: 's',
    WECHAT_URL: 'http://127.0.0.1:9',
  }
  expect(readConfig(set).wechat?.url).toBe('http://127.0.0.1:9')
  expect(readConfig({ ...set, STAGE: 'production', KMS_KEY_ID: 'k' }).wechat?.url).toBe(
    'https://api.weixin.qq.com',
  )
  const { createServer } = await import('node:http')
  const elsewhere = createServer((_, response) => response.writeHead(302, { location: standIn.url }).end())
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as { port: number }
  const { createWechat } = await import('../../../functions/platform/wechat')
  const wechat = createWechat({ url: `http://127.0.0.1:${port}`, appId: 'a', secret: 's', templates: {} })
  await expect(wechat.codeToSession('any')).rejects.toEqual(refusedAs('wechat-unavailable'))
  expect(standIn.asked('/')).toBe(0)
  elsewhere.close()
})
