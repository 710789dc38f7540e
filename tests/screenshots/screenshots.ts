/**
 * Every page of the story as pictures: phone 375 px light and dark, 320 px with the largest type,
 * desk 1280 px. Reports pages that scroll sideways.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Role } from '@one-window/shared/foundation/roles'
import { demoPeople } from '@one-window/shared/identity/demo-people'
import { aCase, through } from '../functions/cases/a-case'
import { sent } from '../functions/prechecks/a-precheck'
import { launchBrowser } from '../support/browser'
import { desk, signIn, visit, type Screen } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'
import { ratingStreams } from '../support/streams'

const NOW = '2026-11-24T09:20:00+08:00'
/** The pictures that the README shows are kept with the code, all others only on this machine. */
const inReadme = ['home-375', 'guide-375', 'case-375', 'desk-1280']
const folderOf = (picture: string): string =>
  join(process.cwd(), inReadme.includes(picture) ? 'docs' : '.data', 'screenshots')

const phones: readonly [name: string, screen: Screen][] = [
  ['375', { width: 375, height: 812 }],
  ['375-dark', { width: 375, height: 812, dark: true }],
  ['320-largest', { width: 320, height: 640, reading: { elder: false, scale: 1.875 } }],
]
const desks: readonly [name: string, screen: Screen][] = [
  ['1280', desk],
  ['1280-dark', { ...desk, dark: true }],
  ['375', { width: 375, height: 812 }],
]

type Pages = readonly (readonly [name: string, path: string])[]
const workOf = (followUpId: string): readonly [role: Role, pages: Pages][] => [
  [
    'window-staff',
    [
      ['desk', '/subpackages/desk/index'],
      ['cases', '/subpackages/desk/cases'],
      ['entries', '/subpackages/desk/entries'],
      ['precheck-desk', '/subpackages/precheck-desk/index'],
      ['calls', '/subpackages/desk/calls'],
      ['village', '/subpackages/desk/village'],
      ['my-ratings', '/subpackages/desk/my-ratings'],
    ],
  ],
  [
    'approver',
    [
      ['approvals', '/subpackages/approvals/index'],
      ['deputies', '/subpackages/approvals/deputies'],
    ],
  ],
  [
    'director',
    [
      ['asked', '/subpackages/approvals/index'],
      ['hall', '/subpackages/desk/hall'],
      ['hand-over', '/subpackages/papers/hand-over'],
      ['staff', '/subpackages/staff/index'],
      ['audit', '/subpackages/staff/audit'],
      ['tasks', '/subpackages/oversight/tasks'],
      ['keep-guides', '/subpackages/catalogue-desk/index'],
      ['import-table', '/subpackages/catalogue-desk/import'],
    ],
  ],
  ['leader', [['approve-guides', '/subpackages/catalogue-desk/index']]],
  [
    'supervisor',
    [
      ['oversight', '/subpackages/oversight/index'],
      ['follow-up-work', `/subpackages/oversight/follow-up?followUpId=${followUpId}`],
      ['month', '/subpackages/oversight/month'],
      ['month-ratings', '/subpackages/oversight/ratings?month=2026-11&figure=poor'],
      ['suspicions', '/subpackages/oversight/suspicions'],
      ['month-print', '/subpackages/oversight/print?month=2026-11'],
    ],
  ],
  ['inspector', [['inspector-tasks', '/subpackages/oversight/tasks']]],
]

/** What is picked on a work screen before its picture is taken. */
const keyOf: Readonly<Record<string, string>> = { desk: 'F4', cases: 'ArrowDown', asked: 'ArrowDown' }

const nameOf = (role: Role): string => demoPeople.find((one) => one.role === role)!.person
const signedIn = (app: LocalApp, role: Role): Promise<Person> => app.as(role, nameOf(role), 'yonghe')

