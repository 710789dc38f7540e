/** The line of steps of a case, and why it is due on its day, so that anybody can check both. */
import type { Case } from '@one-window/shared/cases/case'
import { caseSteps } from '@one-window/shared/cases/case-steps'
import { progressOf, whyThisDay } from '@one-window/shared/cases/why-this-day'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import {
  accepted,
  at,
  atOnce,
  comingBack,
  extended,
  granted,
  issued,
  ofStatus,
  paused,
  pending,
  posted,
  received,
  refused,
  resumed,
  supplementing,
  takenIn,
  then,
} from './told-case'

const CLOSES = '17:30'
const stepsOf = (told: Case, today = '2026-11-24') => caseSteps(told, today)
const whyOf = (told: Case) => whyThisDay(told, publishedCalendar, CLOSES)

describe('the line of steps', () => {
  const lineOf = (told: Case, today?: string) =>
    stepsOf(told, today).map(({ state, name, time = '' }) => `${state} ${name} ${time}`.trim())
  const [taken, begun] = ['done 收材料 10月19日', 'done 受理 10月19日']
  test.each<[string, Case, string[]]>([
    ['received', received, [taken, 'now 受理 正在看材料']],
    ['supplementing', supplementing, [taken, 'now 补材料 11月18日前', 'next 受理']],
    [
      'accepted after a supplement',
      takenIn,
      [
        taken,
        'done 补材料 10月21日',
        'done 受理 10月21日',
        'now 初审 正在办',
        'next 审批',
        'next 窗口领或寄到家 12月2日前',
      ],
    ],
    ['in review', accepted, [taken, begun, 'now 初审 正在办', 'next 审批', 'next 窗口领或寄到家 11月30日前']],
    [
      'paused',
      paused,
      [
        ...[taken, begun, 'done 初审 11月19日', 'paused 公示，暂停计时 11月20日起'],
        ...['next 审批', 'next 窗口领或寄到家 12月7日前'],
      ],
    ],
    [
      'after a pause, with more time',
      extended,
      [
        ...[taken, begun, 'done 初审 11月19日', 'paused 公示，暂停计时 11月20日–11月25日'],
        ...['paused 时限延长10个工作日 11月25日', 'now 审批 正在办', 'next 窗口领或寄到家 12月17日前'],
      ],
    ],
    [
      'a place was looked at',
      then(accepted, 'visit', '10-27 10:00'),
      [
        taken,
        begun,
        'done 到现场看过了 10月27日',
        'now 初审 正在办',
        'next 审批',
        'next 窗口领或寄到家 11月30日前',
      ],
    ],
    [
      'granted',
      granted,
      [taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'now 窗口领或寄到家 等您来领'],
    ],
    [
      'comes by itself',
      { ...granted, handOver: 'by-itself' },
      [taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'now 结果给到您'],
    ],
    [
      'refused',
      refused,
      [
        ...[taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'stopped 没有批准 11月24日'],
        'now 窗口领决定书 等您来领',
      ],
    ],
    [
      'coming back',
      comingBack,
      [taken, begun, 'done 县里审批 11月20日', 'now 从县里寄回大厅 路上', 'next 窗口领或寄到家'],
    ],
    [
      'here from the county',
      then(comingBack, 'sign-for', '11-24 09:00', { status: 'concluded' }),
      [taken, begun, 'done 县里审批 11月20日', 'done 寄到大厅了 11月24日', 'now 窗口领或寄到家 等您来领'],
    ],
    ['posted', posted, [taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'now 寄给您 路上']],
    [
      'arrived by post',
      then(posted, 'issue', '11-27 10:00', { status: 'issued', facts: { to: 'post' } }),
      [taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'done 寄到了 11月27日'],
    ],
    [
      'fetched',
      issued,
      [taken, begun, 'done 初审 11月19日', 'done 审批 11月24日', 'done 窗口领或寄到家 11月25日'],
    ],
    ['declined', ofStatus.declined, [taken, 'stopped 没有受理 10月19日']],
    ['not needed', ofStatus['not-needed'], [taken, 'stopped 这件事不用办 10月19日']],
    ['withdrawn', ofStatus.withdrawn, [taken, begun, 'stopped 您撤回了 10月20日']],
    [
      'terminated while something was asked for',
      then(supplementing, 'terminate', '11-19 09:00', { status: 'terminated' }),
      [taken, 'stopped 退件了 11月19日'],
    ],
  ])('%s', (_, told, line) => {
    expect(lineOf(told)).toEqual(line)
  })

  test('why it was declined stands beside the step; another year is named', () => {
    expect(stepsOf(ofStatus.declined)[1]).toMatchObject({ note: '户口不在本乡' })
    expect(lineOf(received, '2027-01-05')[0]).toBe('done 收材料 2026年10月19日')
  })

  test('deemed accepted: from the day of the receipt, and why', () => {
    const deemed = then(received, 'deem', '10-27 00:10', {
      status: 'in-review',
      acceptedAt: received.receivedAt,
    })
    expect(stepsOf(deemed)[1]).toEqual({
      ...{ state: 'done', name: '受理', time: '10月19日' },
      note: '没有按时告诉您缺什么，从收件那天起算',
    })
  })
})

