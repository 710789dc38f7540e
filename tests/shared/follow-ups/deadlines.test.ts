import { publishedCalendar, workingCalendar } from '@one-window/shared/foundation/calendar'
import { deadlinesNow, finishOrder, followUpDeadlines } from '@one-window/shared/follow-ups/deadlines'

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
      finishOrder({ openedAt, contactBy: {}, finishBy })
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
})