/** A morning at the hall: one case followed and rated poor, one accepted, one booking to come, people waiting. */
async function tell(
  app: LocalApp,
): Promise<{ accepted: string; rated: string; bookingId: string; followUpId: string; precheckId: string }> {
  const resident = await signedIn(app, 'resident')
  const clerk = await signedIn(app, 'window-staff')
  const visitor = { name: nameOf('resident'), phone: '13812345678' }
  const book = async (who: Person, slotId: string, serviceId: string, name = visitor.name) =>
    (await who.post('/bookings', { slotId, serviceId, visitor: { ...visitor, name } })).body
      .bookingId as string
  const receive = async (bookingId: string, serviceId: string) => {
    const { body } = await clerk.post('/desk/cases', {
      bookingId,
      serviceId,
      applicant: { name: visitor.name },
    })
    return through(clerk, body, ['accept'])
  }
  app.setNow('2026-11-19T08:00:00+08:00')
  const { caseId: accepted } = await receive(
    await book(resident, 'yonghe.20261120.0900', 'xiaocanyin-xuke'),
    'xiaocanyin-xuke',
  )
  const ended = await receive(
    await book(resident, 'yonghe.20261123.0930', 'shebaoka-buhuan'),
    'shebaoka-buhuan',
  )
  app.setNow('2026-11-23T10:00:00+08:00')
  const { caseId: rated } = await through(clerk, ended, ['conclude', 'issue'])
  const { followUpId } = (
    await resident.post(`/cases/${rated}/ratings`, {
      contact: 2,
      level: 'dissatisfied',
      tags: ['212', '209'],
      text: '约了上午九点半，到了又让取号。',
    })
  ).body.followUp as { followUpId: string }
  await theLoop(app, followUpId)
  app.setNow('2026-11-23T16:00:00+08:00')
  const bookingId = await book(resident, 'yonghe.20261126.0900', 'dibao-shenqing')
  const others = [
    ['李秀英', 'gaoling-jintie', '0900'],
    ['旷玉珍', 'yibao-canbao', '0900'],
    ['罗大云', 'shenfenzheng-huanxin', '0930'],
    ['康桂秀', 'shebaoka-xinban', '1000'],
  ] as const
  for (const [name, serviceId, clock] of others) {
    const id = await book(await app.as('resident', name), `yonghe.20261124.${clock}`, serviceId, name)
    if (clock !== '0900') continue
    app.setNow(`2026-11-24T09:0${name === '李秀英' ? 2 : 7}:00+08:00`)
    await clerk.post(`/desk/bookings/${id}/check-in`)
    app.setNow('2026-11-23T16:00:00+08:00')
  }
  const applicant = { name: '文建军', phone: '13974740001' }
  for (const serviceId of ['linshi-jiuzhu-jishi', 'gaoling-jintie']) {
    const { body } = await clerk.post('/desk/cases', { serviceId, applicant })
    await clerk.post(`/desk/cases/${body.caseId}/accept`)
    const ask = { kind: 'publicity', workingDays: 3, reason: '要在村里公示' }
    if (serviceId === 'gaoling-jintie') await clerk.post(`/approvals/${body.caseId}/ask-pause`, ask)
  }
  app.setNow(NOW)
  const precheckId = await sent(app, resident, 'm2', 'm3')
  return { accepted, rated, bookingId, followUpId, precheckId }
}

/** What the supervisor and others have done with poor ratings by now, and what others rated. */
async function theLoop(app: LocalApp, followUpId: string): Promise<void> {
  const supervisor = await signedIn(app, 'supervisor')
  const step = async (id: string, path: string, revision: number, body: object) =>
    supervisor.post(`/oversight/follow-ups/${id}/${path}`, { revision, ...body })
  await step(followUpId, 'triage', 0, { class: 'clear' })
  await step(followUpId, 'callbacks', 1, { outcome: 'no-answer', words: '响了35秒没人接' })
  const clerk = await app.as('window-staff', '康海燕')
  const levels = [
    'very-satisfied',
    'satisfied',
    'very-satisfied',
    'dissatisfied',
    'very-dissatisfied',
    'satisfied',
  ]
  for (const [n, level] of levels.entries()) {
    const someone = await app.as('resident', `群众${n}`)
    const { caseId } = await aCase(clerk, ['accept', 'conclude', 'issue'], {
      owner: someone,
      date: '2026-11-23',
    })
    const poor = level.endsWith('dissatisfied')
    const { body } = await someone.post(`/cases/${caseId}/ratings`, {
      contact: 1,
      level,
      tags: poor ? [level === 'dissatisfied' ? '214' : '109'] : [],
      ...(poor && { text: '指南上没有的证明也要，跑了两趟。', anonymous: level === 'dissatisfied' }),
    })
    if (level !== 'very-dissatisfied') continue
    const id = body.followUp.followUpId as string
    await step(id, 'triage', 0, { class: 'complex' })
    await step(id, 'callbacks', 1, { outcome: 'reached', satisfied: true, words: '说多要了一张证明' })
    await step(id, 'verification', 2, {
      finding: 'true',
      words: '11月20日2号窗口多要了一张婚姻证明，指南上没有',
      evidence: ['11月20日收件清单'],
    })
    await step(id, 'extension', 3, { words: '要等县里统一改清单' })
  }
  const streams = await ratingStreams(() => new Date(NOW))
  await streams.flow()
  streams.stop()
  const { findForged } = await import('../../functions/ratings/find-forged.job')
  await findForged(new Date('2026-11-25T01:40:00+08:00'))
  const { countContacts } = await import('../../functions/ratings/count-contacts.job')
  await countContacts(new Date('2026-11-24T00:10:00+08:00'))
}

