/** 我的办件 in a real Chromium: every status at every width and type, what to do now, papers, taking it back. */
import type { Browser } from 'playwright-core'
import { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { aCase, wayTo } from '../functions/cases/a-case'
import { launchBrowser } from '../support/browser'
import { said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T09:20:00+08:00'
const narrow: Screen = { width: 375, height: 812 }
const screens: [string, Screen][] = [
  ['375', narrow],
  ['375 dark', { ...narrow, dark: true }],
  ['长辈版', { ...narrow, reading: { elder: true, scale: 1.25 } }],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
let app: LocalApp
let browser: Browser
let clerk: Person
let owner: Person
const cases = new Map<CaseStatus, string>()

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  owner = await app.as('resident', '周敏')
  for (const status of CaseStatus.options) {
    const { acts, serviceId } = wayTo[status]
    const told = await aCase(clerk, acts, { owner, ...(serviceId && { serviceId }) })
    cases.set(status, told.caseId)
  }
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const enter = async (screen: Screen): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, 'resident')
  return visitor
}
const open = async (visitor: Visitor, status: CaseStatus) => {
  await visitor.open(`/subpackages/cases/case?caseId=${cases.get(status)}`)
  await said(visitor, '您现在要做的')
}

test.each(screens)(
  'every status is whole at %s',
  async (_, screen) => {
    const visitor = await enter(screen)
    for (const status of CaseStatus.options) {
      await open(visitor, status)
      const wider = await visitor.page.evaluate(() =>
        Array.from(document.querySelectorAll('.screen *'))
          .filter(
            (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
          )
          .map((element) => element.className),
      )
      expect({ status, wider }).toEqual({ status, wider: [] })
    }
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  },
  120_000,
)

test('what is asked for stands there, each with how and until when', async () => {
  const visitor = await enter(narrow)
  await open(visitor, 'supplementing')
  await said(visitor, '把缺的2样材料补上')
  await said(visitor, '12月24日(周四)前补齐。补一样也行，哪个窗口都收。')
  await said(visitor, '补一份清楚的')
  await open(visitor, 'concluded')
  const { body } = await owner.get(`/cases/${cases.get('concluded')}`)
  await said(visitor, `${body.pickUpCode.slice(0, 3)} ${body.pickUpCode.slice(3)}`)
  await open(visitor, 'posted')
  await said(visitor, 'EMS1234567')
  await visitor.close()
}, 60_000)

test('a paper comes as a PDF', async () => {
  const visitor = await enter(narrow)
  await open(visitor, 'paused')
  const [file] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.locator('#paper-pause').click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^特别程序告知书-YH\d+-TB\.pdf$/)
  await said(visitor, '下载好了，在浏览器的“下载”里')
  await visitor.close()
}, 60_000)

test('a case is taken back only after it was asked once more; what was typed stays', async () => {
  const { caseId } = await aCase(clerk, ['accept'], { owner })
  const visitor = await enter(narrow)
  await visitor.open(`/subpackages/cases/case?caseId=${caseId}`)
  await visitor.page.locator('#withdraw').click()
  await said(visitor, '真的要撤回吗？')
  await visitor.page.locator('#withdraw-reason input').fill('房子不修了')
  await visitor.page.getByText('不撤了').click()
  await visitor.page.locator('#withdraw').click()
  expect(await visitor.page.locator('#withdraw-reason input').inputValue()).toBe('房子不修了')
  await visitor.page.locator('#withdraw-send').click()
  await said(visitor, '您撤回了，')
  expect(await visitor.page.locator('#withdraw').count()).toBe(0)
  const { body } = await clerk.get(`/cases/${caseId}`)
  expect([body.status, body.events.at(-1).note]).toEqual(['withdrawn', '房子不修了'])
  await visitor.close()
}, 60_000)
