/** Every paper through a real printer's eyes: the right number of pages, nothing beyond the sheet, nothing cut off. */
import type { Browser } from 'playwright-core'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { aCase, decidedAtOnce, holderOf, postedBack } from '../functions/cases/a-case'
import { launchBrowser } from '../support/browser'
import { desk, said, signIn, visit, type Visitor } from '../support/h5-visitor'
import { startLocalApp, type LocalApp, type Person } from '../support/local-app'
import { builtH5 } from '../support/miniapp-build'

const NOW = '2026-11-24T09:20:00+08:00'
const long = (most: number): string => '家里另有一套住房，收入也超过了规定的标准'.repeat(20).slice(0, most)
let app: LocalApp
let browser: Browser
let clerk: Person
let visitor: Visitor

beforeAll(async () => {
  app = await startLocalApp({ h5: await builtH5() })
  app.setNow(NOW)
  clerk = await app.as('window-staff', '李秀兰', 'yonghe')
  browser = await launchBrowser()
  visitor = await visit(app, browser, desk, NOW)
  await signIn(visitor, 'window-staff')
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** The number of pages a printer is given, and the width of the first in points. */
const printed = async (): Promise<{ pages: number; width: number }> => {
  const pdf = (await visitor.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const [, width] = /\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf) ?? []
  return { pages: (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, width: Math.round(Number(width)) }
}

/** What is wider than its place on the paper, as it is printed. */
const clipped = async (): Promise<string[]> => {
  await visitor.page.emulateMedia({ media: 'print' })
  const found = await visitor.page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.paper')!
    const paper = sheet.getBoundingClientRect()
    const beyond = Array.from(sheet.querySelectorAll<HTMLElement>('*')).filter((element) => {
      const { right, left, bottom } = element.getBoundingClientRect()
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      return right > paper.right + 1 || left < paper.left - 1 || bottom > paper.bottom + 1 || isCut
    })
    const around: HTMLElement[] = []
    for (let one = sheet.parentElement; one !== document.documentElement && one; one = one.parentElement)
      if (getComputedStyle(one).overflowY !== 'visible' || one.scrollHeight > one.clientHeight + 1)
        around.push(one)
    return [...beyond, ...around].map(
      (element) => `${element.className} ${element.textContent?.slice(0, 30)}`,
    )
  })
  await visitor.page.emulateMedia({ media: null })
  return found
}

const show = async (caseId: string, paper: string, title: string) => {
  await visitor.open(`/subpackages/papers/print?caseId=${caseId}&paper=${paper}`)
  await visitor.page.locator('.paper-title', { hasText: title }).waitFor()
  // the whole name is on it: it may be printed
  await said(visitor, '刘桂英')
  await visitor.page.locator('#print[aria-disabled="true"]').waitFor({ state: 'detached' })
}

const must = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

const cases: Record<string, () => Promise<any>> = {
  supplemented: async () => {
    const received = await aCase(clerk, [], { serviceId: 'weifang-gaizao' })
    const lacks = received.materials.map(({ materialId }: { materialId: string }) => ({
      materialId,
      what: long(60),
    }))
    return must(clerk.post(`/desk/cases/${received.caseId}/supplement`, { lacks }))
  },
  declined: async () => {
    const { caseId } = await aCase(clerk)
    const ground = { ground: 'not-ours', organ: '衡山县人力资源和社会保障局', basis: long(100) }
    return must(clerk.post(`/desk/cases/${caseId}/decline`, { ...ground, reason: long(200) }))
  },
  informed: () => aCase(clerk, ['inform']),
  ended: () => aCase(clerk, ['accept', 'terminate']),
  atOnce: () => aCase(clerk, ['accept', 'conclude'], { serviceId: decidedAtOnce }),
  refused: async () => {
    const told = await aCase(clerk, ['accept'], { serviceId: decidedAtOnce })
    const director = await holderOf(clerk, told)
    return must(director.post(`/approvals/${told.caseId}/refuse`, { reason: long(300), basis: long(100) }))
  },
  paused: () => aCase(clerk, ['accept', 'ask', 'grant']),
  extended: async () => {
    const told = await aCase(clerk, ['accept'])
    await must(clerk.post(`/approvals/${told.caseId}/ask-extension`, { workingDays: 10, reason: long(200) }))
    return must((await app.as('director', '陈国华', 'yonghe')).post(`/approvals/${told.caseId}/grant`))
  },
  fetched: () => aCase(clerk, ['accept', 'conclude', 'issue'], { serviceId: postedBack }),
  posted: () => aCase(clerk, ['accept', 'conclude', 'post'], { serviceId: postedBack }),
}

test.each<[keyof typeof cases, string[], pages?: number]>([
  ['supplemented', ['receipt']],
  ['supplemented', ['supplement'], 2],
  ['declined', ['decline']],
  ['informed', ['inform']],
  ['ended', ['terminate']],
  ['atOnce', ['acceptance', 'decision']],
  ['refused', ['decision']],
  ['paused', ['acceptance', 'pause']],
  ['extended', ['extension']],
  ['fetched', ['decision', 'post', 'issue']],
  ['posted', ['post']],
])(
  'the papers of a case %s: %j',
  async (kind, papers, pages = 1) => {
    const { caseId } = await cases[kind]!()
    const told = await must(clerk.get(`/cases/${caseId}`))
    for (const { paper, title } of papersOf(told).filter((ref) => papers.includes(ref.paper))) {
      await show(caseId, paper, title)
      expect([paper, await printed(), await clipped()]).toEqual([paper, { pages, width: 595 }, []])
    }
    expect(visitor.complaints).toEqual([])
  },
  120_000,
)

test('the receipt also comes on a roll of 80 mm, as long as what stands on it', async () => {
  const materials = ['m1', 'm2', 'm3']
  const { caseId } = await aCase(clerk, [], { serviceId: 'weifang-gaizao', materials })
  await show(caseId, 'receipt', '收件凭证')
  await visitor.page.evaluate(() => {
    window.print = () => undefined
  })
  await visitor.page.keyboard.press('Alt+1')
  await visitor.page.locator('.paper.is-roll').waitFor()
  expect(await clipped()).toEqual([])
  await visitor.page.keyboard.press('F2')
  const { pages, width } = await printed()
  // 80 mm
  expect([pages, width]).toEqual([1, 227])
  await visitor.page.keyboard.press('Alt+1')
  expect(await printed()).toEqual({ pages: 1, width: 595 })
}, 60_000)

test('a guide to take home, with what is missing', async () => {
  await visitor.open('/subpackages/papers/print?serviceId=weifang-gaizao&missing=m1,m5')
  await said(visitor, '今天还缺2样')
  expect([await printed(), await clipped()]).toEqual([{ pages: 1, width: 595 }, []])
}, 60_000)
