/** A person with a browser of their own on the h5 app, whose clock stands where the test's server stands. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { LocalApp } from './local-app'

export interface Visitor {
  readonly page: Page
  /** Everything the page complained about. */
  readonly complaints: string[]
  open(path: string): Promise<void>
  close(): Promise<void>
}

export interface Screen {
  width: number
  height: number
  dark?: boolean
  /** Set to the largest type (30px body) or the 长辈版 before the first page. */
  reading?: { elder: boolean; scale: number }
}

export const desk: Screen = { width: 1280, height: 860 }

/** Opens a browser on the app, signed in as nobody. `now` is what the browser's clock shows at first; its own without. */
export async function visit(app: LocalApp, browser: Browser, screen: Screen, now?: string): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    deviceScaleFactor: 2,
    colorScheme: screen.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(6000)
  if (now) await page.clock.install({ time: new Date(now) })
  if (screen.reading)
    await page.addInitScript((reading) => {
      localStorage.setItem('reading', JSON.stringify({ data: JSON.stringify(reading) }))
    }, screen.reading)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text().slice(0, 300))
  })
  return {
    page,
    complaints,
    open: async (path) => {
      await page.goto(`${app.url}/#${path}`)
      await page.locator('.skel').first().waitFor({ state: 'detached' })
    },
    close: () => context.close(),
  }
}

/** Signs in on the role chooser of a local run. */
export async function signIn(visitor: Visitor, role: string): Promise<void> {
  await visitor.open('/pages/mine/index')
  await visitor.page.locator(`#as-${role}`).click()
  await visitor.page.locator(`#as-${role}`).waitFor({ state: 'detached' })
}

/** Waits until the person can read these words. */
export const said = (visitor: Visitor, words: string | RegExp): Promise<void> =>
  visitor.page.getByText(words).filter({ visible: true }).first().waitFor()
