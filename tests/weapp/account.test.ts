/** A resident's phone: the notice first, then WeChat; phone and name; what is kept of them. */
import { clockWords, dayWords } from '@one-window/shared/foundation/time'
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { after, kept, newPhone, posted, press, signedInPhone } from './a-phone'

const PHONE = '13812345671'
const OTHERS_PHONE = '13987654329'
const ID_NUMBER = '11010519491231002X'

let dist: string
let app: LocalApp
/** Times that can be booked from the machine's own day on. */
let slots: { slotId: string; date: string; start: string }[]

beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp({ wechat: true })
  app.setNow(after(0))
  const { body } = await (await app.as()).get('/halls/yonghe/slots?days=14')
  slots = body.slots.filter(({ state }: { state: string }) => state === 'open')
}, 300_000)
/** The page that confirms a booking of the n-th time. */
const confirming = (n: number): string =>
  `subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=${slots[n]!.slotId}`
afterAll(() => app.stop())

describe('signing in', () => {
  it('tells what data is for before anything is asked of WeChat, and takes no for an answer', async () => {
    const mini = newPhone(dist, app)
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
    const mini = newPhone(dist, app)
    await mini.open(confirming(0))
    expect(mini.words()).toContain('先登录，再接着约')
    await mini.tap('微信登录')
    await press(mini, 'agree', 'agreeprivacyauthorization')
    expect(mini.route()).toBe('subpackages/booking/confirm')
    expect(mini.words()).toContain('给谁办')
    const { date, start } = slots[0]!
    expect(mini.words()).toContain(`${dayWords(date)}${clockWords(start)}`)
  })
})

describe('phone and name', () => {
  it('takes the phone from WeChat, the name from the person, and shows them masked', async () => {
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
    await mini.open(confirming(1))
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
    const mini = await signedInPhone(dist, app)
    await mini.open('subpackages/account/phone')
    await press(mini, 'wechat-phone', 'getphonenumber', { code: app.wechat.newPhoneCode(PHONE) })
    mini.logic.client.answers.requestSubscribeMessage = () => {
      const { options } = mini.logic.client.calls.findLast(({ name }) => name === 'requestSubscribeMessage')!
      return Object.fromEntries((options.tmplIds as string[]).map((id) => [id, 'accept']))
    }
    await mini.open(confirming(2))
    await mini.type('name', '周敏')
    expect(mini.words()).toContain('138****5671')
    await mini.tap('确认预约')
    expect(mini.words()).toContain('约好了')
    const [counted] = posted(mini, '/me/subscriptions')
    expect(JSON.parse(String(counted!.data)).accepted).toContain('booked')
  })
})

describe('my data', () => {
  it('is handed over as a file, which does not stay with the app', async () => {
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
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
    const mini = await signedInPhone(dist, app)
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
  const mini = newPhone(dist, app)
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