describe('why this day', () => {
  const rowsOf = (told: Case) => whyOf(told)?.rows.map(({ name, value }) => `${name} ${value}`)
  const plain = ['受理 10月19日(周一)', '从第二天起数 30个工作日']
  test.each<[string, Case, string, string[]]>([
    ['a plain month', accepted, '11月30日(周一)', [...plain, '中间的周六、周日不算 12天']],
    [
      'a pause, as long as approved',
      paused,
      '12月7日(周一)',
      [...plain, '暂停的不算 5天(11月20日、11月23日–11月26日)', '中间的周六、周日不算 14天'],
    ],
    [
      'a pause that ended early',
      resumed,
      '12月3日(周四)',
      [...plain, '暂停的不算 3天(11月20日、11月23日–11月24日)', '中间的周六、周日不算 12天'],
    ],
    [
      'and more time',
      extended,
      '12月17日(周四)',
      [
        ...[...plain, '批准延长 10个工作日', '暂停的不算 3天(11月20日、11月23日–11月24日)'],
        '中间的周六、周日不算 16天',
      ],
    ],
    [
      'the National Day week with its make-up day',
      { ...accepted, acceptedAt: at('09-30 10:00'), promisedDays: 3, promisedDay: '2026-10-10' },
      '10月10日(周六)',
      [
        '受理 9月30日(周三)',
        '从第二天起数 3个工作日',
        '放假不算 7天(10月1日–10月7日)',
        '调休上班照算 10月10日',
      ],
    ],
  ])('%s', (_, told, total, rows) => {
    expect(rowsOf(told)).toEqual(rows)
    expect(whyOf(told)?.total.value).toBe(total)
  })

  test('a year not announced is named and nothing is guessed', () => {
    const why = whyOf(pending)
    expect(why?.total).toEqual({ name: '受理后', value: '30个工作日' })
    expect(why?.note).toBe('到期日待2027年放假安排公布后确定，定了写在这里。办理不受影响。')
  })

  test.each([
    ['before acceptance', received],
    ['done at once', atOnce],
  ])('none %s', (_, told) => {
    expect(whyOf(told)).toBeUndefined()
  })
})

test.each<[string, Case, string, { used: number; all: number } | undefined]>([
  ['the day of acceptance', accepted, '2026-10-19', { used: 0, all: 30 }],
  ['a week later', accepted, '2026-10-26', { used: 5, all: 30 }],
  ['not more than all', accepted, '2026-12-20', { used: 30, all: 30 }],
  ['a year that is not published', accepted, '2027-01-05', undefined],
  ['a pause stands still', paused, '2026-11-26', { used: 23, all: 30 }],
  ['an extension is more', extended, '2026-11-26', { used: 25, all: 40 }],
  ['before acceptance', received, '2026-10-19', undefined],
])('used up: %s', (_, told, today, progress) => {
  expect(progressOf(told, publishedCalendar, CLOSES, today)).toEqual(progress)
})
