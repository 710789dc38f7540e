/** The clock of a case (rules: 3.3), on the calendar of 2026: 9/20 and 10/10 worked; 9/25–9/27, 10/1–10/7 off. */
import { clockDays, clockLevel, dueDay, usedDays, type Pause } from '@one-window/shared/cases/deadline'
import { extensionOf, gapsUntil, pausesOf, tripsOf } from '@one-window/shared/cases/life-of'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { at } from './told-case'

const clocked = (acceptedOn: string, ...pauses: Pause[]) => ({ acceptedOn, pauses, closes: '17:30' })
const pause = (from: string, to: string | undefined, workingDays: number): Pause => ({
  from: at(from),
  ...(to !== undefined && { to: at(to) }),
  workingDays,
})

describe('due day', () => {
  test.each([
    ['2026-11-24', 0, { day: '2026-11-24' }],
    ['2026-11-24', 1, { day: '2026-11-25' }],
    ['2026-11-27', 1, { day: '2026-11-30' }],
    ['2026-09-24', 1, { day: '2026-09-28' }],
    ['2026-09-30', 3, { day: '2026-10-10' }],
    ['2026-09-18', 1, { day: '2026-09-20' }],
    ['2026-10-19', 30, { day: '2026-11-30' }],
    ['2026-11-28', 1, { day: '2026-11-30' }],
    ['2026-11-24', 27, { day: '2026-12-31' }],
    ['2026-11-24', 28, { pendingYear: 2027 }],
    ['2024-12-30', 3, { pendingYear: 2024 }],
  ])('accepted %s, %i working days', (acceptedOn, count, due) => {
    expect(dueDay(publishedCalendar, clocked(acceptedOn), count)).toEqual(due)
  })

  // accepted on Tuesday 11-24 with 5 working days: 12-01 without a pause
  test.each<[string, Pause[], string]>([
    ['none', [], '2026-12-01'],
    ['begins before closing: the day is left out', [pause('11-25 17:29', '11-26 10:00', 5)], '2026-12-02'],
    ['begins as the hall closes: left out', [pause('11-25 17:30', '11-26 10:00', 5)], '2026-12-02'],
    ['begins after closing: counted', [pause('11-25 17:31', '11-26 10:00', 5)], '2026-12-01'],
    ['ends before closing: the day counts', [pause('11-25 09:00', '11-26 17:00', 5)], '2026-12-02'],
    ['ends as the hall closes: the day counts', [pause('11-25 09:00', '11-26 17:30', 5)], '2026-12-02'],
    ['ends after closing: left out too', [pause('11-25 09:00', '11-26 18:00', 5)], '2026-12-03'],
    ['within one day: nothing is left out', [pause('11-25 09:00', '11-25 17:00', 5)], '2026-12-01'],
    [
      'over a weekend: only working days are left out',
      [pause('11-27 09:00', '11-30 09:00', 5)],
      '2026-12-02',
    ],
    ['longer than approved: only what was approved', [pause('11-25 09:00', '12-08 09:00', 2)], '2026-12-03'],
    ['shorter than approved: what it took', [pause('11-25 09:00', '11-27 09:00', 9)], '2026-12-03'],
    ['still standing: as if it took all', [pause('11-25 09:00', undefined, 4)], '2026-12-07'],
    [
      'two, overlapping: a day is left out once',
      [pause('11-25 09:00', '11-30 09:00', 5), pause('11-26 09:00', '12-01 09:00', 5)],
      '2026-12-07',
    ],
    [
      'two, one after the other',
      [pause('11-25 09:00', '11-26 09:00', 1), pause('11-30 09:00', '12-01 09:00', 1)],
      '2026-12-03',
    ],
    ['on the day of acceptance itself', [pause('11-24 11:00', '11-25 09:00', 3)], '2026-12-01'],
  ])('a pause: %s', (_, pauses, day) => {
    expect(dueDay(publishedCalendar, clocked('2026-11-24', ...pauses), 5)).toEqual({ day })
  })

  test('a make-up Saturday within a pause is left out as a working day', () => {
    const paused = clocked('2026-10-08', pause('10-09 09:00', '10-12 09:00', 5))
    expect(clockDays(publishedCalendar, paused, '2026-10-12')).toEqual([
      { day: '2026-10-09', kind: 'paused', count: 0 },
      { day: '2026-10-10', kind: 'paused', count: 0 },
      { day: '2026-10-11', kind: 'off', count: 0 },
      { day: '2026-10-12', kind: 'counted', count: 1 },
    ])
  })

  test('a pause may carry the day into a year that is not published', () => {
    const paused = clocked('2026-12-01', pause('12-02 09:00', undefined, 20))
    expect(dueDay(publishedCalendar, paused, 5)).toEqual({ pendingYear: 2027 })
  })

  test('a limit of 0 is the day of acceptance, whatever stands', () => {
    const paused = clocked('2026-11-24', pause('11-24 09:00', undefined, 9))
    expect(dueDay(publishedCalendar, paused, 0)).toEqual({ day: '2026-11-24' })
  })
})

