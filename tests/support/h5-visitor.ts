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

/** The token in what the app keeps, which Taro wraps once more. */
const tokenOf = (kept: string): string =>
  (JSON.parse((JSON.parse(kept) as { data: string }).data) as { token: string }).token

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
    close: async () => {
      const { origins } = await context.storageState()
      await context.close()
      // a person has few sessions open at once: one that nobody uses any more is not to crowd out another
      const kept = origins.flatMap(({ localStorage }) => localStorage).find(({ name }) => name === 'session')
      if (kept) await app.holding(tokenOf(kept.value)).post('/session/end', {})
    },
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

/** Writes into the field of this id on the page that is shown. */
export const write = (visitor: Visitor, field: string, text: string): Promise<void> =>
  visitor.page.locator(`#${field} input, #${field} textarea`).filter({ visible: true }).fill(text)

/** Presses a key, and waits until the person can read what came of it. */
export const press = async (visitor: Visitor, key: string, then: string | RegExp): Promise<void> => {
  await visitor.page.keyboard.press(key)
  await said(visitor, then)
}
