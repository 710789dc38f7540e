/** A resident's phone: the notice first, then WeChat; phone and name; what is kept of them, and what the phone keeps. */
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { launchMiniProgram, type MiniProgram } from '../support/weapp-runtime/node-host'
import type { WxOptions } from '../support/weapp-runtime/logic'

const PHONE = '13812345671'
const OTHERS_PHONE = '13987654329'
const ID_NUMBER = '11010519491231002X'
const start = Date.now()
/** So many hours later; the phone's own clock is the machine's. */
const after = (hours: number): string => new Date(start + hours * 3_600_000).toISOString()

let dist: string
let app: LocalApp
let people = 0

beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp({ wechat: true })
  app.setNow(after(0))
}, 300_000)
afterAll(() => app.stop())
beforeEach(() => app.setNow(after(0)))

/** A phone whose WeChat is somebody nobody knows yet. */
const newPhone = (): MiniProgram => {
  const mini = launchMiniProgram(dist, { api: app.url })
  const openid = `o-resident-${++people}`.padEnd(28, 'x')
  mini.logic.client.answers.login = () => ({ code: app.wechat.newLoginCode(openid) })
  return mini
}
const node = (mini: MiniProgram, id: string) => {
  const found = mini.logic.nodes().find(({ uid, sid }) => (uid ?? sid) === id)
  if (!found) throw new Error(`no ${id} on ${mini.route()}: ${mini.words()}`)
  return found
}
/** Presses one of WeChat's own buttons, which answers with an event of its own. */
const press = async (mini: MiniProgram, id: string, event: string, detail: Record<string, unknown> = {}) => {
  mini.logic.fire(node(mini, id), event, detail)
  await mini.logic.settled()
}
const signedIn = async (): Promise<MiniProgram> => {
  const mini = newPhone()
  await mini.open('pages/mine/index')
  await mini.tap('微信登录')
  await press(mini, 'agree', 'agreeprivacyauthorization')
  return mini
}
const kept = (mini: MiniProgram): string =>
  [...mini.logic.client.storage].map(([key, value]) => `${key} ${String(value)}`).join('\n')
const posted = (mini: MiniProgram, path: string): WxOptions[] =>
  mini.logic.client.calls
    .filter(({ options: { url, method } }) => method === 'POST' && String(url).endsWith(`/api${path}`))
    .map(({ options }) => options)
const keyOf = ({ header }: WxOptions): unknown => (header as Record<string, unknown>)['idempotency-key']

describe('signing in', () => {
  it('tells what data is for before anything is asked of WeChat, and takes no for an answer', async () => {
    const mini = newPhone()
    await mini.open('pages/mine/index')
    await mini.tap('微信登录')
    expect(mini.route()).toBe('subpackages/account/notice')
    expect(mini.words()).toContain('收什么，做什么用')
    expect(mini.words()).toContain('身份证号')
    await mini.tap('先不同意')
    expect(mini.route()).toBe('pages/mine/index')
    expect(mini.logic.client.calls.map(({ name }) => name)).not.toContain('login')

    await mini.tap('微信登录')
    await press(mini, 'agree', 'agreeprivacyauthorization')
    expect(mini.route()).toBe('pages/mine/index')
    expect(mini.words()).toContain('您好')
    await mini.tap('退出登录')
    await mini.tap('微信登录')
    expect(mini.words()).toContain('还没有预约')
  })

  it('on the way to a booking keeps what was chosen', async () => {
    const mini = newPhone()
    await mini.open('subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.0900')
    expect(mini.words()).toContain('先登录，再接着约')
    await mini.tap('微信登录')
    await press(mini, 'agree', 'agreeprivacyauthorization')
    expect(mini.route()).toBe('subpackages/booking/confirm')
    expect(mini.words()).toContain('给谁办')
    expect(mini.words()).toContain('11月26日(周四)上午9:00')
  })
})

