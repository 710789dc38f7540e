import { publishedCalendar, workingCalendar } from '@one-window/shared/foundation/calendar'
import {
  deadlinesNow,
  dueOrder,
  finishDay,
  followUpDeadlines,
  halfDayOf,
  isUnreachable,
  ratedAppealUntil,
  runningDeadline,
} from '@one-window/shared/follow-ups/deadlines'

// a made-up 2027 for the day it is published
const with2027 = workingCalendar([
  { year: 2026, source: 'test', off: [], makeUp: [] },
  { year: 2027, source: 'test', off: [['2027-01-01', '2027-01-03']], makeUp: [] },
])

describe('deadlines of a follow-up', () => {
  test.each([
    ['2026-11-24', { day: '2026-11-25' }, { day: '2026-12-01' }],
    ['2026-11-27', { day: '2026-11-30' }, { day: '2026-12-04' }],
    ['2026-09-30', { day: '2026-10-08' }, { day: '2026-10-13' }],
    ['2026-12-28', { day: '2026-12-29' }, { pendingYear: 2027 }],
    ['2026-12-31', { pendingYear: 2027 }, { pendingYear: 2027 }],
  ])('opened %s', (opened, contactBy, finishBy) => {
    expect(followUpDeadlines(publishedCalendar, opened)).toEqual({ contactBy, finishBy })
  })

  test('a told day stands; a waiting one is set when the year is loaded', () => {
    const told = {
      openedAt: '2026-12-28T02:00:00.000Z',
      contactBy: { day: '2026-12-29' },
      finishBy: { pendingYear: 2027 },
    }
    expect(deadlinesNow(publishedCalendar, told)).toEqual({
      contactBy: told.contactBy,
      finishBy: told.finishBy,
    })
    expect(deadlinesNow(with2027, told)).toEqual({
      contactBy: told.contactBy,
      finishBy: { day: '2027-01-05' },
    })
    const early = { ...told, contactBy: { day: '2026-12-30' } }
    expect(deadlinesNow(with2027, early).contactBy).toEqual({ day: '2026-12-30' })
  })

  test('sorted by what must be finished first', () => {
    const opened = (openedAt: string, finishBy: { day?: string; pendingYear?: number }) =>
      dueOrder({ status: 'verify', anonymous: false, openedAt, contactBy: {}, finishBy })
    const inOrder = [
      opened('2026-12-20T02:00:00.000Z', { day: '2026-12-28' }),
      opened('2026-12-24T01:00:00.000Z', { day: '2026-12-31' }),
      opened('2026-12-24T02:00:00.000Z', { day: '2026-12-31' }),
      opened('2026-12-28T02:00:00.000Z', { pendingYear: 2027 }),
      opened('2026-12-30T02:00:00.000Z', { pendingYear: 2027 }),
      opened('2026-12-31T02:00:00.000Z', { day: '2027-01-08' }),
    ]
    expect([...inOrder].sort()).toEqual(inOrder)
  })

  test.each([
    ['as opened', {}, '2026-12-01'],
    ['complex', { complex: true }, '2026-12-15'],
    ['an extension', { extension: 'approved' }, '2026-12-08'],
    ['an extension that was only asked', { extension: 'asked' }, '2026-12-01'],
    ['complex, with an extension', { complex: true, extension: 'approved' }, '2026-12-22'],
    ['opened again', { finishFrom: '2026-12-03' }, '2026-12-10'],
  ] as const)('the last day %s', (_, state, day) => {
    expect(finishDay(publishedCalendar, { openedAt: '2026-11-24T02:00:00.000Z', ...state })).toEqual({ day })
  })

  test.each([
    ['triage', false, 'contactBy'],
    ['callback', false, 'contactBy'],
    ['triage', true, 'finishBy'],
    ['verify', false, 'finishBy'],
    ['check', false, 'finishBy'],
  ] as const)('%s, anonymous %s: what runs is %s', (status, anonymous, which) => {
    const told = { contactBy: { day: '2026-11-25' }, finishBy: { day: '2026-12-01' } }
    expect(runningDeadline({ status, anonymous, ...told })).toEqual(told[which])
  })

  test('three tries count at three half days only', () => {
    const at = (time: string) => halfDayOf(new Date(`2026-11-${time}:00+08:00`))
    expect(at('24T09:00')).toBe('2026-11-24a')
    expect(at('24T12:30')).toBe('2026-11-24p')
    expect(isUnreachable([at('24T09:00'), at('24T09:10'), at('24T11:59')])).toBe(false)
    expect(isUnreachable([at('24T09:00'), at('24T15:00')])).toBe(false)
    expect(isUnreachable([at('24T09:00'), at('24T15:00'), at('25T09:00')])).toBe(true)
  })

  test('a clerk may appeal until the third working day of the month after', () => {
    expect(ratedAppealUntil(publishedCalendar, '2026-10')).toEqual({ day: '2026-11-04' })
    expect(ratedAppealUntil(publishedCalendar, '2026-12')).toEqual({ pendingYear: 2027 })
  })
})
