/** S28 S31 S55: the loop of a poor rating in real browsers: supervisor, director, and who rated, who reads every step. */
import type { Browser } from 'playwright-core'
import { demoPeople } from '@one-window/shared/identity/demo-people'
import { aCase } from '../functions/cases/a-case'
import { aPoorRating, type Made } from '../functions/follow-ups/a-follow-up'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Screen, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'
import { ratingStreams, type Streams } from '../support/streams'

const NOW = '2026-11-24T10:00:00+08:00'
const TAG = '跑动次数与承诺的不一致'
const RATED = '约了上午九点半，到了又让取号'
let app: LocalApp
let browser: Browser
let streams: Streams
let owner: Person
let made: Made

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  streams = await ratingStreams(() => new Date(NOW))
  owner = await app.as('resident', demoPeople.find(({ role }) => role === 'resident')!.person)
  made = await aPoorRating(app, { owner, rating: { tags: ['114'], text: RATED } })
  await streams.flow()
  // what WeChat says of the words is tested elsewhere
  const { saveVerdict } = await import('../../functions/ratings/unchecked-store')
  const { bySystem } = await import('../../functions/platform/audit')
  const { caseId } = made
  await saveVerdict({ caseId, contact: 1 }, RATED, 'passed', 'yonghe', bySystem('test', new Date(NOW)))
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  streams?.stop()
  await app?.stop()
})

const enter = async (role: string, path: string, screen: Screen = desk): Promise<Visitor> => {
  const visitor = await visit(app, browser, screen, NOW)
  await signIn(visitor, role)
  await visitor.open(path)
  return visitor
}
const phone: Screen = { width: 375, height: 812 }
const ofMine = () => `/subpackages/rating/follow-up?caseId=${made.caseId}&contact=1`

test('from the inbox to its end by one key a step, and who rated says that it is solved', async () => {
  const supervisor = await enter('supervisor', '/subpackages/oversight/index')
  const { keyboard } = supervisor.page
  const next = async (then: string | RegExp) => {
    await keyboard.press('F2')
    await said(supervisor, then)
  }
  await said(supervisor, TAG)
  await next('研判：先看是哪一类')
  await said(supervisor, RATED)
  await said(supervisor, /指南写\d趟，系统记到1趟/)
  await next('打第1次回访电话')
  await supervisor.page.getByText('接通了', { exact: true }).click()
  await supervisor.page.locator('#call-words textarea').fill('当天等了四十分钟')
  await next('调查核实')
  await supervisor.page.getByText('属实', { exact: true }).click()
  await supervisor.page.locator('#verify-words textarea').fill('窗口没有按预约叫号')
  // what is typed stays when the page is left before it is sent
  await supervisor.page.reload()
  await said(supervisor, '调查核实')
  expect(await supervisor.page.locator('#verify-words textarea').inputValue()).toBe('窗口没有按预约叫号')
  await next('等主任整改')
  expect(await supervisor.page.textContent('body')).not.toMatch(/周敏|刘桂英|13874740001/)

  const director = await enter('director', '/subpackages/oversight/tasks')
  await said(director, '窗口没有按预约叫号')
  await director.page.keyboard.press('F2')
  await director.page.locator('#sheet-words textarea').fill('预约的先叫，门口贴了签到指引')
  await director.page.locator('#rectify-person input').fill('窗口负责人')
  await director.page.keyboard.press('F2')
  await said(director, '整改记下了，交给监督员答复')
  expect(await director.page.textContent('body')).not.toMatch(/周敏|刘桂英/)

  await supervisor.page.reload()
  await said(supervisor, '把结果告诉评价人')
  await supervisor.page.locator('#report-words textarea').fill('您说得对，以后预约的先叫')
  await next('复核，能销号吗')

  const resident = await enter('resident', ofMine(), phone)
  await said(resident, '您说得对，以后预约的先叫')
  await said(resident, '看看结果，解决了吗？')
  await resident.page.locator('#solved').click()
  await said(resident, '什么都不用做')

  await supervisor.page.reload()
  await said(supervisor, '评价人说解决了。')
  await next('办结了')
  expect([...supervisor.complaints, ...director.complaints, ...resident.complaints]).toEqual([])
  for (const visitor of [supervisor, director, resident]) await visitor.close()
}, 120_000)

test('every figure of the month opens what it counts; the leader reads sums alone', async () => {
  await streams.flow()
  const supervisor = await enter('supervisor', '/subpackages/oversight/month')
  await said(supervisor, '2026年11月')
  await supervisor.page.locator('.mo-figure').filter({ hasText: '1' }).first().click()
  await said(supervisor, TAG)
  await supervisor.close()
  const leader = await enter('leader', '/subpackages/oversight/month')
  await said(leader, '样本少')
  expect(await leader.page.locator('.mo-figure, #export').count()).toBe(0)
  await leader.close()
}, 60_000)

test('whoever stands at the window rates on the second screen; the desk shows it and learns nothing', async () => {
  const clerk = await app.as('window-staff', '周小兰')
  const { caseId } = await aCase(clerk, ['accept'], { owner })
  const screen = await visit(app, browser, phone, NOW)
  await screen.open('/subpackages/rating/screen')
  await said(screen, /^\d{6}$/)
  const screenId = await screen.page.locator('.idle-number').first().textContent()
  const shown = await clerk.post(`/desk/cases/${caseId}/rating-screen`, { screenId })
  expect(Object.keys(shown.body)).toEqual(['until'])
  await said(screen, '这次办得怎么样？')
  await screen.page.getByText('满意', { exact: true }).first().click()
  await screen.page.locator('#submit').click()
  await said(screen, '收到了，谢谢您')
  expect((await clerk.post(`/desk/cases/${caseId}/rating-screen`, { screenId })).body.code).toBe(
    'already-rated',
  )
  expect(screen.complaints).toEqual([])
  await screen.close()

  const atWork = await enter('window-staff', '/subpackages/rating/screen')
  await said(atWork, '这台机器上有人登录着')
  await atWork.close()
}, 60_000)

const screens: [string, Screen][] = [
  ['1280 dark', { ...desk, dark: true }],
  ['375', phone],
  ['320 with the largest type', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
const pages = () =>
  [
    ['supervisor', '/subpackages/oversight/index?', '差评'],
    ['supervisor', `/subpackages/oversight/follow-up?followUpId=${made.followUpId}`, RATED],
    ['supervisor', '/subpackages/oversight/month', '2026年11月'],
    ['supervisor', '/subpackages/oversight/ratings?month=2026-11&figure=poor', TAG],
    ['supervisor', '/subpackages/oversight/suspicions', '疑似刷评'],
    ['director', '/subpackages/oversight/tasks', '没有等您办的'],
    ['window-staff', '/subpackages/desk/my-ratings', '这个月还没有能看的'],
    ['resident', ofMine(), RATED],
  ] as const

test.each(screens)(
  'nothing of the loop is wider than %s',
  async (_, screen) => {
    for (const [role, path, words] of pages()) {
      const visitor = await enter(role, path, screen)
      await said(visitor, new RegExp(words))
      const wider = await visitor.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, wider]).toEqual([path, 0])
      await visitor.close()
    }
  },
  180_000,
)
