/** The stand-in behaves as WeChat's documentation says, asked as WeChat is asked: over HTTP. */
import { startWechatStandIn, type WechatStandIn } from '../../../functions/local/wechat-stand-in'

let standIn: WechatStandIn
let now = Date.parse('2026-11-24T07:00:00+08:00')
beforeEach(async () => {
  const quota = { logins: 3, pictures: 3 }
  standIn = await startWechatStandIn({ now: () => new Date(now), templates: ['t1'], quota })
})
afterEach(() => standIn.stop())

const asked = async (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${standIn.url}${path}`, {
    headers,
    ...(body !== undefined && {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  })
const answer = async (path: string, body?: unknown): Promise<any> => (await asked(path, body)).json()
const token = (force = false, more: object = {}) =>
  answer('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: standIn.appId,
    secret: standIn.secret,
    force_refresh: force,
    ...more,
  })
const withToken = async (path: string, body: unknown) =>
  answer(`${path}?access_token=${(await token()).access_token}`, body)
const login = (code: string) =>
  answer(`/sns/jscode2session?appid=${standIn.appId}&secret=${standIn.secret}&js_code=${code}`)
const SEND = '/cgi-bin/message/subscribe/send'
const CODE = '/wxa/getwxacodeunlimit'
const CHECK = '/wxa/msg_sec_check'
const PHONE = '/wxa/business/getuserphonenumber'

describe('tokens', () => {
  test('one and the same for two hours, less its last five minutes; then old and new are good', async () => {
    const first = await token()
    expect(first.expires_in).toBe(7200)
    now += 3600_000
    expect(await token()).toEqual({ ...first, expires_in: 3600 })
    now += 3300_000
    const next = await token()
    expect(next.access_token).not.toBe(first.access_token)
    const check = { content: '谢谢', version: 2, scene: 2, openid: 'o-someone-1' }
    for (const { access_token } of [first, next])
      expect(await answer(`${CHECK}?access_token=${access_token}`, check)).toMatchObject({ errcode: 0 })
    now += 300_000
    const over = await answer(`${CHECK}?access_token=${first.access_token}`, check)
    expect(over.errcode).toBe(42001)
  })

  test('force ends the one before, not twice in 30 s, 20 times a day', async () => {
    const first = await token()
    const forced = await token(true)
    expect(forced.access_token).not.toBe(first.access_token)
    expect((await answer(`${PHONE}?access_token=${first.access_token}`, { code: 'any' })).errcode).toBe(40001)
    expect((await token(true)).access_token).toBe(forced.access_token)
    for (let n = 1; n < 20; n++) {
      now += 30_000
      expect((await token(true)).errcode).toBeUndefined()
    }
    now += 30_000
    expect((await token(true)).errcode).toBe(45009)
    expect((await token()).access_token).toBeTruthy()
    now += 24 * 3600_000
    expect((await token(true)).errcode).toBeUndefined()
  })

  test('wrong credentials, a missing and an unknown token, a wrong form', async () => {
    expect((await token(false, { appid: 'wx-another' })).errcode).toBe(40013)
    expect((await token(false, { secret: 'guess' })).errcode).toBe(40125)
    for (const path of [PHONE, SEND, CHECK, CODE]) {
      expect((await answer(path, {})).errcode).toBe(41001)
      expect((await answer(`${path}?access_token=guess`, {})).errcode).toBe(40001)
      expect((await answer(`${path}?access_token=guess`)).errcode).toBe(43002)
      expect((await answer(`${path}?access_token=guess`, 'a=b')).errcode).toBe(47001)
    }
    expect((await answer('/elsewhere', {})).errcode).toBe(40066)
  })
})

describe('codes', () => {
  test('a login code is good once and for five minutes', async () => {
    const [used, old] = [standIn.newLoginCode('o-someone-1'), standIn.newLoginCode('o-someone-1')]
    expect(await login(used)).toMatchObject({ openid: 'o-someone-1', session_key: expect.any(String) })
    expect((await login(used)).errcode).toBe(40163)
    expect((await login('guess')).errcode).toBe(40029)
    expect((await login('')).errcode).toBe(41008)
    now += 5 * 60_000 + 1
    expect((await login(old)).errcode).toBe(40029)
  })

  test('one person signs in so often a minute and no more', async () => {
    for (let n = 0; n < 3; n++)
      expect((await login(standIn.newLoginCode('o-someone-1'))).errcode).toBeUndefined()
    expect((await login(standIn.newLoginCode('o-someone-1'))).errcode).toBe(45011)
    expect((await login(standIn.newLoginCode('o-another-1'))).errcode).toBeUndefined()
    now += 60_000
    expect((await login(standIn.newLoginCode('o-someone-1'))).errcode).toBeUndefined()
  })

  test('a phone code tells the number, its country and whose mini-program asked', async () => {
    const foreign = await withToken(PHONE, { code: standIn.newPhoneCode('+852 61234567') })
    expect(foreign.phone_info).toMatchObject({ countryCode: '852', purePhoneNumber: '61234567' })
    const mine = await withToken(PHONE, { code: standIn.newPhoneCode('13874740001') })
    expect(mine.phone_info.watermark.appid).toBe(standIn.appId)
    expect((await withToken(PHONE, { code: standIn.newLoginCode('o-someone-1') })).errcode).toBe(40029)
  })
})

describe('messages', () => {
  const message = (more: object = {}) => ({
    touser: 'o-someone-1',
    template_id: 't1',
    page: 'pages/mine/index?id=1',
    data: { thing1: { value: '好了' } },
    ...more,
  })

  test('one consent, one message', async () => {
    standIn.grant('o-someone-1', 't1', 2)
    for (const errcode of [0, 0, 43101]) expect((await withToken(SEND, message())).errcode).toBe(errcode)
    expect(standIn.sent.map(({ templateId }) => templateId)).toEqual(['t1', 't1'])
  })

  test.each([
    [40003, { touser: '' }],
    [40037, { template_id: 't2' }],
    [41030, { page: '/pages/mine/index' }],
    [47003, { data: {} }],
    [47003, { data: { thing1: '好了' } }],
    [47003, { data: { title1: { value: '好了' } } }],
  ])('%i for %j', async (errcode, odd) => {
    standIn.grant('o-someone-1', 't1')
    expect((await withToken(SEND, message(odd))).errcode).toBe(errcode)
    expect((await withToken(SEND, message())).errcode).toBe(0)
  })

  test.each([
    ['thing1', '好'.repeat(20), '好'.repeat(21)],
    ['thing2', '𠮷(1)', '两\n行'],
    ['character_string3', 'YH-20261124-0001', '编号1'],
    ['time4', '2026年11月24日 09:00~2026年11月24日 09:30', '上午九点'],
    ['time5', '15:01', '15点'],
    ['date6', '2026-11-24', '2026-11/24'],
    ['date7', '2026年11月24日 15:01', ''],
    ['phrase8', '已经办好了', '办好了!'],
    ['name9', '王㐂𠮷', '王'.repeat(11)],
    ['phone_number10', '+86-0734-66888866', '零七三四'],
    ['number11', '12.5', '1,200'],
    ['amount12', '¥5元', '五元'],
  ])('%s holds “%s” and not “%s”', async (name, good, bad) => {
    standIn.grant('o-someone-1', 't1')
    expect((await withToken(SEND, message({ data: { [name]: { value: bad } } }))).errcode).toBe(47003)
    expect((await withToken(SEND, message({ data: { [name]: { value: good } } }))).errcode).toBe(0)
  })
})

describe('texts and pictures', () => {
  const text = (more: object) => ({ content: '谢谢', version: 2, scene: 2, openid: 'o-someone-1', ...more })
  test.each([
    [{ content: '违法样例' }, { errcode: 0, result: { suggest: 'risky', label: 20001 } }],
    [{ content: '存疑样例' }, { errcode: 0, result: { suggest: 'review', label: 20002 } }],
    [{ content: '𠮷'.repeat(2500) }, { errcode: 0, result: { suggest: 'pass', label: 100 } }],
    [{ content: '好'.repeat(2501) }, { errcode: 45002 }],
    [{ content: '' }, { errcode: 44002 }],
    [{ scene: 5 }, { errcode: 40129 }],
    [{ openid: '' }, { errcode: 40003 }],
    [{ version: 1 }, { errcode: 47001 }],
  ])('%j', async (odd, expected) => {
    expect(await withToken(CHECK, text(odd))).toMatchObject(expected)
  })

  test('a picture for a scene that may be, and so many a minute', async () => {
    const { access_token } = await token()
    const code = (body: object) => asked(`${CODE}?access_token=${access_token}`, body)
    const picture = await code({ scene: 'h.yonghe', page: 'pages/home/index' })
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(await (await code({ scene: 'x'.repeat(33) })).json()).toMatchObject({ errcode: 40169 })
    expect(await (await code({ scene: 'h', page: '/pages/home' })).json()).toMatchObject({ errcode: 41030 })
    expect(await (await code({ scene: 'h' })).json()).toMatchObject({ errcode: 45009 })
    now += 60_000
    expect((await code({ scene: 'h' })).headers.get('content-type')).toBe('image/png')
  })
})

describe('the phone of a local run', () => {
  test('the same person has the same openid and a number that is nobody’s', async () => {
    const codeOf = async (person: string) => (await answer('/_stand-in/login-code', { person })).code
    const [first, second, other] = [await codeOf('王五'), await codeOf('王五'), await codeOf('赵六')]
    const { openid } = await login(first)
    expect((await login(second)).openid).toBe(openid)
    expect((await login(other)).openid).not.toBe(openid)
    expect(openid).toMatch(/^o[\w-]{27}$/)
    const { code } = await answer('/_stand-in/phone-code', { person: '王五' })
    expect((await withToken(PHONE, { code })).phone_info.purePhoneNumber).toMatch(/^199\d{8}$/)
    await answer('/_stand-in/grant', { person: '王五', templateId: 't1' })
    const data = { thing1: { value: '好了' } }
    expect(await withToken(SEND, { touser: openid, template_id: 't1', data })).toMatchObject({ errcode: 0 })
  })

  test('the app of this machine may ask, a page from elsewhere may not', async () => {
    const allowed = async (path: string, origin: string) =>
      (await asked(path, { person: '王五' }, { origin })).headers.get('access-control-allow-origin')
    const mine = 'http://127.0.0.1:3000'
    expect(await allowed('/_stand-in/login-code', mine)).toBe(mine)
    expect(await allowed('/_stand-in/login-code', 'https://evil.example')).toBeNull()
    expect(await allowed('/_stand-in/login-code', 'http://127.0.0.1.evil.example')).toBeNull()
    expect(await allowed('/cgi-bin/stable_token', mine)).toBeNull()
  })
})

test('a request that is too large or broken ends nothing', async () => {
  await expect(asked('/_stand-in/login-code', 'x'.repeat(2_000_000))).rejects.toThrow()
  expect((await answer('/_stand-in/login-code', '{')).errcode).toBe(47001)
  expect((await answer('/_stand-in/login-code', { person: '王五' })).code).toBeTruthy()
})
