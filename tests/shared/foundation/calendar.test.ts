import {
  addWorkingDays,
  dayKind,
  isWorkingDay,
  publishedCalendar,
  workingCalendar,
  workingDaysBetween,
} from '@one-window/shared/foundation/calendar'

describe('what a day is', () => {
  test.each([
    ['2026-11-24', 'working', 'Tuesday'],
    ['2026-11-28', 'weekend', 'Saturday'],
    ['2026-10-01', 'holiday', '国庆节, Thursday'],
    ['2026-10-07', 'holiday', 'last day of 国庆节'],
    ['2026-10-08', 'working', 'first day after it'],
    ['2026-10-10', 'make-up', '调休 Saturday'],
    ['2026-09-20', 'make-up', '调休 Sunday'],
    ['2026-02-14', 'make-up', '调休 Saturday before 春节'],
    ['2026-02-15', 'holiday', '春节 begins on a Sunday'],
    ['2025-10-08', 'holiday', '国庆 and 中秋 together'],
    ['2025-10-11', 'make-up', '调休 Saturday of 2025'],
    ['2026-01-04', 'make-up', '调休 Sunday after 元旦'],
    ['2026-12-31', 'working', 'last known day'],
    ['2027-01-01', 'not-announced', 'the notice is not published'],
    ['2027-03-02', 'not-announced', 'a Tuesday, but never guessed'],
    ['2024-12-31', 'not-announced', 'before the first loaded year'],
  ])('%s is %s (%s)', (day, kind) => {
    expect(dayKind(publishedCalendar, day)).toBe(kind)
    expect(isWorkingDay(publishedCalendar, day)).toBe(
      kind === 'not-announced' ? undefined : kind === 'working' || kind === 'make-up',
    )
  })

  test('each year works as many days as its notice leaves', () => {
    const worked = (year: number) =>
      [...publishedCalendar.get(year)!.off].length > 0 &&
      workingDaysBetween(publishedCalendar, `${year}-01-01`, `${year}-12-31`)
    // 2025: 261 weekdays, 19 of them off, 5 make-up days, 1 January itself not counted
    expect([worked(2025), worked(2026)]).toEqual([248, 248])
  })
})

describe('counting working days', () => {
  test.each([
    ['2026-11-24', 0, { day: '2026-11-24' }],
    ['2026-11-24', 1, { day: '2026-11-25' }],
    ['2026-11-27', 1, { day: '2026-11-30' }],
    ['2026-09-30', 1, { day: '2026-10-08' }],
    ['2026-10-09', 1, { day: '2026-10-10' }],
    ['2026-10-10', 1, { day: '2026-10-12' }],
    ['2026-02-13', 2, { day: '2026-02-24' }],
    ['2025-12-31', 1, { day: '2026-01-04' }],
    ['2026-12-31', 0, { day: '2026-12-31' }],
    ['2026-12-31', 1, { pendingYear: 2027 }],
    ['2026-12-28', 4, { pendingYear: 2027 }],
    ['2026-12-28', 3, { day: '2026-12-31' }],
  ])('%s and %i working days: %j', (from, count, due) => {
    expect(addWorkingDays(publishedCalendar, from, count)).toEqual(due)
  })

  test.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-30', 4],
    ['2026-09-30', '2026-10-12', 4],
    ['2026-12-30', '2027-01-02', undefined],
  ])('from %s to %s: %s', (from, to, count) => {
    expect(workingDaysBetween(publishedCalendar, from, to)).toBe(count)
  })
})

describe('loading years', () => {
  const year = { year: 2027, source: 'x', off: [['2027-01-01', '2027-01-03']], makeUp: [] }
  test('a loaded year is known from then on', () => {
    const calendar = workingCalendar([year])
    expect(dayKind(calendar, '2027-01-01')).toBe('holiday')
    expect(dayKind(calendar, '2027-01-04')).toBe('working')
    expect(dayKind(calendar, '2026-12-31')).toBe('not-announced')
  })
  test.each([
    ['a year given twice', [year, year]],
    ['a day of another year', [{ ...year, makeUp: ['2028-01-08'] }]],
    ['a range into another year', [{ ...year, off: [['2027-12-31', '2028-01-02']] }]],
    ['a day that does not exist', [{ ...year, makeUp: ['2027-06-31'] }]],
  ])('%s stops the start', (_, years) => {
    expect(() => workingCalendar(years)).toThrow()
  })
})