/** Takes all pictures; one JSON line a page. */
export async function run(print: (line: object) => void): Promise<void> {
  for (const folder of [folderOf(''), folderOf('home-375')]) mkdirSync(folder, { recursive: true })
  const app = await startLocalApp({ h5: await builtH5() })
  const { accepted, rated, bookingId, followUpId, precheckId } = await tell(app)
  const browser = await launchBrowser()
  const resident: [string, string][] = [
    ['home', '/pages/home/index'],
    ['guides', '/pages/guides/index'],
    ['guide', '/subpackages/guide/index?serviceId=dibao-shenqing'],
    ['slots', '/subpackages/booking/slots?serviceId=dibao-shenqing'],
    ['booking', `/subpackages/booking/done?bookingId=${bookingId}`],
    ['confirm', '/subpackages/booking/confirm?serviceId=dibao-shenqing&slotId=yonghe.20261127.0900'],
    ['precheck-begin', '/subpackages/precheck/index?serviceId=dibao-shenqing'],
    ['precheck', `/subpackages/precheck/index?precheckId=${precheckId}`],
    ['prechecks', '/subpackages/precheck/list'],
    ['mine', '/pages/mine/index'],
    ['data', '/subpackages/account/data'],
    ['real-name', '/subpackages/account/real-name'],
    ['phone', '/subpackages/account/phone'],
    ['notice', '/subpackages/account/notice?ask=ask'],
    ['find-case', '/subpackages/account/find-case'],
    ['case', `/subpackages/cases/case?caseId=${accepted}`],
    ['rate', `/subpackages/rating/rate?caseId=${accepted}&contact=1`],
    ['follow-up', `/subpackages/rating/follow-up?caseId=${rated}&contact=2`],
  ]
  for (const [size, screen] of phones) await take(app, browser, 'resident', resident, size, screen, print)
  for (const [size, screen] of desks)
    for (const [role, pages] of workOf(followUpId)) await take(app, browser, role, pages, size, screen, print)
  for (const [size, screen] of phones)
    await take(app, browser, undefined, [['screen', '/subpackages/rating/screen']], size, screen, print)
  await browser.close()
  await app.stop()
}

async function take(
  app: LocalApp,
  browser: Browser,
  role: Role | undefined,
  pages: Pages,
  size: string,
  screen: Screen,
  print: (line: object) => void,
): Promise<void> {
  const visitor = await visit(app, browser, screen, NOW)
  if (role) await signIn(visitor, role)
  for (const [name, path] of pages) {
    await visitor.open(path)
    await visitor.page.waitForLoadState('networkidle')
    // drawn: a page that comes late shows its skeleton a frame after the network is quiet
    await visitor.page.waitForFunction(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return ![...document.querySelectorAll('.skel')].some((each) => each.checkVisibility())
    })
    if (keyOf[name]) {
      await visitor.page.locator('.queue-row, .work-row').filter({ visible: true }).first().waitFor()
      await visitor.page.keyboard.press(keyOf[name])
      await visitor.page.waitForLoadState('networkidle')
    }
    const sideways = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const picture = `${name}-${size}`
    await visitor.page.screenshot({ path: join(folderOf(picture), `${picture}.png`), fullPage: true })
    print({ page: name, size, sideways, ok: sideways <= 0 })
  }
  await visitor.close()
}
