/** A resident's own pages in a real Chromium: their data, the notice, finding a case, two windows of one person. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { builtH5 } from '../support/miniapp-build'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'

const NOW = '2026-11-24T09:20:00+08:00'
const PHONE = '13812345678'
let app: LocalApp
let browser: Browser
beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
beforeEach(() => app.setNow(NOW))

const resident = async (screen: Screen = { width: 375, height: 812 }): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, 'resident')
  return visitor
}

test('tells phone and name, and takes a copy of everything away', async () => {
  const visitor = await resident()
  const { page } = visitor
  await visitor.open('/pages/mine/index')
  await page.locator('#my-data').click()
  await said(visitor, '我们知道的')
  await page.locator('#my-phone-cell').click()
  await page.locator('#my-phone input').fill('138 1234 5678')
  await page.locator('#save-phone').click()
  await said(visitor, '138****5678')
  await page.locator('#my-id-number').click()
  await page.locator('#id-number input').fill('110105194912310021')
  await said(visitor, '和最后一位对不上')
  await page.locator('#id-number input').fill('11010519491231002x')
  await page.locator('#save-name').click()
  await said(visitor, '110***********002X')
  const download = page.waitForEvent('download')
  await page.locator('#copy-data').click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain(`手机号：${PHONE}`)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(PHONE)
  await visitor.close()
}, 60_000)

test('two windows of one person renew the session without ending it for each other', async () => {
  const visitor = await resident()
  const other = await visitor.page.context().newPage()
  await other.clock.install({ time: new Date(NOW) })
  await other.goto(`${app.url}/#/subpackages/account/data`)
  await other.getByText('就是这里').first().waitFor()
  app.setNow('2026-11-24T12:00:00+08:00')
  await Promise.all([
    visitor.page.goto(`${app.url}/#/subpackages/account/data`),
    other.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  ])
  await said(visitor, '就是这里')
  await other.reload()
  await other.getByText('就是这里').first().waitFor()
  app.setNow('2026-11-24T14:00:00+08:00')
  for (const page of [other, visitor.page]) {
    await page.reload()
    await page.getByText('就是这里').first().waitFor()
  }
  await visitor.close()
}, 60_000)

test('who has not agreed to the notice is asked when it matters, and the booking goes on by itself', async () => {
  const visitor = await visit(app, browser, { width: 375, height: 812 }, NOW)
  const { page } = visitor
  await page.route('**/api/local/sign-in', async (route) => {
    const asked = { ...route.request().postDataJSON(), notAgreed: true }
    await route.continue({ postData: JSON.stringify(asked) })
  })
  await visitor.open('/pages/mine/index')
  await page.locator('#person input').fill('曾莲')
  await page.getByText('用这个名字登录').click()
  await said(visitor, '还没有预约')
  await visitor.open('/subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261125.0900')
  await page.locator('#phone input').fill(PHONE)
  await page.locator('#book').click()
  await said(visitor, '收什么，做什么用')
  await page.locator('#agree').click()
  await said(visitor, '约好了')
  await visitor.close()
}, 60_000)

const screens: [string, Screen][] = [
  ['375', { width: 375, height: 812 }],
  ['1280', desk],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
  ['长辈版', { width: 375, height: 812, reading: { elder: true, scale: 1.25 } }],
]
const pages = [
  ['/subpackages/account/data', '全部退出登录'],
  ['/subpackages/account/notice?ask=ask', '看过了，同意'],
  ['/subpackages/account/real-name', '身份证号'],
  ['/subpackages/account/phone', '有变化打给谁'],
  ['/subpackages/account/find-case', '查询码'],
  ['/subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261126.0900', '来办事的人'],
] as const
test.each(screens)(
  'no page of one’s own is wider than %s',
  async (_, screen) => {
    const visitor = await resident(screen)
    for (const [path, words] of pages) {
      await visitor.open(path)
      await said(visitor, words)
      await visitor.page.locator('.skel').first().waitFor({ state: 'detached' })
      const wider = await visitor.page.evaluate(() =>
        Array.from(document.querySelectorAll('.screen *'))
          .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((one) => one.className),
      )
      expect({ path, wider }).toEqual({ path, wider: [] })
    }
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  },
  120_000,
)
