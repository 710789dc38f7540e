import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { launchMiniProgram } from '../support/weapp-runtime/node-host'

const KB = 1024

let dist: string
let app: LocalApp
let files: string[]

beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp()
  files = fs
    .readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
}, 300_000)
afterAll(() => app.stop())

const weight = (under: string[]) =>
  under.reduce((sum, file) => sum + fs.statSync(path.join(dist, file)).size, 0)

describe('the packages', () => {
  it('keep the main package within 450 KB', () => {
    expect(weight(files.filter((file) => !file.startsWith('subpackages/')))).toBeLessThanOrEqual(450 * KB)
  })

  it('keep every subpackage within 300 KB', () => {
    const roots = fs.readdirSync(path.join(dist, 'subpackages'))
    expect(roots.length).toBeGreaterThan(0)
    const heavy = roots.filter(
      (root) => weight(files.filter((file) => file.startsWith(`subpackages/${root}/`))) > 300 * KB,
    )
    expect(heavy).toEqual([])
  })

  it('ship nothing that an old phone cannot read', () => {
    const modern = files
      .filter((file) => file.endsWith('.js'))
      .filter((file) => {
        try {
          parse(fs.readFileSync(path.join(dist, file), 'utf8'), { ecmaVersion: 5 })
          return false
        } catch {
          return true
        }
      })
    expect(modern).toEqual([])
  })

  it('have a script, a template and a configuration for every declared page', () => {
    const { logic } = launchMiniProgram(dist, { api: app.url })
    const missing = logic.allPages.flatMap((page) =>
      ['js', 'wxml', 'json'].map((kind) => `${page}.${kind}`).filter((file) => !files.includes(file)),
    )
    expect(missing).toEqual([])
    expect(() => logic.open('subpackages/nowhere/index')).toThrow('page not declared')
  })
})

describe('what goes to the view', () => {
  it('opens the first page in at most 3 calls and 16 KB', async () => {
    const { logic } = launchMiniProgram(dist, { api: app.url })
    const first = await logic.measured(() => logic.open('pages/home/index'))
    expect(first.calls).toBeLessThanOrEqual(3)
    expect(first.bytes).toBeLessThanOrEqual(16 * KB)
  })

  it('opens it so too for somebody with a booking and a case', async () => {
    const resident = await app.as('resident', '周敏')
    const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
    const visitor = { name: '周敏', phone: '13812345678' }
    const book = async (slotId: string) =>
      (await resident.post('/bookings', { slotId, serviceId: 'dibao-shenqing', visitor })).body.bookingId
    const bookingId = await book('yonghe.20261125.0900')
    await clerk.post('/desk/cases', {
      bookingId,
      serviceId: 'dibao-shenqing',
      applicant: { name: '周敏' },
    })
    await book('yonghe.20261126.0900')
    const mini = launchMiniProgram(dist, { api: app.url })
    await mini.open('pages/mine/index')
    await mini.tap('周敏')
    const first = await mini.logic.measured(() => mini.logic.open('pages/home/index'))
    expect(mini.words()).toContain('下一次预约')
    expect(mini.words()).toContain('材料收下了')
    expect(first.calls).toBeLessThanOrEqual(3)
    expect(first.bytes).toBeLessThanOrEqual(16 * KB)
  })

  it.each([
    ['pages/home/index', '长辈版'],
    ['pages/home/index', '标准版'],
    ['pages/guides/index', '当场办好'],
    ['pages/guides/index', '村里能办'],
    ['subpackages/booking/slots?serviceId=dibao-shenqing', '周四'],
  ])('answers a tap on %s %s in at most 4 KB', async (page, words) => {
    const mini = launchMiniProgram(dist, { api: app.url })
    await mini.open(page)
    if (words === '标准版') await mini.tap('长辈版')
    const tapped = await mini.logic.measured(() => mini.logic.fire(mini.pressable(words), 'tap'))
    expect(tapped.bytes).toBeLessThanOrEqual(4 * KB)
  })

  it('answers a tap in at most 4 KB', async () => {
    const mini = launchMiniProgram(dist, { api: app.url })
    const { logic } = mini
    logic.open('subpackages/guide/index?serviceId=dibao-shenqing')
    await logic.settled()
    const ticked = await logic.measured(() => logic.fire(mini.pressable('居民户口簿'), 'tap'))
    expect(ticked.calls).toBe(1)
    expect(ticked.bytes).toBeLessThanOrEqual(4 * KB)
  })

  it('opens every page of a resident without an error', async () => {
    const { logic } = launchMiniProgram(dist, { api: app.url })
    for (const page of logic.allPages) {
      logic.open(`/${page}`)
      await logic.settled()
      expect(logic.nodes().length).toBeGreaterThan(0)
      if (logic.stack.length > 1) (logic.client.wx as { navigateBack: () => void }).navigateBack()
    }
  })
})