test.each<[string, string, number | undefined]>([
  ['before it', '2026-11-23', 0],
  ['the day of acceptance', '2026-11-24', 0],
  ['the next day', '2026-11-25', 1],
  ['over the pause', '2026-11-27', 1],
  ['a Sunday', '2026-11-29', 1],
  ['after it', '2026-11-30', 2],
  ['the last day of the calendar', '2026-12-31', 25],
  ['a year that is not published', '2027-01-01', undefined],
])('used working days: %s', (_, until, used) => {
  const paused = clocked('2026-11-24', pause('11-26 09:00', '11-28 09:00', 5))
  expect(usedDays(publishedCalendar, paused, until)).toBe(used)
})

// warning: 1 or none left of a limit over 3, 80 % of a shorter one; yellow by the promised, red by the statutory limit
test.each<[number, number, number | undefined, string]>([
  [0, 0, undefined, 'on-time'],
  [1, 0, undefined, 'yellow'],
  [0, 1, undefined, 'on-time'],
  [1, 1, undefined, 'warning'],
  [2, 3, undefined, 'on-time'],
  [3, 3, undefined, 'warning'],
  [2, 4, undefined, 'on-time'],
  [3, 4, undefined, 'warning'],
  [18, 20, 30, 'on-time'],
  [19, 20, 30, 'warning'],
  [20, 20, 30, 'warning'],
  [21, 20, 30, 'yellow'],
  [30, 20, 30, 'yellow'],
  [31, 20, 30, 'red'],
  [31, 20, undefined, 'yellow'],
  [21, 20, 20, 'red'],
])('%i used of %i promised, %s by law: %s', (used, promised, statutory, level) => {
  expect(clockLevel(used, promised, statutory)).toBe(level)
})

describe('what events add up to', () => {
  const event = (action: string, when: string, facts?: object) =>
    ({ action, at: at(when), ...(facts && { facts }) }) as Parameters<typeof pausesOf>[0][number]
  test.each([
    ['resumed', 'resume'],
    ['taken back', 'withdraw'],
    ['ended', 'terminate'],
  ])('a pause ends when it is %s', (_, action) => {
    const events = [event('pause', '11-24 09:00', { workingDays: 5 }), event(action, '11-26 09:00')]
    expect(pausesOf(events)).toEqual([pause('11-24 09:00', '11-26 09:00', 5)])
  })
  test('the last one still stands; what follows ends it only once', () => {
    const events = [
      event('pause', '11-24 09:00', { workingDays: 2 }),
      event('resume', '11-25 09:00'),
      event('terminate', '11-26 09:00'),
      event('pause', '11-27 09:00'),
    ]
    expect(pausesOf(events)).toEqual([
      pause('11-24 09:00', '11-25 09:00', 2),
      pause('11-27 09:00', undefined, 0),
    ])
  })
  test('extension, promise, trips', () => {
    const events = [
      event('receive', '11-24 09:00', { came: true }),
      event('accept', '11-24 09:10', { until: '2026-12-01', came: false }),
      event('extend', '11-25 09:00', { workingDays: 10 }),
      event('redeem', '11-26 09:00', { byPhone: true }),
      event('issue', '11-27 09:00', { came: true }),
    ]
    expect([extensionOf(events), gapsUntil(events), tripsOf(events)]).toEqual([10, '2026-12-01', 2])
    expect([extensionOf([]), gapsUntil([]), tripsOf([])]).toEqual([0, undefined, 0])
  })
})
