/**
 * The window by keyboard, in a real Chromium: how long an ordinary case takes whose name and number are typed as people
 * type, and how long a key takes until its effect is painted, beside a key that does nothing on the same page.
 */
import type { Browser, Page } from 'playwright-core'
import { acceptsWithCard } from '../support/accepts-with-card'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-25T09:20:00+08:00'
const PRESSES = 30
const LIMITS = { keys: 6, seconds: 60, paintMs: 100 }
const serviceId = 'gaoling-jintie'

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!
const round = (value: number): number => Math.round(value * 10) / 10

/** Somebody who has come and waits. */
async function aPersonWaiting(app: LocalApp, name: string): Promise<void> {
  app.setNow('2026-11-24T08:00:00+08:00')
  const person = await app.as('resident', name)
  const slotId = 'yonghe.20261125.0900'
  const { body } = await person.post('/bookings', {
    slotId,
    serviceId,
    visitor: { name, phone: '13812345678' },
  })
  app.setNow('2026-11-25T09:02:00+08:00')
  const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  await clerk.post(`/desk/bookings/${body.bookingId}/check-in`)
  app.setNow(NOW)
}

/** Milliseconds from each press to the frame that shows what it did: the task after the next animation frame. */
async function paintOf(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const spans: number[] = []
    Object.assign(window, { spans })
    window.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => spans.push(performance.now() - event.timeStamp)
          port2.postMessage(undefined)
        }),
      true,
    )
  })
  for (const key of keys) {
    const before = await page.evaluate(() => (window as unknown as { spans: number[] }).spans.length)
    await page.keyboard.press(key)
    await page.waitForFunction(
      (count) => (window as unknown as { spans: number[] }).spans.length > count,
      before,
    )
  }
  return page.evaluate(() => (window as unknown as { spans: number[] }).spans)
}

/** A screen of the desk whose clock is the machine's: what is measured must not be slowed by a clock of the test. */
async function atDesk(app: LocalApp, browser: Browser, path: string): Promise<Visitor> {
  const clerk = await visit(app, browser, desk)
  await signIn(clerk, 'window-staff')
  await clerk.open(path)
  return clerk
}

/** One JSON line a figure. */
export async function run(print: (line: object) => void): Promise<void> {
  const app = await startLocalApp({ h5: await builtH5() })
  const browser = await launchBrowser()
  await aPersonWaiting(app, '李秀英')
  const clerk = await visit(app, browser, desk, NOW)
  await signIn(clerk, 'window-staff')
  await clerk.open('/subpackages/desk/index')
  await said(clerk, '李*英')
  const { keys, seconds } = await acceptsWithCard(clerk, '李秀英')
  await clerk.close()
  print({
    figure: 'accept an ordinary case, name and number typed',
    keys,
    limitKeys: LIMITS.keys,
    seconds: round(seconds),
    limitSeconds: LIMITS.seconds,
    ok: keys <= LIMITS.keys && seconds <= LIMITS.seconds,
  })

  app.setNow(new Date().toISOString())
  const receives = await app.as('window-staff', '李秀兰', 'yonghe')
  for (let n = 0; n < 20; n += 1) {
    const name = `群众${String.fromCodePoint(0x4e00 + n)}`
    const { body } = await receives.post('/desk/cases', { serviceId, applicant: { name } })
    await receives.post(`/desk/cases/${body.caseId}/accept`)
  }
  const presses = Array.from({ length: PRESSES }, (_, at) => at)
  const screens: [figure: string, path: string, ready: (page: Page) => Promise<void>, keys: string[]][] = [
    [
      'tick a material',
      '/subpackages/desk/index',
      async (page) => {
        await page.locator('.find input').click()
        await page.keyboard.type('老人津贴')
        await page.locator('.find-results .cell').first().waitFor()
        await page.keyboard.press('Enter')
        await page.locator('.mat').first().waitFor()
        await page.locator('#applicant-name input').fill('谭小芳')
        await page.keyboard.press('Enter')
      },
      presses.map((at) => String(1 + (at % 3))),
    ],
    [
      'walk down the list of cases',
      '/subpackages/desk/cases',
      async (page) => {
        await page.locator('.queue-row').first().waitFor()
        await page.keyboard.press('ArrowDown')
        await page.locator('.case-head').waitFor()
      },
      presses.map((at) => (at % 20 < 10 ? 'ArrowDown' : 'ArrowUp')),
    ],
  ]
  for (const [figure, path, ready, pressed] of screens) {
    const visitor = await atDesk(app, browser, path)
    await ready(visitor.page)
    const acts = await paintOf(visitor.page, pressed)
    const empty = await paintOf(
      visitor.page,
      presses.map(() => 'F12'),
    )
    await visitor.close()
    const [ms, emptyMs] = [median(acts), median(empty)]
    print({
      figure: `key press to paint: ${figure}`,
      presses: acts.length,
      medianMs: round(ms),
      worstMs: round(Math.max(...acts)),
      emptyHandlerMs: round(emptyMs),
      ratio: round(ms / emptyMs),
      limitMs: LIMITS.paintMs,
      ok: ms <= LIMITS.paintMs,
    })
  }
  await browser.close()
  await app.stop()
}
