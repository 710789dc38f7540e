import {
  addDays,
  chinaClock,
  chinaDay,
  clockOf,
  clockWords,
  Day,
  dayOfSerial,
  daysBetween,
  dayWords,
  instantAt,
  instantWords,
  isDay,
  minutesOf,
  shortDay,
  weekdayOf,
  weekdayWord,
  whenWords,
  writtenDay,
} from '@one-window/shared/foundation/time'

describe('days that exist', () => {
  test.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-06-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['20261124', false],
    ['2026-11-24T00:00:00Z', false],
    ['2026-11-24 ', false],
    ['', false],
  ])('%s: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists)
    expect(Day.safeParse(text).success).toBe(exists)
  })
})

test.each([
  ['2026-6-30', '2026-06-30'],
  ['2026/06/30', '2026-06-30'],
  ['2026.6.3', '2026-06-03'],
  ['2026年6月30日', '2026-06-30'],
  ['20260630', '2026-06-30'],
  ['2026-06-31', undefined],
  ['2026年2月29日', undefined],
  ['6月30日', undefined],
  ['2026-6', undefined],
  ['', undefined],
])('%s is written for %s', (text, day) => {
  expect(writtenDay(text)).toBe(day)
})

test.each([
  [46203, '2026-06-30'],
  [45351, '2024-02-29'],
  [60, undefined],
  [46203.5, undefined],
  [20260630, undefined],
])('a spreadsheet keeps %s as %s', (serial, day) => {
  expect(dayOfSerial(serial)).toBe(day)
})

describe('what China’s clocks show', () => {
  test.each([
    ['2026-11-23T15:59:59Z', '2026-11-23', '23:59'],
    ['2026-11-23T16:00:00Z', '2026-11-24', '00:00'],
    ['2026-11-24T00:00:00Z', '2026-11-24', '08:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
    ['2024-02-28T16:30:00Z', '2024-02-29', '00:30'],
  ])('%s is %s %s', (instant, day, clock) => {
    const at = new Date(instant)
    expect([chinaDay(at), chinaClock(at)]).toEqual([day, clock])
  })

  test('a day and a clock are the instant they came from', () => {
    expect(instantAt('2026-11-24', '09:30').toISOString()).toBe('2026-11-24T01:30:00.000Z')
    expect(instantAt('2026-11-24', '00:00').toISOString()).toBe('2026-11-23T16:00:00.000Z')
  })
})

describe('arithmetic and words', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-11-24', 0, '2026-11-24'],
  ])('%s and %i days: %s', (day, count, result) => {
    expect(addDays(day, count)).toBe(result)
    expect(daysBetween(day, result)).toBe(count)
  })

  test.each([
    ['00:00', 0],
    ['08:30', 510],
    ['23:59', 1439],
  ])('%s is %i minutes', (clock, minutes) => {
    expect(minutesOf(clock)).toBe(minutes)
    expect(clockOf(minutes)).toBe(clock)
  })

  test.each([
    ['09:00', '上午9:00'],
    ['12:00', '中午12:00'],
    ['14:30', '下午2:30'],
    ['18:05', '晚上6:05'],
    ['00:10', '上午0:10'],
  ])('%s is spoken %s', (clock, words) => {
    expect(clockWords(clock)).toBe(words)
  })

  test('days are spoken with their weekday, with the year only when it is another', () => {
    expect(weekdayOf('2026-11-29')).toBe(0)
    expect(weekdayWord('2026-11-27')).toBe('周五')
    expect(shortDay('2026-11-27')).toBe('11月27日')
    expect(dayWords('2027-01-04', 2026)).toBe('2027年1月4日(周一)')
    expect(dayWords('2026-11-27', 2026)).toBe('11月27日(周五)')
    expect(whenWords('2026-11-27', '09:00')).toBe('11月27日(周五)上午9:00')
    expect(instantWords('2026-11-27T01:00:00Z')).toBe('11月27日(周五)上午9:00')
  })
})
