/** The life of a case on the screens of the staff, in a real Chromium and by keyboard: window, offices, director, county. One story after the other: longer than 250 lines. */
import type { Browser } from 'playwright-core'
import { aCase, postedBack } from '../functions/cases/a-case'
import { aBoundClerk } from '../functions/staff/a-clerk'
import { launchBrowser } from '../support/browser'
import { desk, press, said, signIn, visit, write, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T10:20:00+08:00'
/** First with 社会事务办公室, whom the approver of the chooser decides for. */
const viaOffice = 'gaoling-jintie'
let app: LocalApp
let browser: Browser
let clerk: Person

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5(), wechat: true })
  app.setNow(NOW)
  clerk = await app.as('window-staff', '王桂香', 'yonghe')
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const enter = async (role: string, path: string): Promise<Visitor> => {
  const visitor = await visit(app, browser, desk, NOW)
  await signIn(visitor, role)
  await visitor.open(path)
  return visitor
}
/** A way beside the next one, by its words. */
const way = async (visitor: Visitor, words: string, then: string | RegExp): Promise<void> => {
  await visitor.page.locator('.desk-other', { hasText: words }).filter({ visible: true }).click()
  await said(visitor, then)
}
const view = async (caseId: string) => (await clerk.get(`/cases/${caseId}`)).body

/** Somebody came without a booking and asks for something. */
const walkIn = async (visitor: Visitor, words: string, name: string): Promise<void> => {
  await visitor.page.keyboard.press('/')
  await visitor.page.keyboard.type(words)
  await said(visitor, '现场来的，办这件事')
  await visitor.page.keyboard.press('Enter')
  await said(visitor, '受理条件，一条条核对')
  await write(visitor, 'applicant-name', name)
  await visitor.page.keyboard.press('Enter')
}

test('what is missing is told once, comes in, and the case is accepted as of then', async () => {
  const window = await enter('window-staff', '/subpackages/desk/index')
  await said(window, '选一位，开始办')
  await walkIn(window, '申请低保', '谭小芳')
  await window.page.keyboard.press('1')
  await window.page.keyboard.press('2')
  await said(window, '还差2样必须的材料，现在不受理')
  await press(window, 'F2', /只能告知这一次/)
  expect(await window.page.locator('#act-what-m3 input').inputValue()).toBe('复印件1份，带原件核验')
  await write(window, 'act-what-m3', '户主页和本人页都要复印')
  await press(window, 'F2', '告知了，等他补来')
  await said(window, '户主页和本人页都要复印')
  await window.page.keyboard.press('F2')
  await window.page.waitForURL(/print\?caseId=.+&paper=supplement/)
  await window.page.locator('#print').waitFor()
  await press(window, 'Escape', '还差2样，现在不能受理')
  await press(window, 'F2', '收到了哪些')
  await window.page.keyboard.press('0')
  await press(window, 'F2', '材料齐了，可以受理')
  await press(window, 'F2', '受理了')
  expect(window.complaints).toEqual([])
  await window.close()
}, 60_000)

test('the same matter of the same person is looked at first, and taken in again with its reason', async () => {
  const window = await enter('window-staff', '/subpackages/desk/index')
  await said(window, '选一位，开始办')
  const takeIn = async () => {
    await walkIn(window, '申请低保', '罗大云')
    await window.page.keyboard.press('0')
    await said(window, '可以受理')
    await window.page.keyboard.press('F2')
  }
  await takeIn()
  await said(window, '受理了')
  await window.page.keyboard.press('Escape')
  await takeIn()
  await said(window, '这个人今天已经办过这件事')
  await way(window, '是另一件', '为什么是另一件')
  await write(window, 'reason', '两户，各办一件')
  await press(window, 'F2', '受理了')
  await said(window, '两户，各办一件')
  expect(window.complaints.filter((words) => !words.includes('409'))).toEqual([])
  await window.close()
}, 60_000)

test('an office asks for a pause, the director sees what it does to the day, and a case sent back comes again', async () => {
  const { caseId } = await aCase(clerk, ['accept'], { serviceId: viaOffice })
  const before = (await view(caseId)).promisedDay
  const office = await enter('approver', '/subpackages/approvals/index')
  const row = office.page.locator('.work-row', { hasText: '80岁以上老人津贴' })
  const pick = async () => {
    await row.click()
    await said(office, /^同意，送/)
  }
  await pick()
  await way(office, '申请暂停', '要做什么(法定的才能停)')
  await office.page.locator('.chip', { hasText: '公示' }).click()
  await write(office, 'act-workingDays', '3')
  await write(office, 'act-reason', '要在村里公示')
  await press(office, 'F2', /申请暂停3个工作日，等主任批：要在村里公示/)

  const director = await enter('director', '/subpackages/approvals/index')
  await director.page.locator('.work-row', { hasText: '申请暂停' }).click()
  await said(director, '批了以后最晚')
  const asked = director.page.locator('.asked')
  const [now, then] = await Promise.all(
    ['现在最晚', '批了以后最晚'].map((name) =>
      asked.locator('.sum-row', { hasText: name }).locator('.num').textContent(),
    ),
  )
  await press(director, 'F2', /^暂停计时，最晚/)
  const paused = await view(caseId)
  expect([paused.status, before < paused.promisedDay]).toEqual(['paused', true])
  const { dayWords } = await import('@one-window/shared/foundation/time')
  expect([now, then]).toEqual([dayWords(before), dayWords(paused.promisedDay)])
  await director.close()

  await office.page.reload()
  await row.waitFor({ state: 'detached' })
  expect((await clerk.post(`/approvals/${caseId}/resume`, { result: '公示没有异议' })).status).toBe(200)
  await office.page.reload()
  await pick()
  await way(office, '退回窗口', '一步只能退一次，时间照算。窗口改好再送来。')
  await write(office, 'act-reason', '签名看不清')
  await office.page.keyboard.press('F2')
  await row.waitFor({ state: 'detached' })

  const window = await enter('window-staff', '/subpackages/desk/cases')
  await window.page.locator('.queue-what', { hasText: '退回窗口' }).click()
  await said(window, '退回来了，改好再报')
  await press(window, 'F2', '送回退件的那一步，对方看得到这句话。')
  await write(window, 'act-note', '重新签了名')
  await press(window, 'F2', /^在.*手里$/)
  await window.close()

  await office.page.reload()
  await pick()
  await said(office, '重新签了名')
  await office.page.keyboard.press('F2')
  await row.waitFor({ state: 'detached' })
  expect((await view(caseId)).route.map(({ state }: { state: string }) => state)).toContain('done')
  expect(office.complaints).toEqual([])
  await office.close()
}, 90_000)

