/** Sessions on a resident's phone: they renew themselves, end when they are ended, and leave nothing behind. */
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import type { WxOptions } from '../support/weapp-runtime/logic'
import { after, kept, node, posted, signedInPhone } from './a-phone'

const PHONE = '13812345671'

let dist: string
let app: LocalApp

beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp({ wechat: true })
  app.setNow(after(0))
}, 300_000)
afterAll(() => app.stop())
beforeEach(() => app.setNow(after(0)))

const keyOf = ({ header }: WxOptions): unknown => (header as Record<string, unknown>)['idempotency-key']

describe('a session', () => {
  it('renews itself once for all that ask at the same time, and with the same key when the answer is lost', async () => {
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
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
