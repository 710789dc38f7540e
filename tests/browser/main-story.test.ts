/** The whole story in a real Chromium: a resident, a clerk and a supervisor, each with a browser of their own. */
import type { Browser } from 'playwright-core'
import { concluded } from '../functions/cases/a-case'
import { builtH5 } from '../support/miniapp-build'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'

const phone = { width: 375, height: 812 }
const NOW = '2026-11-24T09:20:00+08:00'
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

test('guide, booking, case, poor rating, follow-up', async () => {
  const resident = await visit(app, browser, phone, NOW)
  await signIn(resident, 'resident')

  // finds the guide in her own words, answers the question, ticks what she has
  await resident.open('/pages/guides/index')
  await resident.page.locator('#search input').fill('家里穷没收入怎么办')
  await resident.page.getByText('申请低保').first().click()
  await said(resident, '最低生活保障对象认定')
  await said(resident, '要带什么')
  await resident.page.getByText('没有', { exact: true }).first().click()
  await said(resident, '已备0/4')
  await resident.page.locator('#to-book').click()

  // books the first free slot
  await resident.page.locator('.slot').first().click()
  await resident.page.locator('#next').click()
  await resident.page.locator('#phone input').fill('138 1234 567')
  await resident.page.locator('#book').click()
  await said(resident, /手机号要11位数字.请检查一下/)
  await resident.page.locator('#phone input').fill('138 1234 5678')
  await resident.page.locator('#book').click()
  await said(resident, '约好了')
  const code =
    (await resident.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? ''
  expect(code).toMatch(/^\d{6}$/)

  // the clerk receives and accepts, by keyboard: pick, all received, next
  const clerk = await visit(app, browser, desk, NOW)
  await signIn(clerk, 'window-staff')
  await clerk.open('/subpackages/desk/index')
  await clerk.page.getByText(/周\*/).first().click()
  await said(clerk, '人到了，先签到')
  await clerk.page.keyboard.press('F2')
  await said(clerk, /签到，等了/)
  await clerk.page.keyboard.press('0')
  await said(clerk, '还没写申请人姓名')
  await clerk.page.keyboard.press('F2')
  await said(clerk, '可以受理')
  await clerk.page.keyboard.press('F2')
  await said(clerk, '受理了')

  // she sees that 30 working days reach into 2027, whose holidays are not announced
  await resident.open('/pages/mine/index')
  await resident.page
    .getByText(/^正在审批/)
    .filter({ visible: true })
    .first()
    .click()
  await said(resident, /2027年放假安排公布后确定/)

  // concluded and handed out
  await clerk.open('/subpackages/desk/cases')
  const atDesk = await app.as('window-staff', '主故事')
  const { cases } = (await atDesk.get('/desk/cases?hallId=yonghe&list=under-way')).body
  await concluded(atDesk, (await atDesk.get(`/cases/${cases[0].caseId}`)).body)
  await clerk.page.reload()
  await clerk.page.getByText('待出件').filter({ visible: true }).first().click()
  await clerk.page.getByText('申请低保').filter({ visible: true }).first().click()
  await said(clerk, '办好了，等申请人来领')
  await clerk.page.keyboard.press('F2')
  await said(clerk, '办完了，不用再做什么')

  // she rates the hand-over poor, and sees what happens now
  await resident.page.reload()
  await resident.page.locator('#to-rate').click()
  await resident.page.getByText('不满意', { exact: true }).first().click()
  await resident.page.getByText('窗口人员业务不熟练').click()
  await resident.page.locator('#submit').click()
  await said(resident, '正在查，12月1日(周二)前答复您')

  // the supervisor has it on top, with what was said and not by whom
  const supervisor = await visit(app, browser, desk, NOW)
  await signIn(supervisor, 'supervisor')
  await supervisor.open('/subpackages/oversight/index')
  await said(supervisor, '窗口人员业务不熟练')
  expect(await supervisor.page.textContent('body')).not.toContain('周敏')
  // the one refusal that was provoked above, and nothing else
  expect(resident.complaints).toEqual([expect.stringContaining('status of 400')])
  expect([...clerk.complaints, ...supervisor.complaints]).toEqual([])
}, 60_000)
