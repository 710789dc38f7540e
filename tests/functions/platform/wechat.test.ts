/** The WeChat client against a server that behaves as WeChat's documentation says, in good and bad hours. */
import {
  DOUBTFUL_WORDS,
  RISKY_WORDS,
  startWechatStandIn,
  type WechatStandIn,
} from '../../../functions/local/wechat-stand-in'
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

  test('S04 a code given to another mini-program is refused', async () => {
    const code = standIn.newLoginCode('o-someone-1', 'wx-another')
    await expect(make().codeToSession(code)).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })

  test.each([40029, 40163, 41008, 42003, 40226])('%i: the person tries again', async (errcode) => {
    standIn.fail(errcode)
    await expect(make().codeToSession('any')).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })

  test.each([40013, 40125, 40164, 45009, 45011, 89503])(
    '%i: not the fault of the person',
    async (errcode) => {
      standIn.fail(errcode)
      await expect(make().codeToSession('any')).rejects.toEqual(refusedAs('wechat-unavailable'))
    },
  )

  test('a system that is busy for a moment is asked once more', async () => {
    standIn.fail('busy')
    expect(await make().codeToSession(standIn.newLoginCode('o-someone-1'))).toEqual({ openid: 'o-someone-1' })
  })

  test.each(['garbled', 'html', 'huge', '500', 'busy', 'strange', 'moved', 'cut', 'slow'] as const)(
    'S63 an answer that is %s is refused as unavailable',
    async (trouble) => {
      standIn.fail(trouble, 2)
      const code = standIn.newLoginCode('o-someone-1')
      await expect(make(200).codeToSession(code)).rejects.toEqual(refusedAs('wechat-unavailable'))
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

  test.each(['garbled', 'html', 'huge', '500', 'busy', 'strange', 'moved', 'cut', 'slow', 45011] as const)(
    'S63 no number while it is %s',
    async (trouble) => {
      standIn.fail(trouble, 2, '/wxa/business/getuserphonenumber')
      const phone = make(200).phoneOf(standIn.newPhoneCode('13874740001'))
      await expect(phone).rejects.toEqual(refusedAs('wechat-unavailable'))
    },
  )

  test.each(['+852 61234567', '02161234567'])(
    '%s is no mainland mobile: the person is told so',
    async (number) => {
      const told = { errors: [{ pointer: '/code', message: expect.stringContaining('内地手机号') }] }
      const phone = make().phoneOf(standIn.newPhoneCode(number))
      await expect(phone).rejects.toMatchObject({ code: 'bad-input', members: told })
    },
  )

  test('S03 a login code is no phone code', async () => {
    const code = standIn.newLoginCode('o-someone-1')
    await expect(make().phoneOf(code)).rejects.toEqual(refusedAs('wechat-code-invalid'))
  })

  test('S04 a number given to another mini-program is refused', async () => {
    const code = standIn.newPhoneCode('13874740001', 'wx-another')
    await expect(make().phoneOf(code)).rejects.toEqual(refusedAs('wechat-code-invalid'))
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
    const wechat = make(300)
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('failed')
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
  })

  test('a system that is busy for a moment is asked once more', async () => {
    standIn.grant('o-someone-1', 'ready')
    standIn.fail('busy', 1, '/cgi-bin/message/subscribe/send')
    expect(await make().sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
  })

  test.each([
    ['words that do not fit the template', { data: { thing1: { value: '长'.repeat(21) } } }],
    ['no words', { data: {} }],
    ['a template that is not there', { templateId: '' }],
    ['a page that is none', { page: '/pages/mine/index' }],
    ['a person who is not there', { openid: '?' }],
  ])('%s: trying again makes no sense, and the consent is kept', async (_, odd) => {
    const wechat = make()
    standIn.grant('o-someone-1', 'ready')
    expect(await wechat.sendSubscribeMessage({ ...message('o-someone-1'), ...odd })).toBe('impossible')
    expect(await wechat.sendSubscribeMessage(message('o-someone-1'))).toBe('sent')
  })

  test('what WeChat got arrives whole', async () => {
    standIn.grant('o-someone-1', 'ready')
    await make().sendSubscribeMessage(message('o-someone-1'))
    expect(standIn.sent).toEqual([message('o-someone-1')])
  })
})

describe('texts', () => {
  test.each([
    ['谢谢', 'pass'],
    [`前面${RISKY_WORDS}后面`, 'risky'],
    [`很长${'好'.repeat(2600)}${RISKY_WORDS}`, 'risky'],
    [`接缝${'好'.repeat(2496)}${RISKY_WORDS}`, 'risky'],
    [`为难${DOUBTFUL_WORDS}`, 'risky'],
    ['', 'pass'],
  ])('S59 the text that begins with “%.2s” is found %s', async (text, verdict) => {
    expect(await make().checkText(text, 'o-someone-1')).toBe(verdict)
  })

  test('S59 more than 2,500 characters are asked in parts', async () => {
    expect(await make().checkText('好'.repeat(5001), 'o-someone-1')).toBe('pass')
    expect(standIn.asked('/wxa/msg_sec_check')).toBe(3)
  })

  test('S59 rare characters are counted and cut whole', async () => {
    const contents: string[] = []
    const asked = globalThis.fetch
    globalThis.fetch = (input, init) => {
      if (String(input).includes('msg_sec_check'))
        contents.push((JSON.parse(String(init?.body)) as { content: string }).content)
      return asked(input, init)
    }
    expect(await make().checkText('𠮷'.repeat(2501), 'o-someone-1')).toBe('pass')
    globalThis.fetch = asked
    expect(contents.map((each) => Array.from(each).length)).toEqual([2500, 21])
    expect(contents.every((each) => !/\p{Surrogate}/u.test(each))).toBe(true)
  })

  test('S59 a check takes no longer than it may', async () => {
    standIn.fail('slow', 1, '/wxa/msg_sec_check')
    const before = performance.now()
    expect(await make().checkText('谢谢', 'o-someone-1', { withinMs: 50 })).toBe('unknown')
    expect(performance.now() - before).toBeLessThan(1500)
  })

  test.each(['html', '500', 'slow', 'strange', 'garbled', 61010, 45009] as const)(
    'S59 nobody knows while it is %s',
    async (trouble) => {
      standIn.fail(trouble, 9, '/wxa/msg_sec_check')
      expect(await make(300).checkText('谢谢', 'o-someone-1')).toBe('unknown')
    },
  )
})

describe('codes to scan', () => {
  test('a picture for a scene of 32 characters', async () => {
    const picture = await make().codeImage('h.yonghe_-~!'.padEnd(32, '0'), 'pages/home/index', 'trial')
    expect(Buffer.from(picture).subarray(1, 4).toString()).toBe('PNG')
  })

  test.each(['', 'x'.repeat(33), '永和', 'a b', 'a%20'])(
    'the scene “%s” is not even asked for',
    async (scene) => {
      await expect(make().codeImage(scene, 'pages/home/index')).rejects.toThrow(RangeError)
      expect(standIn.asked('/wxa/getwxacodeunlimit')).toBe(0)
    },
  )

  test.each(['garbled', 'html', 'huge', '500', 'busy', 'strange', 'moved', 'cut', 'slow', 45009] as const)(
    'S63 no picture while it is %s',
    async (trouble) => {
      standIn.fail(trouble, 2, '/wxa/getwxacodeunlimit')
      const picture = make(200).codeImage('h.yonghe', 'pages/home/index')
      await expect(picture).rejects.toEqual(refusedAs('wechat-unavailable'))
    },
  )
})