test('what the county decides comes by post, is signed for, and goes to who knows the code', async () => {
  const owner = await app.as('resident', '周敏')
  const { caseId } = await aCase(clerk, ['accept'], { serviceId: postedBack, owner })
  const window = await enter('window-staff', '/subpackages/desk/cases')
  await window.page.locator('.queue-who', { hasText: '养殖场防疫合格证' }).click()
  await said(window, '平台上有了结果，照着登记')
  await press(window, 'F2', '县里怎么定的')
  await press(window, 'F2', '县里办好了，正寄回大厅')
  await press(window, 'F2', '快递单号')
  await write(window, 'act-waybill', 'ems 1234567')
  await press(window, 'F2', '邮政EMS1234567')
  await press(window, 'F2', '收到的样子(完好可以不写)')
  await press(window, 'F2', '办好了，等申请人来领')
  const { pickUpCode } = (await owner.get(`/cases/${caseId}`)).body
  await way(window, '代领', '看代领人的身份证，再问本人告诉他的6位取件码。')
  await write(window, 'act-proxy', '廖满生')
  await write(window, 'act-relation', '儿子')
  await write(window, 'act-pickUpCode', pickUpCode === '000000' ? '000001' : '000000')
  await press(window, 'F2', /^取件码不对/)
  await write(window, 'act-pickUpCode', pickUpCode)
  await press(window, 'F2', '办完了，不用再做什么')
  await said(window, '廖满生、儿子')
  const kept = await window.page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('draft:'))
      .join(),
  )
  expect(kept).not.toMatch(/廖满生|儿子/)
  expect((await view(caseId)).status).toBe('issued')
  await window.close()
}, 60_000)

test('numbers of the city platform: typed row by row, or pasted, looked at, and then entered', async () => {
  // an older one stands first and is typed, these are pasted
  await aCase(clerk)
  app.setNow('2026-11-24T10:21:00+08:00')
  const [one, two, three] = [await aCase(clerk), await aCase(clerk), await aCase(clerk)]
  const window = await enter('window-staff', '/subpackages/desk/entries')
  const first = window.page.locator('.entry').first()
  await first.locator('input').fill('430423 261124 000001')
  await first.locator('input').press('Enter')
  await said(window, '填好了 430423261124000001')
  const focused = window.page.locator('.entry').nth(1).locator('input')
  await window.page.waitForFunction(
    (field) => field === document.activeElement,
    await focused.elementHandle(),
  )

  const lines = [
    [one!.caseNumber, '430423261124000002'],
    [two!.caseNumber, '12'],
    ['YH2026112499999', '430423261124000003'],
    [three!.caseNumber, '430423261124000001'],
  ]
  await write(window, 'paste', `办件编号\t平台编号\n${lines.map((line) => line.join('\t')).join('\n')}`)
  await press(window, 'F2', '会填上')
  await said(window, '平台编号不对，请照平台上的填')
  await said(window, '没有这个办件编号')
  await said(window, '这个号在另一件上，请核对')
  expect((await view(one!.caseId)).platformNumber).toBeUndefined()
  await press(window, 'F2', '填上了1件')
  expect((await view(one!.caseId)).platformNumber).toBe('430423261124000002')
  await window.close()
}, 60_000)

test('who is away names a colleague, and takes it back', async () => {
  app.setNow(NOW)
  const colleague = await aBoundClerk(app, {
    at: NOW,
    posts: [{ role: 'leader', hallId: 'yonghe', from: '2026-01-01' }],
  })
  const office = await enter('approver', '/subpackages/approvals/index')
  await office.page.locator('#to-deputies').click()
  await said(office, '我不在的时候请谁代理')
  await office.page.getByText('分管领导').filter({ visible: true }).first().click()
  await write(office, 'deputy-until', '2026-11-30')
  await office.page.locator('.chip', { hasText: '出差' }).click()
  await office.page.locator('#deputy-send').click()
  await said(office, /代理您，到时候自动开始、自动结束$/)
  await said(office, '正在代理')
  const approver = await app.as('approver', '黄文斌', 'yonghe', { steppedUp: true })
  const held = async () =>
    (await approver.get('/staff/colleagues?hallId=yonghe')).body.colleagues.find(
      ({ personId }: { personId: string }) => personId === colleague.personId,
    ).standsIn
  expect(await held()).toMatchObject([{ role: 'approver', until: '2026-11-30' }])
  await office.page.locator('.deputy-end').click()
  await said(office, /不再代理$/)
  expect(await held()).toEqual([])
  await office.close()
}, 60_000)
