import { correctionsOf, indicatorsOf, shareWords, valueWords } from '@one-window/shared/ratings/indicators'
import { type MonthCounts } from '@one-window/shared/ratings/month-sheet'
import {
  countsOfAgain,
  countsOfDue,
  countsOfRating,
  difference,
  sumOf,
  type Counts,
} from '@one-window/shared/ratings/month'
import { suspicions, type Looked } from '@one-window/shared/ratings/forged'
import { exchanged, levelNumber, levelOf } from '@one-window/shared/ratings/exchange'
import { averageOf, releasedOf } from '@one-window/shared/ratings/mine'
import { RatingLevel, tagWordsOf } from '@one-window/shared/ratings/rating'
import { sheetRows } from '@one-window/shared/ratings/sheet-rows'

const month = (counts: Counts, more: Partial<MonthCounts> = {}): MonthCounts => ({
  counts,
  contacts: 0,
  finished: 0,
  units: 0,
  unitsObliged: 12,
  ...more,
})
const shown = (counts: MonthCounts): Record<string, string> =>
  Object.fromEntries(
    indicatorsOf(counts).map((each) => [each.key, `${valueWords(each)} ${shareWords(each)}`.trim()]),
  )

describe('indicators (rules 2.7)', () => {
  test('each by its formula, counts beside', () => {
    const counts: Counts = {
      ...{ g5: 20, g4: 10, g3: 6, g2: 1, g1: 1, excluded: 2, cases: 30, deskCode: 30, miniProgram: 8 },
      ...{ named: 3, called: 2, unreachable: 1, answered: 2, satisfied: 1 },
      ...{ due: 4, closed: 3, inTime: 2, again: 2, againGood: 1 },
    }
    expect(shown(month(counts, { contacts: 73, finished: 44, units: 5 }))).toEqual({
      active: '52.1% 38/73',
      'rated-cases': '68.2% 30/44',
      good: '94.7% 36/38',
      poor: '5.3% 2/38',
      average: '4.2分 161/38',
      rectified: '75% 3/4',
      'in-time': '50% 2/4',
      called: '66.7% 2/3',
      satisfied: '50% 1/2',
      again: '2条',
      units: '41.7% 5/12',
    })
  })

  test('nothing to count is no rate, neither 0 nor 100', () => {
    const all = shown(month({}))
    for (const key of ['active', 'rated-cases', 'good', 'poor', 'average', 'rectified', 'in-time', 'called'])
      expect(all[key]).toBe('— 0/0')
    expect(all.again).toBe('0条')
  })

  test('what is not whole is not shown as whole, what is there not as nothing', () => {
    expect(shown(month({ g5: 9999, g1: 1 }))).toMatchObject({
      good: '99.9% 9999/10000',
      poor: '0.1% 1/10000',
    })
  })

  test('few are said to be few', () => {
    const row = (g5: number) => sheetRows(month({ g5 }), undefined).find(({ name }) => name === '好评率')!
    expect(row(29).share).toBe('29/29 样本少')
    expect(row(30).share).toBe('30/30')
  })

  test('what changed since it was published is a correction', () => {
    const corrections = correctionsOf('2026-10', month({ g5: 9, g1: 1 }), month({ g5: 9, excluded: 1 }))
    expect(corrections).toContainEqual({ month: '2026-10', name: '差评率', was: '10% 1/10', is: '0% 0/9' })
    expect(correctionsOf('2026-10', month({ g5: 9 }), month({ g5: 9 }))).toEqual([])
  })
})

describe('what a rating counts for', () => {
  const given = {
    level: 'dissatisfied',
    anonymous: false,
    channel: 'desk-code',
    ratedAt: '2026-11-24T01:00:00.000Z',
  } as const
  const followUp = { status: 'closed', finishBy: { day: '2026-12-01' } } as const
  test.each([
    ['a good one', { ...given, level: 'satisfied' as const }, undefined, { g4: 1, deskCode: 1 }],
    ['a poor one with a name', given, { ...followUp }, { g2: 1, deskCode: 1, named: 1 }],
    ['without a name', { ...given, anonymous: true }, followUp, { g2: 1, deskCode: 1, anonymous: 1 }],
    [
      'reached and satisfied',
      given,
      { ...followUp, called: 'reached' as const, callSatisfied: true },
      { g2: 1, deskCode: 1, named: 1, called: 1, answered: 1, satisfied: 1 },
    ],
    [
      'not to be reached',
      given,
      { ...followUp, called: 'unreachable' as const },
      { g2: 1, deskCode: 1, named: 1, called: 1, unreachable: 1 },
    ],
    ['not to count', given, { ...followUp, exclusion: 'agreed' as const }, { excluded: 1 }],
    [
      'only proposed not to',
      given,
      { ...followUp, exclusion: 'proposed' as const },
      { g2: 1, deskCode: 1, named: 1 },
    ],
  ])('%s', (_, rating, state, counts) => {
    expect(countsOfRating(rating, state)).toEqual(counts)
  })

  test.each([
    ['open', { status: 'verify' as const, finishBy: { day: '2026-12-01' } }, { due: 1 }],
    [
      'in time, on the last day in China',
      { ...followUp, closedAt: '2026-12-01T15:59:00.000Z' },
      { due: 1, closed: 1, inTime: 1 },
    ],
    ['late', { ...followUp, closedAt: '2026-12-01T16:01:00.000Z' }, { due: 1, closed: 1 }],
    ['excluded', { ...followUp, closedAt: '2026-11-25T01:00:00.000Z', exclusion: 'agreed' as const }, {}],
  ])('had to be finished: %s', (_, state, counts) => {
    expect(countsOfDue(state)).toEqual({ month: '2026-12', counts })
  })

  test('a last day that is not known yet counts nowhere', () => {
    expect(countsOfDue({ status: 'verify', finishBy: { pendingYear: 2027 } })).toBeUndefined()
  })

  test('another rating counts by itself; sums and differences cancel out', () => {
    expect(countsOfAgain({ level: 'satisfied' })).toEqual({ again: 1, againGood: 1 })
    expect(countsOfAgain({ level: 'dissatisfied' })).toEqual({ again: 1 })
    const [before, after] = [
      { g2: 1, named: 1 },
      { excluded: 1, named: 1 },
    ]
    expect(difference(before, after)).toEqual({ g2: -1, excluded: 1 })
    expect(sumOf([before, difference(before, after)])).toEqual({ g2: 0, excluded: 1, named: 1 })
  })
})

