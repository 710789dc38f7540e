/** Papers without a case: a guide to take home, and the list of a day. */
import housing from '@one-window/shared/catalogue/data/housing.json'
import type { Service } from '@one-window/shared/catalogue/service'
import { findHall } from '@one-window/shared/halls/halls'
import type { DaySheet } from '@one-window/shared/hand-overs/hand-over'
import { guidePaper } from '@one-window/shared/papers/guide-paper'
import { handOverPaper } from '@one-window/shared/papers/hand-over-paper'
import type { Paper } from '@one-window/shared/papers/paper'
import { at } from '../cases/told-case'

const hall = findHall('yonghe')!
const service = (housing as unknown as Service[]).find(({ serviceId }) => serviceId === 'weifang-gaizao')!
const textOf = (paper: Paper): string => JSON.stringify(paper)

describe('one-off notice of a guide', () => {
  const one = guidePaper(service, hall, '2026-11-24', ['m1', 'm5'])
  test('item, materials with form and copies, place, phone, day, and who told it', () => {
    expect(one.title).toBe('一次性告知单')
    for (const words of [
      /农村危房改造申请/,
      /2\. 申请人身份证.*复印件1份/,
      /永和乡政务服务中心，哪个窗口都行/,
      /电话 _{6,}/,
      /2026年11月24日告知/,
      /告知人签字/,
    ])
      expect(textOf(one)).toMatch(words)
  })
  test('what is still missing is marked', () => {
    expect(one.box?.big).toBe('今天还缺2样')
    const table = one.parts.flatMap((part) => ('table' in part ? part.table.rows : []))
    expect(table.map((cells) => cells.at(-1))).toEqual(['还缺', '收了', '收了', '收了', '还缺', '—'])
    expect(guidePaper(service, hall, '2026-11-24').box).toBeUndefined()
  })
})

describe('the list of a day', () => {
  const row = (to: string, serial: number) => ({
    ...{
      caseId: `c${serial}`,
      caseNumber: `YH20261124000${serial}5`,
      officialName: '高龄津贴申领',
      applicantName: '李*英',
    },
    ...{ to, materials: 6, originals: 2, copies: 4 },
  })
  const sheet: DaySheet = {
    date: '2026-11-24',
    handed: [row('社会事务办公室', 1), row('社会事务办公室', 2), row('邮寄县政务中心', 3)],
    issued: [],
    supplements: 1,
    open: [
      {
        kind: 'no-number',
        caseId: 'c1',
        caseNumber: 'YH2026112400015',
        serviceName: '高龄津贴',
        applicantName: '李*英',
      },
    ],
  }
  const sources = { hallId: 'yonghe', hallName: hall.name, printedAt: at('11-24 17:12') }
  const sealed: DaySheet = {
    ...sheet,
    sealed: {
      ...{ at: at('11-24 17:20'), by: '窗口人员', seals: ['0012', '0013'], fingerprint: 'f'.repeat(64) },
      reasons: [{ caseId: 'c1', kind: 'no-number', reason: '平台断网' }],
    },
  }
  test('cases by the office they go to, with what adds up', () => {
    const one = handOverPaper(sheet, sources)
    expect(one.number).toBe('YH20261124-YJ')
    const [table] = one.parts.flatMap((part) => ('table' in part ? [part.table] : []))
    expect(table!.rows.filter((each) => typeof each === 'string')).toEqual([
      '社会事务办公室 2件',
      '邮寄县政务中心 1件',
    ])
    expect(table!.total).toEqual(['', '合计3件', '', '', '18', '6', '12'])
    expect(one.signs).toEqual(
      expect.arrayContaining(['社会事务办公室接收人', '邮寄县政务中心接收人', '政务中心主任']),
    )
    expect(textOf(one)).toMatch(/还没有封存/)
    expect(textOf(one)).toMatch(/告知补正1件/)
  })
  test('sealed: bags, fingerprint, head of the record, and why something was left open', () => {
    const text = textOf(handOverPaper(sealed, { ...sources, chainHead: 'a1b2c3' }))
    for (const words of [/封条号0012、0013/, /f{64}/, /a1b2c3/, /还没有二次录入，原因：平台断网/])
      expect(text).toMatch(words)
    expect(text).not.toMatch(/还没有封存/)
  })
})
