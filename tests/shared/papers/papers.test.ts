/** Which papers a case has, their numbers, and the days that stand large on them. */
import type { Case } from '@one-window/shared/cases/case'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { paperKinds, papersOf } from '@one-window/shared/papers/paper-kinds'
import { paperOf } from '@one-window/shared/papers/paper-of'
import {
  accepted,
  at,
  comingBack,
  gapped,
  granted,
  issued,
  ofStatus,
  paused,
  posted,
  received,
  refused,
  supplementing,
  then,
} from '../cases/told-case'
import { hall, made, twicePaused, longer } from './made'

test.each<[string, Case, string[]]>([
  ['received', received, ['receipt']],
  ['supplementing', supplementing, ['receipt', 'supplement']],
  ['accepted', accepted, ['receipt', 'acceptance']],
  ['accepted with gaps', gapped, ['receipt', 'acceptance', 'promise', 'gaps']],
  [
    'deemed accepted',
    then(received, 'deem', '10-27 00:10', { status: 'in-review' }),
    ['receipt', 'acceptance'],
  ],
  ['declined', ofStatus.declined, ['receipt', 'decline']],
  ['not needed', ofStatus['not-needed'], ['receipt', 'inform']],
  ['paused', paused, ['receipt', 'acceptance', 'pause']],
  ['paused twice', twicePaused, ['receipt', 'acceptance', 'pause', 'pause-2']],
  ['extended', longer, ['receipt', 'acceptance', 'pause', 'extension']],
  ['granted', granted, ['receipt', 'acceptance', 'decision']],
  ['refused', refused, ['receipt', 'acceptance', 'decision']],
  ['decided by the county', comingBack, ['receipt', 'acceptance', 'decision']],
  [
    'come from the county',
    then(comingBack, 'sign-for', '11-24 09:00'),
    ['receipt', 'acceptance', 'decision', 'post'],
  ],
  ['posted', posted, ['receipt', 'acceptance', 'decision', 'post']],
  ['issued', issued, ['receipt', 'acceptance', 'decision', 'issue']],
  ['withdrawn', ofStatus.withdrawn, ['receipt', 'acceptance']],
  ['ended', ofStatus.terminated, ['receipt', 'acceptance', 'promise', 'gaps', 'terminate']],
])('papers of a case %s', (_, told, papers) => {
  expect(papersOf(told).map(({ paper }) => paper)).toEqual(papers)
})

test('numbers are the case number and letters, and no two are equal', () => {
  const numbers = [
    twicePaused,
    longer,
    gapped,
    posted,
    issued,
    supplementing,
    ...Object.values(ofStatus),
  ].flatMap((told) => papersOf(told).map(({ kind, paper, number }) => [kind, paper, number] as const))
  expect(new Set(numbers.map(([kind]) => kind))).toEqual(new Set(paperKinds))
  for (const [, , number] of numbers) expect(number).toMatch(/^YH2026101900236-[A-Z]+\d?$/)
  const byNumber = new Map(numbers.map(([, paper, number]) => [number, paper]))
  expect(byNumber.size).toBe(new Set(numbers.map(([, paper]) => paper)).size)
})

test('registers stay in the hall; a paper the case has not is none', () => {
  expect(
    papersOf(issued)
      .filter(({ isInside }) => isInside)
      .map(({ kind }) => kind),
  ).toEqual(['issue'])
  expect(
    papersOf(posted)
      .filter(({ isInside }) => isInside)
      .map(({ kind }) => kind),
  ).toEqual(['post'])
  for (const paper of ['acceptance', 'pause-2', 'receipt-2', '', 'nothing'])
    expect(paperOf(received, paper, { hall, calendar: publishedCalendar })).toBeUndefined()
})

// days checked on the 2026 calendar
test.each<[string, Case, string, string]>([
  ['5 working days to say what is missing', received, 'receipt', '2026年10月26日(星期一)'],
  ['the last day of a supplement', supplementing, 'supplement', '2026年11月18日(星期三)'],
  ['30 working days', accepted, 'acceptance', '2026年11月30日(星期一)'],
  ['the promise as it was, whatever followed', longer, 'acceptance', '2026年11月30日(星期一)'],
  ['promised for later', gapped, 'promise', '2026年11月10日(星期二)'],
  ['promised for later', gapped, 'gaps', '2026年11月10日(星期二)'],
  ['5 working days of pause', paused, 'pause', '2026年12月7日(星期一)'],
  ['the first pause, as it was told', twicePaused, 'pause', '2026年12月7日(星期一)'],
  ['the second after 2 days of the first', twicePaused, 'pause-2', '2026年12月7日(星期一)'],
  ['10 more after 2 days of pause', longer, 'extension', '2026年12月16日(星期三)'],
  ['10 working days after the decision', granted, 'decision', '2026年12月8日(星期二)'],
  ['after the day the county decided', comingBack, 'decision', '2026年12月3日(星期四)'],
])('%s stands large on it', (_, told, paper, day) => {
  expect(made(told, paper).box?.big).toBe(day)
})

test.each<[string, Case, string, string]>([
  [
    'acceptance',
    then(received, 'accept', '12-20 10:00', { acceptedAt: at('12-20 10:00') }),
    'acceptance',
    '30个工作日内',
  ],
  ['receipt', { ...received, receivedAt: at('12-29 10:00') }, 'receipt', '5个工作日内'],
])(
  '%s reaching into a year that is not announced names the year and guesses nothing',
  (_, told, paper, big) => {
    const { box } = made(told, paper)
    expect(box?.big).toBe(big)
    expect(box?.more).toMatch(/到期日待2027年放假安排公布后确定/)
  },
)

test('what is done at once says so', () => {
  expect(made({ ...accepted, promisedDays: 0 }, 'acceptance').box).toEqual({ say: '即办件', big: '当场办好' })
})
