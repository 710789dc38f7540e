/** The persons behind the masks, in a real Chromium: opened with a reason, checked, called, booked for. */
import type { Browser } from 'playwright-core'
import { maskName } from '@one-window/shared/identity/identity'
import { aCase, applicant } from '../functions/cases/a-case'
import { inserted, itemsOf } from '../functions/notifications/a-reachable-person'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T09:20:00+08:00'
let app: LocalApp
let browser: Browser

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  const resident = await app.as('resident', '旷玉珍')
  await resident.post('/bookings', {
    slotId: 'yonghe.20261124.1500',
    serviceId: 'yibao-canbao',
    visitor: { name: '旷玉珍', phone: '13812345678' },
  })
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Signs in as somebody the role chooser does not offer. */
const enterAs = async (visitor: Visitor, who: object, path: string): Promise<void> => {
  await visitor.open('/pages/mine/index')
  await visitor.page.evaluate(async (asked) => {
    const answer = await fetch('/api/local/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const session = JSON.stringify({ ...(await answer.json()), greeting: '李满姑' })
    localStorage.setItem('session', JSON.stringify({ data: session }))
  }, who)
  await visitor.page.reload()
  await visitor.open(path)
}

test('a number opens with a reason, on that screen only', async () => {
  const clerk = await visit(app, browser, desk, NOW)
  const { page } = clerk
  await signIn(clerk, 'window-staff')
  await clerk.open('/subpackages/desk/index')
  await page.getByText('旷*珍').first().click()
  await said(clerk, /138\*\*\*\*5678/)
  await page.locator('#unmask').click()
  await said(clerk, '谁、什么时候、为什么看的，都会记下来。只在这一页显示。')
  await page.keyboard.press('2')
  await said(clerk, /13812345678/)
  await said(clerk, '旷玉珍')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toMatch(/13812345678|旷玉珍/)
  await page.reload()
  await said(clerk, '旷*珍')
  expect(await page.textContent('body')).not.toMatch(/13812345678|旷玉珍/)
  await clerk.close()
}, 60_000)

test('the ID card that was seen makes the name certain, and the day is in the record and on the hand-over sheet', async () => {
  const id = '430423199001010014'
  const clerk = await visit(app, browser, desk, NOW)
  const { page } = clerk
  await signIn(clerk, 'window-staff')
  await clerk.open('/subpackages/desk/index')
  await page.getByText('旷*珍').first().click()
  await said(clerk, '人到了，先签到')
  await page.keyboard.press('F2')
  await said(clerk, /签到，等了/)
  await page.keyboard.press('0')
  await page.locator('#applicant-name input').fill('旷玉珍')
  await page.locator('#applicant-id input').fill(id)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+7')
  await said(clerk, /窗口核过证件/)
  await page.keyboard.press('F2')
  await said(clerk, '受理了')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain(id)
  await clerk.close()

  const head = await visit(app, browser, desk, NOW)
  await signIn(head, 'director')
  await head.open('/subpackages/staff/audit')
  await said(head, '收件')
  await said(head, '原因：打电话')
  expect(await head.page.textContent('body')).not.toMatch(/旷玉珍|13812345678/)
  await head.open('/subpackages/papers/hand-over')
  await said(head, '1件还没有二次录入')
  await said(head, /，移交\d件，出件0件，还没有封存$/)
  expect(await head.page.textContent('body')).not.toMatch(/旷玉珍/)
  expect(head.complaints).toEqual([])
  await head.close()
}, 60_000)

test('whom no message reached is called: the number opens with its reason, and who was told leaves the list', async () => {
  const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  const owner = await app.as('resident', '没有微信的人')
  await aCase(clerk, ['accept', 'conclude'], { owner })
  const Records = (await itemsOf('messages')).map(({ personId, messageId }) =>
    inserted({ personId, messageId }),
  )
  const { sendMessages } = await import('../../functions/notifications/send-message.stream')
  await sendMessages({ Records }, () => new Date(NOW))

  const caller = await visit(app, browser, { width: 375, height: 812 }, NOW)
  const { page } = caller
  await signIn(caller, 'window-staff')
  await caller.open('/subpackages/desk/calls')
  await said(caller, maskName(applicant.name))
  await page.locator('.call-show').first().click()
  await said(caller, applicant.phone)
  await page.getByText('没人接，过会儿再打').click()
  await said(caller, '打过1次没接')
  await page.locator('.call-show').first().click()
  await page.locator('.call-reached').click()
  await said(caller, '没有要打电话的')
  await caller.close()
}, 60_000)

test('a station books for a villager without a phone, who agreed, and reaches nothing of the hall', async () => {
  const clerk = await visit(app, browser, { width: 375, height: 812 }, NOW)
  const { page } = clerk
  await clerk.open('/pages/mine/index')
  const stationId = await page.evaluate(
    async () => (await (await fetch('/api/halls/yonghe')).json()).stations[0].stationId as string,
  )
  await enterAs(clerk, { role: 'window-staff', person: '李满姑', stationId }, '/subpackages/desk/index')
  await said(clerk, '村里站点不管大厅的队')
  await page.getByText('去代约').click()
  await page.locator('#pick-service input').fill('低保')
  await said(clerk, /按回车选/)
  await page.keyboard.press('Enter')
  await page.locator('#villager-name input').fill('廖桂英')
  await page.locator('.chip', { hasText: /^上午/ }).first().click()
  expect(await page.locator('#book').getAttribute('aria-disabled')).toBe('true')
  await page.locator('#agreed').click()
  await page.locator('#book').click()
  await said(clerk, '约好了，把这张写给他')
  await said(clerk, '廖*英')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('廖桂英')
  await clerk.close()
}, 60_000)