describe('what looks like forged praise', () => {
  const one = (lineId: string, more: Partial<Looked> = {}): Looked => ({
    lineId,
    level: 'very-satisfied',
    tags: ['517'],
    secondsAfter: 600,
    ...more,
  })
  const many = (count: number, more: (n: number) => Partial<Looked>) =>
    Array.from({ length: count }, (_, n) => one(`${n}`, more(n)))
  test.each<[string, Looked[], string[]]>([
    ['3 seconds after', [one('a', { secondsAfter: 3 })], ['too-fast']],
    ['4 seconds after', [one('a', { secondsAfter: 4 })], []],
    ['of staff', [one('a', { ofStaff: true })], ['of-staff']],
    ['5 of one person', many(5, () => ({ rater: 'p' })), ['of-one-person']],
    ['4 of one person', many(4, () => ({ rater: 'p' })), []],
    ['20 alike of one clerk', many(20, () => ({ servedBy: 'c' })), ['same-tags']],
    ['20 with nothing chosen', many(20, () => ({ servedBy: 'c', tags: [] })), []],
    ['20 alike of two clerks', many(20, (n) => ({ servedBy: `c${n % 2}` })), []],
    ['a poor one is no praise', [one('a', { level: 'dissatisfied', secondsAfter: 1 })], []],
  ])('%s', (_, ratings, why) => {
    const found = suspicions(ratings)
    expect(found.size).toBe(why.length === 0 ? 0 : ratings.length)
    for (const each of found.values()) expect(each).toEqual(why)
  })
})

describe('at the boundary', () => {
  test('two opposite numberings, one name', () => {
    expect(RatingLevel.options.map((level) => levelNumber(level, 'exchange'))).toEqual([5, 4, 3, 2, 1])
    expect(RatingLevel.options.map((level) => levelNumber(level, 'gbt-39046'))).toEqual([1, 2, 3, 4, 5])
    for (const numbering of ['exchange', 'gbt-39046'] as const) {
      for (const level of RatingLevel.options)
        expect(levelOf(levelNumber(level, numbering), numbering)).toBe(level)
      expect(levelOf(0, numbering)).toBeUndefined()
      expect(levelOf(6, numbering)).toBeUndefined()
    }
  })

  test('what is handed on names nobody and is never a default', () => {
    const rating = {
      level: 'very-dissatisfied' as const,
      tags: ['114', '115'],
      ratedAt: '2026-11-24T01:00:00.000Z',
      channel: 'desk-code' as const,
    }
    expect(exchanged(rating, false)).toEqual({
      satisfaction: 1,
      evalDetail: '114|115',
      writingEvaluation: '',
      assessTime: '2026-11-24T01:00:00.000Z',
      pf: 3,
      isdefault: 0,
      effectivEvalua: 0,
    })
  })

  test('tags that were given up are read, by their level only', () => {
    expect(tagWordsOf('dissatisfied', '214')).toBe('服务态度生硬')
    expect(tagWordsOf('dissatisfied', '206')).toBe('旧标签206(已停用)')
    expect(tagWordsOf('very-dissatisfied', '206')).toBe('206')
  })
})

describe('what a clerk may read of their own', () => {
  test.each([
    [4, '2026-11-24', 0],
    [5, '2026-11-24', 5],
    [9, '2026-11-24', 5],
    [10, '2026-11-30', 10],
    [1, '2026-12-01', 1],
    [0, '2026-12-01', 0],
  ])('%i of November on %s: %i', (rated, today, released) => {
    expect(releasedOf('2026-11', rated, today)).toBe(released)
  })

  test('an average among five only', () => {
    expect(averageOf({ satisfied: 4 })).toBeUndefined()
    expect(averageOf({ satisfied: 4, dissatisfied: 1 })).toBe(3.6)
  })
})
