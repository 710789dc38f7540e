/** The desk and the inbox in a real Chromium: by keyboard, at every width, proposals before anything is taken away. */
import type { Browser } from 'playwright-core'
import { acceptsWithCard } from '../support/accepts-with-card'
import { builtH5 } from '../support/miniapp-build'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'

const NOW = '2026-11-25T09:20:00+08:00'
let app: LocalApp
let browser: Browser

const slotAt = (date: string, clock: string) => `yonghe.${date.split('-').join('')}.${clock.replace(':', '')}`

const book = async (name: string, serviceId: string, date: string, clock: string): Promise<string> => {
  const person = await app.as('resident', name)
  const { body } = await person.post('/bookings', {
    slotId: slotAt(date, clock),
    serviceId,
    visitor: { name, phone: '13812345678' },
  })
  return body.bookingId
}

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow('2026-11-24T08:00:00+08:00')
  const elder = await book('李秀英', 'gaoling-jintie', '2026-11-25', '09:00')
  await book('旷玉珍', 'yibao-canbao', '2026-11-25', '09:30')
  await book('何军', 'dibao-shenqing', '2026-11-26', '09:00')
  const withCard = await book('罗大云', 'gaoling-jintie', '2026-11-25', '10:00')
  app.setNow('2026-11-24T08:01:00+08:00')
  await book('曾莲', 'dibao-shenqing', '2026-11-26', '09:00')
  app.setNow('2026-11-25T09:02:00+08:00')
  const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  await clerk.post(`/desk/bookings/${elder}/check-in`)
  app.setNow('2026-11-25T09:10:00+08:00')
  await clerk.post(`/desk/bookings/${withCard}/check-in`)
  app.setNow(NOW)
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const enter = async (role: string, path: string, screen: Screen = desk): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, role)
  await visitor.open(path)
  return visitor
}

test('an ordinary case is accepted and its notice ready to print in at most 6 keys', async () => {
  const clerk = await enter('window-staff', '/subpackages/desk/index')
  await said(clerk, '最久等18分')
  let keys = 0
  const press = async (key: string, then: string | RegExp) => {
    keys += 1
    await clerk.page.keyboard.press(key)
    await said(clerk, then)
  }
  await press('F4', '12月25日(周五)')
  await press('0', '材料齐了，还没写申请人姓名')
  // the list and the head say 李*英; the name is opened by a key of its own, and the paper opens it by itself
  await press('F2', '可以受理')
  await press('F2', '受理了')
  await press('F2', '李秀英：')
  expect(keys).toBeLessThanOrEqual(6)
  await said(clerk, '最晚在这一天办好')
  await said(clerk, '2026年12月25日(星期五)')
  expect(clerk.complaints).toEqual([])
  await clerk.close()
}, 60_000)

test('with name and number typed from the card it takes no more than 6 keys beside the typing', async () => {
  const clerk = await enter('window-staff', '/subpackages/desk/index')
  await said(clerk, '罗*云')
  const { keys } = await acceptsWithCard(clerk, '罗大云')
  expect(keys).toBeLessThanOrEqual(6)
  await clerk.close()
}, 60_000)

test('a walk-in is found in their own words, and what is missing is said at once', async () => {
  const clerk = await enter('window-staff', '/subpackages/desk/index')
  const { keyboard } = clerk.page
  await said(clerk, '旷*珍')
  await keyboard.press('/')
  await keyboard.type('上户口')
  await said(clerk, '现场来的，办这件事')
  await keyboard.press('Enter')
  await said(clerk, /还差\d样必须的材料/)
  await keyboard.type('谭小芳')
  await keyboard.press('Enter')
  await keyboard.press('1')
  await said(clerk, /^缺：/)
  // what was typed and ticked is still there after the page was closed
  await clerk.page.reload()
  await said(clerk, '旷*珍')
  await keyboard.press('/')
  await keyboard.type('上户口')
  await said(clerk, '现场来的，办这件事')
  await keyboard.press('Enter')
  await said(clerk, '谭小芳')
  await said(clerk, /^缺：/)
  await clerk.close()
}, 60_000)

test('nothing is taken away before the director has seen who is hit', async () => {
  const director = await enter('director', '/subpackages/desk/hall')
  const { page } = director
  await page.getByLabel('后一天').click()
  await said(director, '11月26日(周四)停办一天')
  await page.getByLabel('09:00减一个名额').click()
  await said(director, '09:00减到1个名额？')
  await said(director, '曾*')
  await page.keyboard.press('Escape')
  await page.locator('#closure-reason input').fill('停电检修')
  await page.locator('#close-day').click()
  await page.locator('#confirm').click()
  await said(director, '确认停办，取消2人')
  const before = await (
    await app.as('director', '陈国华', 'yonghe')
  ).get('/desk/bookings?hallId=yonghe&date=2026-11-26')
  expect(before.body.bookings.map(({ status }: { status: string }) => status)).toEqual(['booked', 'booked'])
  await page.keyboard.press('F2')
  await said(director, /停办，2人已取消并通知/)
  await director.close()
}, 60_000)

const screens: [string, Screen][] = [
  ['1280', desk],
  ['1280 dark', { ...desk, dark: true }],
  ['375', { width: 375, height: 812 }],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
const pages = [
  ['window-staff', '/subpackages/desk/index', '旷*珍'],
  ['window-staff', '/subpackages/desk/cases', '80岁以上老人津贴'],
  ['window-staff', '/subpackages/desk/entries', '80岁以上老人津贴'],
  ['approver', '/subpackages/approvals/index', '80岁以上老人津贴'],
  ['director', '/subpackages/approvals/index', '没有等您批的'],
  ['leader', '/subpackages/approvals/deputies', '还没有能代理的同事'],
  ['director', '/subpackages/desk/hall', '14:00–14:30'],
  ['supervisor', '/subpackages/oversight/index', '没有要跟进的差评'],
] as const

test.each(screens)(
  'no work screen is wider than %s',
  async (_, screen) => {
    for (const [role, path, words] of pages) {
      const visitor = await enter(role, path, screen)
      await said(visitor, words)
      const type = await visitor.page.evaluate(
        () => getComputedStyle(document.querySelector('.screen')!).fontSize,
      )
      expect(type).toBe(`${16 * (screen.reading?.scale ?? 1)}px`)
      if (role !== 'director' && role !== 'supervisor') await visitor.page.getByText(words).first().click()
      await visitor.page.locator('.skel').first().waitFor({ state: 'detached' })
      const wider = await visitor.page.evaluate(() =>
        Array.from(document.querySelectorAll('.screen *'))
          .filter(
            (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
          )
          .map((element) => element.className),
      )
      expect({ path, wider }).toEqual({ path, wider: [] })
      await visitor.close()
    }
  },
  120_000,
)
