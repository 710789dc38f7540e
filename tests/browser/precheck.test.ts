/** R35: photos sent ahead over a line that breaks, in a real Chromium, and answered at the window by keyboard. */
import { statSync, writeFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { maskName } from '@one-window/shared/identity/identity'
import { aCleanFile } from '../functions/files/a-file'
import { aDraft } from '../functions/prechecks/a-precheck'
import { builtH5 } from '../support/miniapp-build'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp } from '../support/local-app'

const NOW = '2026-11-24T09:20:00+08:00'
const phone: Screen = { width: 375, height: 812 }
const photoFile = join(tmpdir(), `one-window-photo-${process.pid}.jpg`)
let app: LocalApp
let browser: Browser
beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  browser = await launchBrowser()
  // noise does not shrink: some 10 MB, as a phone with many pixels takes them
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const photo = sharp({ create: { width: 4500, height: 3300, channels: 3, background: '#888', noise } })
  writeFileSync(photoFile, await photo.jpeg({ quality: 91 }).toBuffer())
}, 600_000)
afterAll(async () => {
  rmSync(photoFile, { force: true })
  await browser?.close()
  await app?.stop()
})

const enter = async (role: string, screen: Screen): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, role)
  return visitor
}
const choose = async (page: Page, button: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await page.locator(button).click()
  await (await chooser).setFiles(photoFile)
}

test('a 10 MB photo arrives though the line breaks twice and the ticket runs out; what was typed is still there', async () => {
  expect(statSync(photoFile).size).toBeGreaterThan(8_000_000)
  expect(statSync(photoFile).size).toBeLessThan(10 * 1024 * 1024)
  const visitor = await enter('resident', phone)
  const { page } = visitor
  await visitor.open('/subpackages/guide/index?serviceId=jiuye-kunnan')
  await page.locator('#to-precheck').click()
  await said(visitor, '先拍照，让窗口看看行不行')
  await page.locator('#begin-precheck').click()
  await page.locator('#precheck-name input').fill('刘桂英')

  let sent = 0
  let tickets = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/files')) tickets += 1
  })
  await page.route('**/local-files', async (route) => {
    sent += 1
    if (sent <= 2) return route.abort('connectionreset')
    // while the phone was out of reach the ticket ran out
    if (sent === 3) return route.fulfill({ status: 403, body: '<Code>ExpiredToken</Code>' })
    return route.continue()
  })
  await choose(page, '#add-m2')
  await said(visitor, '信号不好，等会儿自动再传')
  await page.getByRole('button', { name: /^删掉，/ }).waitFor({ timeout: 30_000 })
  expect([sent, tickets]).toEqual([4, 2])
  expect(await page.locator('#precheck-name input').inputValue()).toBe('刘桂英')
  await page.locator('#send-precheck').click()
  await said(visitor, '窗口在看')

  // nothing half, nothing twice
  const { everyItem } = await import('../support/bookings')
  const files = await everyItem('files')
  expect(files.map(({ state, of }) => [state, String(of).split(':')[0]])).toEqual([['clean', 'precheck']])
  expect(visitor.complaints.filter((line) => !/ERR_CONNECTION_RESET|403/.test(line))).toEqual([])
  await visitor.close()
}, 90_000)

test('killed in the middle, the draft is there again: photos and name', async () => {
  const me = await app.as('resident', '周敏', 'yonghe')
  const precheckId = await aDraft(me)
  const fileId = await aCleanFile(app, me, { materialId: 'm2' })
  await me.post(`/prechecks/${precheckId}/materials/m2`, { fileIds: [fileId] })
  const visitor = await enter('resident', phone)
  const { page } = visitor
  await visitor.open(`/subpackages/precheck/index?precheckId=${precheckId}`)
  await page.locator('#precheck-name input').fill('周敏敏')
  await page.goto('about:blank')
  await visitor.open(`/subpackages/precheck/index?precheckId=${precheckId}`)
  expect(await page.locator('#precheck-name input').inputValue()).toBe('周敏敏')
  await page.getByLabel('看申请人身份证，第1张').click()
  await page.locator('.preview-image img').first().waitFor()
  await visitor.close()
}, 60_000)