describe('phone and name', () => {
  it('takes the phone from WeChat, the name from the person, and shows them masked', async () => {
    const mini = await signedIn()
    await mini.tap('我的数据')
    expect(mini.words()).toContain('未实名')
    await mini.tap('手机号')
    await press(mini, 'wechat-phone', 'getphonenumber', { code: app.wechat.newPhoneCode(PHONE) })
    expect(mini.route()).toBe('subpackages/account/data')
    await mini.open('subpackages/account/data')
    expect(mini.words()).toContain('138****5671')

    await mini.tap('姓名')
    await mini.type('real-name', '刘桂英')
    await mini.type('id-number', '110105194912310021')
    expect(mini.words()).toContain('和最后一位对不上')
    await mini.tap('存好')
    expect(posted(mini, '/me/real-name')).toEqual([])
    await mini.type('id-number', '１１０１０５１９４９１２３１００２x')
    await mini.tap('存好')
    await mini.open('subpackages/account/data')
    expect(mini.words()).toContain('110***********002X')
    expect(mini.words()).toContain('自己填写，未核证件')
    await mini.open('pages/mine/index')
    expect(mini.words()).toContain('刘桂英')
    expect(kept(mini)).not.toMatch(new RegExp(`${ID_NUMBER}|${PHONE}`))
  })

  it('lets who keeps the number from WeChat type one', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/account/phone')
    await press(mini, 'wechat-phone', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' })
    await mini.type('my-phone', '12345')
    await mini.tap('存好')
    expect(mini.words()).toContain('手机号要11位数字')
    await mini.type('my-phone', PHONE)
    await mini.tap('存好')
    await mini.open('subpackages/account/data')
    expect(mini.words()).toContain('138****5671')
  })
})

describe('booking', () => {
  it('for the family asks whether they agree, and leaves no number of theirs on the phone', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.0930')
    await mini.tap('家人')
    await mini.type('name', '刘桂英')
    await mini.type('phone', OTHERS_PHONE)
    await mini.tap('确认预约')
    expect(mini.words()).toContain('请先问过本人')
    expect(posted(mini, '/bookings')).toEqual([])
    await mini.tap('本人同意我替他预约')
    await mini.tap('确认预约')
    expect(mini.words()).toContain('约好了')
    expect(kept(mini)).not.toContain(OTHERS_PHONE)
  })

  it('for oneself uses the number that is known, and asks for messages without waiting for the answer', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/account/phone')
    await press(mini, 'wechat-phone', 'getphonenumber', { code: app.wechat.newPhoneCode(PHONE) })
    mini.logic.client.answers.requestSubscribeMessage = () => {
      const { options } = mini.logic.client.calls.findLast(({ name }) => name === 'requestSubscribeMessage')!
      return Object.fromEntries((options.tmplIds as string[]).map((id) => [id, 'accept']))
    }
    await mini.open('subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.1000')
    await mini.type('name', '周敏')
    expect(mini.words()).toContain('138****5671')
    await mini.tap('确认预约')
    expect(mini.words()).toContain('约好了')
    const [counted] = posted(mini, '/me/subscriptions')
    expect(JSON.parse(String(counted!.data)).accepted).toContain('booked')
  })
})

