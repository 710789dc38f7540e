import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { builtWeapp } from '../support/miniapp-build'
import type { Logic } from '../support/weapp-runtime/logic'
import { serveMiniProgram, type HostPage } from '../support/weapp-runtime/host-page'

let app: LocalApp
let host: HostPage
let browser: Browser
let page: Page

const openPage = async (route: string) => {
  page = await browser.newPage({ viewport: { width: 375, height: 760 } })
  await page.goto(`${host.url}?page=${encodeURIComponent(route)}`)
  await page.waitForFunction(() => 'logic' in globalThis)
}

beforeAll(async () => {
  const dist = await builtWeapp()
  app = await startLocalApp()
  host = await serveMiniProgram(dist, app.url)
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await host.close()
  await app.stop()
})

describe('the templates of the built mini-program in a real browser', () => {
  it('are understood by the template compiler', () => {
    expect(host.errors).toEqual([])
  })

  it('say to a screen reader what can be pressed, and what is chosen', async () => {
    await openPage('subpackages/guide/index?serviceId=dibao-shenqing')
    const tick = page.locator('view.tick').first()
    expect(await tick.getAttribute('aria-role')).toBe('checkbox')
    expect(await tick.getAttribute('aria-checked')).toBe('false')
    await tick.click()
    await page.waitForFunction(
      () => document.querySelector('view.tick')?.getAttribute('aria-checked') === 'true',
    )
    expect(await page.locator('view.bar').getAttribute('aria-label')).toMatch(/备好了1样/)
  })

  it('show the home page and answer a tap on 长辈版', async () => {
    await openPage('pages/home/index')
    await page.getByText('常办的事').waitFor()
    await page.locator('#elder').click()
    await page.locator('view.screen.elder').waitFor()
    const size = await page.locator('#elder').evaluate((pill) => pill.getBoundingClientRect().height)
    expect(size).toBeGreaterThanOrEqual(60)
  })

  it.each([
    'pages/home/index',
    'pages/guides/index',
    'subpackages/guide/index?serviceId=dibao-shenqing',
    'subpackages/booking/slots?serviceId=dibao-shenqing',
  ])('fit a narrow phone with the largest type: %s', async (route) => {
    await openPage('pages/mine/index')
    await page.setViewportSize({ width: 320, height: 700 })
    await page.getByText('最大').click()
    await page.evaluate(async (to) => {
      const { logic } = globalThis as unknown as { logic: Logic }
      logic.open(to)
      await logic.settled()
    }, route)
    await page.locator('view.screen.big').waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(320)
  })
})