test('a photo that stops says why, is kept, and goes on at a tap', async () => {
  const me = await app.as('resident', '周敏', 'yonghe')
  const visitor = await enter('resident', phone)
  const { page } = visitor
  await visitor.open(`/subpackages/precheck/index?precheckId=${await aDraft(me)}`)
  const chooser = page.waitForEvent('filechooser')
  await page.locator('#add-m2').click()
  await (await chooser).setFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.alloc(100) })
  await said(visitor, /兼容性最佳/)
  await page.getByText('不传了').click()
  await page.route('**/local-files', (route) =>
    route.fulfill({ status: 403, body: '<Code>AccessDenied</Code>' }),
  )
  await choose(page, '#add-m2')
  await said(visitor, '没传上，照片还在，再点一次')
  await page.getByText('不传了').click()
  await page.unroute('**/local-files')
  await page.route('**/api/files', (route) => route.fulfill({ status: 500, body: '{}' }))
  await page.route('**/local-files', (route) => route.abort())
  await choose(page, '#add-m2')
  await said(visitor, '信号不好，等会儿自动再传')
  const stopped = page.getByText('没有网，照片还在，连上再点')
  for (let step = 0; step < 60 && (await stopped.count()) === 0; step++) await page.clock.fastForward(5000)
  await said(visitor, '没有网，照片还在，连上再点')
  await page.unroute('**/api/files')
  await page.unroute('**/local-files')
  await page.getByText('再传', { exact: true }).click()
  await page.getByRole('button', { name: /^删掉，/ }).waitFor({ timeout: 20_000 })
  await visitor.close()
}, 90_000)

describe('at the window', () => {
  const waiting = async (name: string): Promise<string> => {
    const who = await app.as('resident', name)
    const precheckId = await aDraft(who)
    for (const materialId of ['m2', 'm3', 'm4']) {
      const fileIds = [await aCleanFile(app, who, { materialId })]
      await who.post(`/prechecks/${precheckId}/materials/${materialId}`, { fileIds })
    }
    await who.post(`/prechecks/${precheckId}/submit`, { name })
    return precheckId
  }

  test('three materials are answered by seven keys, and the person is told', async () => {
    app.setNow('2026-11-24T08:00:00+08:00')
    const precheckId = await waiting('欧阳小妹')
    app.setNow(NOW)
    const clerk = await enter('window-staff', desk)
    const { keyboard } = clerk.page
    await clerk.open('/subpackages/precheck-desk/index')
    await said(clerk, '欧**妹')
    for (const key of ['ArrowDown', 'Enter', 'F4', 'Alt+2', 'Enter', 'Enter']) {
      await keyboard.press(key)
      await said(clerk, key === 'ArrowDown' ? '发来3样' : /样没答|都答了|缺原因/)
    }
    await said(clerk, '“居民户口簿”要重拍。')
    await keyboard.press('F2')
    await said(clerk, '答好了，还差几样，已经告诉本人')
    const { body } = await (await app.as('resident', '欧阳小妹')).get(`/prechecks/${precheckId}`)
    const said2 = body.lines.map(({ materialId, ok, reason }: any) => [materialId, ok, reason])
    expect(said2).toEqual([
      ['m1', undefined, undefined],
      ['m2', true, undefined],
      ['m3', false, '没拍全，缺页'],
      ['m4', true, undefined],
    ])
    expect(clerk.complaints).toEqual([])
    await clerk.close()
  }, 60_000)

  test.each([
    [375, phone],
    [1280, desk],
  ])(
    'at %i px nothing scrolls sideways and a tap does it all',
    async (_, screen) => {
      const name = `旷玉珍${screen.width}`
      await waiting(name)
      const clerk = await enter('window-staff', screen)
      const { page } = clerk
      await clerk.open('/subpackages/precheck-desk/index')
      await page.locator('.pck-row', { hasText: maskName(name) }).click()
      for (const then of ['还有2样没答', '还有1样没答', '都答了']) {
        await page.locator('#answer-good').click()
        await said(clerk, then)
      }
      await said(clerk, '都行，带原件来就能办')
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over).toBeLessThanOrEqual(0)
      await page.locator('#send-answer').click()
      await said(clerk, '答好了，都行，已经告诉本人')
      await clerk.close()
    },
    60_000,
  )
})
