/** The day is handed over in a real Chromium: what is open needs its reason, then it is sealed and printed. */
import type { Browser } from 'playwright-core'
import { aCase, decidedAtOnce } from '../functions/cases/a-case'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T17:12:00+08:00'
let app: LocalApp
let browser: Browser
let clerk: Person

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow('2026-11-24T09:20:00+08:00')
  clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  await aCase(clerk, ['accept'], { serviceId: 'weifang-gaizao', materials: ['m1', 'm2', 'm5'] })
  await aCase(clerk, ['accept'])
  await aCase(clerk)
  await aCase(clerk, ['accept', 'conclude', 'issue'], { serviceId: decidedAtOnce })
  app.setNow(NOW)
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const enter = async (role: string, screen: Screen = desk): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, role)
  await visitor.open('/subpackages/papers/hand-over')
  await said(visitor, '下班前4件事')
  return visitor
}

const widerThan = (visitor: Visitor) =>
  visitor.page.evaluate(() =>
    Array.from(document.querySelectorAll('.screen *'))
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.className),
  )

test.each<[string, Screen]>([
  ['1280', desk],
  ['1280 dark', { ...desk, dark: true }],
  ['375', { width: 375, height: 812 }],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
])('nothing is wider than %s', async (_, screen) => {
  const visitor = await enter('window-staff', screen)
  expect(await widerThan(visitor)).toEqual([])
  await visitor.close()
})

test('each open thing needs its reason; sealed once, the day is printed with its fingerprint and never changed', async () => {
  const visitor = await enter('window-staff')
  const { page } = visitor
  await said(visitor, /1件收了件，还没受理、补正或不予受理/)
  await said(visitor, /还没有封存/)
  await page.keyboard.press('F2')
  await said(visitor, '请写原因，或者先去办')
  expect((await clerk.get('/desk/halls/yonghe/days/2026-11-24')).body.sealed).toBeUndefined()
  const fields = page.locator('.hand-thing input')
  const count = await fields.count()
  for (let at = 0; at < count; at += 1) await fields.nth(at).fill(`原因${at + 1}`)
  await page.locator('#seals input').fill('0012 0013')
  await said(visitor, '封存袋2个')
  // nothing that was written is lost when the page is closed
  await page.reload()
  await said(visitor, '封存袋2个')
  await page.keyboard.press('F2')
  await said(visitor, /下午5:12封存/)
  const { body } = await clerk.get('/desk/halls/yonghe/days/2026-11-24')
  expect([body.sealed.seals, body.sealed.reasons.length]).toEqual([['0012', '0013'], count])
  await said(visitor, body.sealed.fingerprint)
  await said(visitor, '移交时的原因：原因1')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBe(1)
  expect(visitor.complaints).toEqual([])
  await visitor.close()
}, 60_000)

test('the director also sees the head of the record; another day is one press away', async () => {
  const visitor = await enter('director')
  await said(visitor, '清单指纹')
  await visitor.page.getByLabel('前一天').click()
  await said(visitor, '11月23日(周一)的移交清单')
  await said(visitor, '当天没有要移交的材料。')
  await visitor.close()
}, 60_000)
