/** Staff in a real Chromium: a PC let in by a phone, invitations, the screen that locks. */
import type { Browser } from 'playwright-core'
import { aBoundClerk, type BoundClerk } from '../functions/staff/a-clerk'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T09:20:00+08:00'
let app: LocalApp
let browser: Browser
let director: BoundClerk

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5(), wechat: true })
  app.setNow(NOW)
  director = await aBoundClerk(app, {
    at: NOW,
    posts: [{ role: 'director', hallId: 'yonghe', from: '2026-01-01' }],
  })
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** A PC that shows its code, and the phone of the director that lets it in. */
const letIn = async (pc: Visitor): Promise<void> => {
  const code = () => pc.page.waitForResponse((response) => response.url().endsWith('/api/sign-in/desk'))
  const first = code()
  await pc.open('/subpackages/staff/sign-in')
  await first
  await said(pc, /^[12]:\d\d后换新的$/)
  const next = code()
  await pc.page.clock.fastForward('02:01')
  const { ticketId } = (await (await next).json()) as { ticketId: string }
  expect((await director.person.post(`/sign-in/desk/${ticketId}/confirm`)).status).toBe(200)
  await said(pc, /登录好了$/)
}

test('a PC signs in by a phone, takes a new code when the old one is over, and invites with a fresh second factor', async () => {
  const pc = await visit(app, browser, desk, NOW)
  const { page } = pc
  await letIn(pc)

  await pc.open('/subpackages/staff/index')
  await page.locator('#invite').click()
  await page.locator('#staff-name input').fill('胡小燕')
  await page.locator('#staff-send').click()
  await said(pc, '再输一次动态码')
  await page.locator('#step-up-code input').fill('000 000')
  await page.keyboard.press('F2')
  await said(pc, /^动态码不对/)
  // the next code of the authenticator: the one of the binding is used up
  app.setNow('2026-11-24T09:21:00+08:00')
  await page.locator('#step-up-code input').fill(director.totp('2026-11-24T09:21:00+08:00'))
  await page.keyboard.press('F2')
  // the invitation goes on by itself, and nothing was typed again
  await said(pc, '把这个邀请码告诉胡小燕')
  expect((await page.locator('#invite-code').textContent())!.replace(/\s/g, '')).toMatch(/^[A-Z2-9]{10}$/)
  await page.locator('#code-told').click()
  await said(pc, '等绑定')

  // within five minutes the next act asks for nothing but its reason
  await page.getByText('胡小燕', { exact: true }).filter({ visible: true }).first().click()
  await page.locator('#disable').click()
  await page.locator('.chip', { hasText: '调走了' }).click()
  await page.locator('#staff-send').click()
  await said(pc, '停用了，登录不了')
  await pc.close()
}, 60_000)

test('half an hour without anybody locks the desk, and whoever signs in again is back at the same person', async () => {
  const resident = await app.as('resident', '旷玉珍')
  await resident.post('/bookings', {
    slotId: 'yonghe.20261124.1500',
    serviceId: 'yibao-canbao',
    visitor: { name: '旷玉珍', phone: '13812345678' },
  })
  const clerk = await visit(app, browser, desk, NOW)
  const { page } = clerk
  await signIn(clerk, 'window-staff')
  await clerk.open('/subpackages/desk/index')
  await page.getByText('旷*珍').first().click()
  await said(clerk, '人到了，先签到')
  await page.keyboard.press('F7')
  await page.keyboard.type('旷玉')

  // somebody types now and then: it stays open
  await page.clock.fastForward('20:00')
  await page.keyboard.press('Shift')
  await page.clock.fastForward('20:00')
  await said(clerk, '人到了，先签到')
  await page.clock.fastForward('31:00')
  await said(clerk, '半小时没人动，先锁上了')
  expect(await page.textContent('body')).not.toContain('旷')

  await page.locator('#as-window-staff').filter({ visible: true }).click()
  await said(clerk, '人到了，先签到')
  expect(await page.locator('#applicant-name input').inputValue()).toBe('旷玉')
  await clerk.close()
}, 60_000)

const screens: [string, Screen][] = [
  ['1280 dark', { ...desk, dark: true }],
  ['375', { width: 375, height: 812 }],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
const pages = [
  ['director', '/subpackages/staff/index', '邀请一位'],
  ['window-staff', '/subpackages/desk/village', '办什么事'],
  ['window-staff', '/subpackages/staff/confirm-desk', '请在手机微信里打开小程序来扫，浏览器里扫不了。'],
  ['supervisor', '/subpackages/staff/index', '这一页给政务中心主任、系统管理员用'],
] as const

test.each(screens)(
  'no screen of the staff is wider than %s',
  async (_, screen) => {
    for (const [role, path, words] of pages) {
      const visitor = await visit(app, browser, screen, NOW)
      await signIn(visitor, role)
      await visitor.open(path)
      await said(visitor, words)
      const sideways = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect({ path, sideways: Math.max(0, sideways) }).toEqual({ path, sideways: 0 })
      await visitor.close()
    }
  },
  120_000,
)