describe('a session', () => {
  it('renews itself once for all that ask at the same time, and with the same key when the answer is lost', async () => {
    const mini = await signedIn()
    app.setNow(after(2))
    const { wx } = mini.logic.client
    const { request } = wx as { request: (options: WxOptions) => unknown }
    let lost = 0
    Object.assign(wx, {
      request: (options: WxOptions) => {
        if (!String(options.url).endsWith('/session/refresh') || lost++ > 0) return request(options)
        const lose = () => options.fail?.({ errMsg: 'request:fail' })
        return request({ ...options, success: lose, fail: lose })
      },
    })
    await mini.open('pages/mine/index')
    expect(mini.words()).toContain('还没有预约')
    const refreshes = posted(mini, '/session/refresh')
    expect(refreshes).toHaveLength(2)
    expect(keyOf(refreshes[0]!)).toBe(keyOf(refreshes[1]!))
    await mini.open('subpackages/account/data')
    expect(mini.words()).toContain('微信小程序')
  })

  it('that was ended elsewhere ends here; what was typed is still there, what was seen is not', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.1030')
    await mini.type('name', '谭小芳')
    await app
      .holding(JSON.parse(String(mini.logic.client.storage.get('session'))).token)
      .post('/me/sessions/end')
    await mini.type('phone', PHONE)
    await mini.tap('确认预约')
    expect(mini.words()).toContain('先登录，再接着约')
    expect(kept(mini)).not.toMatch(/kept:r_|session /)
    await mini.tap('微信登录')
    expect(Object.values(node(mini, 'name'))).toContain('谭小芳')
    expect(mini.words()).not.toContain('登录到期了')
  })

  it('signed out leaves nothing of the person on the phone, and does not go on in the service', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/guide/index?serviceId=dibao-shenqing')
    await mini.tap('居民户口簿')
    await mini.open('subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.1100')
    await mini.type('phone', PHONE)
    const { token } = JSON.parse(String(mini.logic.client.storage.get('session')))
    await mini.open('pages/mine/index')
    await mini.tap('退出登录')
    expect((await app.holding(token).get('/me')).status).toBe(401)
    const keys = [...mini.logic.client.storage.keys()].filter((key) => !key.startsWith('kept::'))
    expect(keys).toEqual(['agreed'])
  })
})

describe('my data', () => {
  it('is handed over as a file, which does not stay with the app', async () => {
    const mini = await signedIn()
    const { files, answers } = mini.logic.client
    let shared = ''
    answers.shareFileMessage = () => {
      shared = [...files.values()].join()
      return {}
    }
    await mini.open('subpackages/account/phone')
    await press(mini, 'wechat-phone', 'getphonenumber', { code: app.wechat.newPhoneCode(PHONE) })
    await mini.open('subpackages/account/data')
    await mini.tap('下载我的数据')
    expect(mini.words()).toContain('发过去了')
    expect(shared).toContain(`手机号：${PHONE}`)
    ;(mini.logic.client.wx as { navigateBack: () => void }).navigateBack()
    await mini.logic.settled()
    expect([...files.keys()]).toEqual([])
  })

  it('goes at the second tap, and what must stay is told', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/account/data')
    await mini.tap('注销，删除我的数据')
    expect(mini.words()).toContain('法律规定要留的')
    await mini.tap('先不注销')
    expect(posted(mini, '/me/data/delete')).toEqual([])
    await mini.tap('注销，删除我的数据')
    await mini.tap('确定注销')
    expect(mini.words()).toContain('注销好了')
    expect(kept(mini)).not.toMatch(/kept:r_|session /)
  })

  it('every session ends with one tap and a second', async () => {
    const mini = await signedIn()
    await mini.open('subpackages/account/data')
    await mini.tap('全部退出登录')
    await mini.tap('全部退出')
    expect(mini.words()).toContain('先登录，再看自己的信息')
  })
})

it('finds a case by what stands on its receipt, signed in as nobody', async () => {
  const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  const { body: received } = await clerk.post('/desk/cases', {
    serviceId: 'dibao-shenqing',
    applicant: { name: '旷玉珍', phone: PHONE },
  })
  const mini = newPhone()
  await mini.open('pages/mine/index')
  await mini.tap('查办件')
  await mini.type('case-number', received.caseNumber)
  await mini.type('query-code', received.queryCode === '000000' ? '000001' : '000000')
  await mini.tap('查一下')
  expect(mini.words()).toContain('没有查到')
  await mini.type('query-code', received.queryCode)
  await mini.tap('查一下')
  expect(mini.words()).toContain('材料收下了，正在看齐不齐')
  expect(mini.words()).not.toContain('旷')
})
