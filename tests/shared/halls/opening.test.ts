import { halls } from '@one-window/shared/halls/halls'
import { openingAt } from '@one-window/shared/halls/opening'

const hall = halls.find(({ hallId }) => hallId === 'yonghe')!

test.each<[string, string, object, [string, string][]]>([
  ['2026-11-24', '08:29', { open: false, day: '2026-11-24', clock: '08:30' }, []],
  ['2026-11-24', '08:30', { open: true, day: '2026-11-24', clock: '12:00' }, []],
  ['2026-11-24', '11:59', { open: true, day: '2026-11-24', clock: '12:00' }, []],
  ['2026-11-24', '12:00', { open: false, day: '2026-11-24', clock: '14:00' }, []],
  ['2026-11-24', '14:00', { open: true, day: '2026-11-24', clock: '17:30' }, []],
  ['2026-11-24', '17:30', { open: false, day: '2026-11-25', clock: '08:30' }, []],
  ['2026-11-27', '18:00', { open: false, day: '2026-11-30', clock: '08:30' }, []],
  ['2026-10-10', '09:00', { open: true, day: '2026-10-10', clock: '12:00' }, []],
  ['2026-09-30', '18:00', { open: false, day: '2026-10-08', clock: '08:30' }, []],
  ['2026-11-24', '09:00', { open: false, day: '2026-11-25', clock: '08:30' }, [['2026-11-24', '停电']]],
  ['2026-11-24', '18:00', { open: false, day: '2026-11-26', clock: '08:30' }, [['2026-11-25', '停电']]],
  ['2026-12-31', '09:00', { open: true, day: '2026-12-31', clock: '12:00' }, []],
  ['2026-12-31', '18:00', { open: false }, []],
  ['2027-01-04', '09:00', { open: false }, []],
])('%s %s: %j, closed %j', (day, clock, opening, closures) => {
  expect(openingAt(hall, new Map(closures), new Date(`${day}T${clock}:00+08:00`))).toEqual(opening)
})

test('every hall says what its township has not confirmed', () => {
  expect(halls).toHaveLength(12)
  for (const { unconfirmed } of halls) expect(unconfirmed).toContain('hours')
})
