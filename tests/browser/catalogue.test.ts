/** The curators in a real Chromium: a guide is written, approved by somebody else, and read by a resident. */
import type { Browser } from 'playwright-core'
import { XLSX } from '@one-window/shared/files/may-upload'
import { aDraft, aSentDraft, seenGuide } from '../functions/catalogue/a-guide'
import { changedRows, workbook } from '../functions/catalogue/a-table'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T09:20:00+08:00'
const KEEPING = '/subpackages/catalogue-desk/index'
let app: LocalApp
let browser: Browser
/** Another one than who sits in the browser, whose sessions are only so many. */
let director: Person

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  director = await app.as('director', '第二位主任')
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const phone: Screen = { width: 375, height: 812 }

test('the director writes with the difference beside it, the leader agrees by one key, a resident reads it', async () => {
  const pc = await visit(app, browser, desk, NOW)
  const { page } = pc
  await signIn(pc, 'director')
  await page.locator('#to-guides').click()
  await said(pc, '申请低保')
  await page.keyboard.press('/')
  await page.keyboard.type('八十岁老人津贴')
  await page.getByText('80岁以上老人津贴').filter({ visible: true }).first().click()
  await page.locator('#edit-guide').click()

  const promised = page.locator('#promised-days input')
  await promised.fill('20')
  await said(pc, '各步加起来21天，承诺20天；请把各步的天数改短')
  await promised.fill('21')
  await page.locator('#province-days input').fill('20')
  await said(pc, '承诺21天，省平台承诺20天；不能比省平台慢，请改短')
  await page.locator('#province-days input').fill('22')
  const beside = page.getByRole('region', { name: '改了什么' })
  expect(await beside.textContent()).toContain('承诺时限22个工作日 → 21个工作日')

  // without a source it is told where one is missing, and nothing typed is lost
  await page.keyboard.press('F2')
  await said(pc, '请写依据：哪份文件、哪条通知')
  await page.locator('#source-words input').fill('县民政局11月通知')
  await page.locator('#effective-from input').fill('2026-11-24')
  await page.keyboard.press('F2')
  await said(pc, '草稿存好了，看看改了什么，再送批准')
  await page.locator('#send-guide').click()
  await said(pc, '送去批准了，1份')
  await pc.close()

  const leader = await visit(app, browser, desk, NOW)
  await signIn(leader, 'leader')
  await leader.page.locator('#to-guides').click()
  await leader.page.getByText('80岁以上老人津贴').filter({ visible: true }).first().click()
  await said(leader, '依据：县民政局11月通知')
  await leader.page.locator('#agree').waitFor()
  await leader.page.keyboard.press('F2')
  await said(leader, '批准了，1份')
  await said(leader, '没有等批准的指南')
  await leader.close()

  const resident = await visit(app, browser, phone, NOW)
  await resident.open('/subpackages/guide/index?serviceId=gaoling-jintie')
  await said(resident, '21个工作日内')
  await said(resident, '第2版，11月24日(周二)起')
  await resident.close()
}, 90_000)

test('on a phone what was typed is still there after the app was closed, and what is given back says why', async () => {
  const sent = await aSentDraft(director, 'shiye-dengji', { limitNote: '三天' })
  const leader = await app.as('leader', '谭志强')
  const on = await visit(app, browser, phone, NOW)
  await signIn(on, 'leader')
  await on.open(KEEPING)
  await on.page.getByText('失业登记').filter({ visible: true }).first().click()
  await on.page.locator('#give-back').click()
  await on.page.locator('#reason textarea').fill('请写工作日')
  await on.page.locator('#reason-send').click()
  await said(on, '退回去了')
  expect((await seenGuide(leader, sent.serviceId)).open.told.returned).toBe('请写工作日')
  await on.close()

  const visitor = await visit(app, browser, phone, NOW)
  const { page } = visitor
  await signIn(visitor, 'director')
  await visitor.open(KEEPING)
  await page.locator('.chip', { hasText: '在改的' }).click()
  await page.getByText('失业登记').filter({ visible: true }).first().click()
  await said(visitor, '退回来了：请写工作日')
  await page.locator('#edit-guide').click()
  await page.locator('#one-line textarea').fill('没工作、想找工作的人，来登记。')
  await page.locator('#add-material').click()
  await page.locator('#material-2 input').fill('近期照片')
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(Math.max(0, sideways)).toBe(0)
  await page.reload()
  await visitor.open(KEEPING)
  await page.locator('.chip', { hasText: '在改的' }).click()
  await page.getByText('失业登记').filter({ visible: true }).first().click()
  await page.locator('#edit-guide').click()
  expect(await page.locator('#one-line textarea').inputValue()).toBe('没工作、想找工作的人，来登记。')
  await page.locator('#save-guide').click()
  await said(visitor, '材料清单：近期照片')
  expect((await seenGuide(director, 'shiye-dengji')).open.service.materials).toHaveLength(3)
  expect(visitor.complaints).toEqual([])
  await visitor.close()
}, 90_000)

