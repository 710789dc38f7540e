import type { Case } from '@one-window/shared/cases/case'
import { caseWords } from '@one-window/shared/cases/case-words'
import { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { progressOf } from '@one-window/shared/cases/why-this-day'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'

const received: Case = {
  caseId: 'c',
  caseNumber: 'YH2026101900236',
  status: 'received',
  hallId: 'yonghe',
  hallName: '永和乡政务服务中心',
  serviceId: 'weifang-gaizao',
  serviceName: '农村危房改造',
  officialName: '农村危房改造补助对象认定',
  handlingType: 'promised',
  promisedDays: 30,
  handOver: 'post-or-window',
  applicantName: '刘桂英',
  applicant: { name: '刘桂英' },
  receivedAt: '2026-10-19T01:00:00.000Z',
  materials: [],
  events: [{ action: 'receive', at: '2026-10-19T01:00:00.000Z', by: '窗口人员' }],
  contacts: [],
}
const step = (
  before: Case,
  action: Case['events'][number]['action'],
  at: string,
  more: Partial<Case>,
): Case => ({
  ...before,
  ...more,
  events: [
    ...before.events,
    { action, at, by: '窗口人员', ...(action === 'decline' && { note: '户口不在本乡' }) },
  ],
})
const declined = step(received, 'decline', '2026-10-19T02:00:00.000Z', { status: 'declined' })
const accepted = step(received, 'accept', '2026-10-19T02:00:00.000Z', {
  status: 'accepted',
  acceptedAt: '2026-10-19T02:00:00.000Z',
  promisedDay: '2026-11-30',
})
const pending = step(received, 'accept', '2026-12-20T02:00:00.000Z', {
  status: 'accepted',
  acceptedAt: '2026-12-20T02:00:00.000Z',
  promisedDayPending: 2027,
})
const concluded = step(accepted, 'conclude', '2026-11-24T02:00:00.000Z', {
  status: 'concluded',
  outcome: 'granted',
})
const refused = { ...concluded, outcome: 'refused' as const }
const issued = step(concluded, 'issue', '2026-11-25T02:00:00.000Z', { status: 'issued' })
const atOnce = {
  ...accepted,
  handlingType: 'immediate' as const,
  promisedDays: 0,
  promisedDay: '2026-10-19',
  handOver: 'at-once' as const,
}

const words = (told: Case, today = '2026-11-24') => caseWords(told, publishedCalendar, today)

describe('the one sentence', () => {
  test.each([
    ['received', received, '2026-10-19', '材料收下了，正在看齐不齐', '什么都不用做'],
    ['declined', declined, '2026-10-19', '这次没有受理，原因写在下面', '看一下原因'],
    ['accepted', accepted, '2026-11-24', '正在办，11月30日(周一)前办好', '什么都不用做'],
    ['due today', accepted, '2026-11-30', '正在办，今天办好', '什么都不用做'],
    ['late', accepted, '2026-12-01', '正在办，比说好的11月30日晚了', '什么都不用做'],
    ['year not announced', pending, '2026-12-21', '正在办，30个工作日内办好', '什么都不用做'],
    [
      'concluded, by post or here',
      concluded,
      '2026-11-24',
      '办好了，到大厅窗口领，也可以寄给您',
      '到大厅窗口领结果',
    ],
    [
      'concluded, here',
      { ...concluded, handOver: 'window' as const },
      '2026-11-24',
      '办好了，请带身份证到大厅窗口领',
      '到大厅窗口领结果',
    ],
    [
      'concluded, comes by itself',
      { ...concluded, handOver: 'by-itself' as const },
      '2026-11-24',
      '办好了，您不用来大厅',
      '什么都不用做',
    ],
    ['refused', refused, '2026-11-24', '没有批准，请带身份证到大厅窗口领决定书', '到大厅窗口领结果'],
    [
      'refused, though it would come by itself',
      { ...refused, handOver: 'by-itself' as const },
      '2026-11-24',
      '没有批准，请带身份证到大厅窗口领决定书',
      '到大厅窗口领结果',
    ],
    ['issued', issued, '2026-11-25', '办完了，结果已经交给您', '什么都不用做'],
  ])('%s', (_, told, today, sentence, todo) => {
    expect(words(told, today).sentence.join('，')).toBe(sentence)
    expect(words(told, today).todo.say).toBe(todo)
  })
})

describe('the line of steps', () => {
  const lineOf = (told: Case, today?: string) =>
    words(told, today).steps.map(({ state, name, time = '' }) => `${state} ${name} ${time}`.trim())
  test.each([
    [
      'received',
      received,
      ['done 收材料 10月19日', 'now 受理 正在看材料', 'next 审批', 'next 办好', 'next 窗口领或寄到家'],
    ],
    ['declined', declined, ['done 收材料 10月19日', 'stopped 没有受理 10月19日']],
    [
      'accepted',
      accepted,
      [
        'done 收材料 10月19日',
        'done 受理 10月19日',
        'now 审批 正在办',
        'next 办好 11月30日前',
        'next 窗口领或寄到家',
      ],
    ],
    [
      'at once',
      atOnce,
      ['done 收材料 10月19日', 'done 受理 10月19日', 'now 办好 10月19日前', 'next 窗口领结果'],
    ],
    [
      'concluded',
      concluded,
      [
        'done 收材料 10月19日',
        'done 受理 10月19日',
        'done 审批 11月24日',
        'done 办好 11月24日',
        'now 窗口领或寄到家 等您来领',
      ],
    ],
    [
      'comes by itself',
      { ...concluded, handOver: 'by-itself' as const },
      [
        'done 收材料 10月19日',
        'done 受理 10月19日',
        'done 审批 11月24日',
        'done 办好 11月24日',
        'now 结果给到您',
      ],
    ],
    [
      'refused',
      refused,
      [
        'done 收材料 10月19日',
        'done 受理 10月19日',
        'done 审批 11月24日',
        'done 没有批准 11月24日',
        'now 窗口领决定书 等您来领',
      ],
    ],
    [
      'issued',
      issued,
      [
        'done 收材料 10月19日',
        'done 受理 10月19日',
        'done 审批 11月24日',
        'done 办好 11月24日',
        'done 窗口领或寄到家 11月25日',
      ],
    ],
  ])('%s', (_, told, line) => {
    expect(lineOf(told)).toEqual(line)
  })

  test('why it was declined stands beside the step; another year is named', () => {
    expect(words(declined).steps[1]).toMatchObject({ note: '户口不在本乡' })
    expect(lineOf(received, '2027-01-05')[0]).toBe('done 收材料 2026年10月19日')
  })
})

describe('why this day', () => {
  test('over a plain month', () => {
    expect(words(accepted).why).toEqual({
      title: '为什么是11月30日',
      rows: [
        { name: '受理', value: '10月19日(周一)' },
        { name: '从第二天起数', value: '30个工作日' },
        { name: '中间的周六、周日不算', value: '12天' },
      ],
      total: { name: '所以最晚', value: '11月30日(周一)' },
      note: '周六、周日和放假不算工作日，调休上班的算。',
    })
  })

  test('over the National Day week with its make-up day', () => {
    const over = {
      ...accepted,
      acceptedAt: '2026-09-30T02:00:00.000Z',
      promisedDays: 3,
      promisedDay: '2026-10-10',
    }
    expect(words(over).why?.rows.slice(2)).toEqual([
      { name: '放假不算', value: '7天(10月1日–10月7日)' },
      { name: '调休上班照算', value: '10月10日' },
    ])
  })

  test('a year not announced is named and nothing is guessed', () => {
    const why = words(pending, '2026-12-21').why
    expect(why?.total).toEqual({ name: '受理后', value: '30个工作日' })
    expect(why?.note).toBe('到期日待2027年放假安排公布后确定，定了写在这里。办理不受影响。')
  })

  test.each([
    ['before acceptance', received],
    ['done at once', atOnce],
  ])('none %s', (_, told) => {
    expect(words(told).why).toBeUndefined()
  })
})

test.each([
  ['2026-10-19', { used: 0, all: 30 }],
  ['2026-10-26', { used: 5, all: 30 }],
  ['2026-12-20', { used: 30, all: 30 }],
  ['2027-01-05', undefined],
])('used up on %s', (today, progress) => {
  expect(progressOf(accepted, publishedCalendar, today)).toEqual(progress)
})

test('no status, outcome or way of handing over sends a person to an office', () => {
  const handOvers = ['at-once', 'by-itself', 'post-or-window', 'window'] as const
  for (const status of CaseStatus.options)
    for (const outcome of ['granted', 'refused'] as const)
      for (const handOver of handOvers) {
        const text = JSON.stringify(words({ ...issued, status, outcome, handOver }))
        expect(text).not.toMatch(/办公室|请到.{0,8}(局|站|所|办)|去(县|局)|部门/)
      }
})