/** The director at a table that was uploaded, read on trial. */
const atTable = async (rows: Awaited<ReturnType<typeof changedRows>>) => {
  const visitor = await visit(app, browser, desk, NOW)
  await signIn(visitor, 'director')
  await visitor.open('/subpackages/catalogue-desk/import')
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent('filechooser'),
    visitor.page.locator('#choose-table').click(),
  ])
  // the first table of all waits for the libraries
  const answer = visitor.page.waitForResponse(/catalogue\/imports$/, { timeout: 30_000 })
  await chooser.setFiles({ name: '进驻事项表.xlsx', mimeType: XLSX, buffer: await workbook(rows) })
  await answer
  return visitor
}

test('a table is read on trial by row, and confirmed once nothing is wrong with it', async () => {
  const wrong = await atTable(await changedRows({ guangrongpai: { 生效日期: '2026-06-31' } }))
  await said(wrong, '没有“2026-06-31”这一天，请按 2026-11-28 这样写')
  expect(await wrong.page.locator('#confirm-table').count()).toBe(0)
  await wrong.close()

  const right = await atTable(await changedRows({ guangrongpai: { 备注: '乡里统一挂' } }))
  await said(right, '乡里统一挂')
  await right.page.locator('#source-words input').fill('乡里的表')
  await right.page.locator('#confirm-table').click()
  await said(right, /^写好了\d份草稿。看过再送批准，批准了才生效。$/)
  expect((await seenGuide(director, 'guangrongpai')).open.service.remark).toBe('乡里统一挂')
  expect(right.complaints).toEqual([])
  await right.close()
}, 90_000)

test('the table of items is downloaded', async () => {
  const visitor = await visit(app, browser, desk, NOW)
  await signIn(visitor, 'leader')
  await visitor.open(KEEPING)
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.locator('#export').click(),
  ])
  expect(download.suggestedFilename()).toBe('进驻事项表2026-11-24.xlsx')
  await visitor.close()
}, 60_000)

const screens: [string, Screen][] = [
  ['1280 dark', { ...desk, dark: true }],
  ['375', phone],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
test.each(screens)(
  'no screen of the curators is wider than %s',
  async (_, screen) => {
    if ((await seenGuide(director, 'fenhu')).open === undefined)
      await aDraft(director, 'fenhu', { limitNote: '三天' })
    const visitor = await visit(app, browser, screen, NOW)
    const { page } = visitor
    await signIn(visitor, 'director')
    const sideways = () => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
    await visitor.open(KEEPING)
    await said(visitor, '申请低保')
    expect(['list', await sideways()]).toEqual(['list', 0])
    await page.locator('.chip', { hasText: '在改的' }).click()
    await page.getByText('分家立新户口').filter({ visible: true }).first().click()
    await said(visitor, '接着写')
    expect(['guide', await sideways()]).toEqual(['guide', 0])
    await page.locator('#edit-guide').click()
    await said(visitor, '材料清单')
    expect(['editor', await sideways()]).toEqual(['editor', 0])
    await visitor.open('/subpackages/catalogue-desk/import')
    await said(visitor, '先试读，再导入')
    expect(['import', await sideways()]).toEqual(['import', 0])
    await visitor.close()
  },
  60_000,
)
