import {
  aSlot,
  findSlotTime,
  firstChoiceCapacity,
  nextFree,
  releasedDays,
  slotCapacity,
  slotRefusal,
  slotTimes,
  type SlotCounter,
} from '@one-window/shared/booking/slots'
import { findHall } from '@one-window/shared/halls/halls'

const hall = findHall('yonghe')!
const at = (clock: string, day = '2026-11-24') => new Date(`${day}T${clock}:00+08:00`)
const early = at('07:00')

test('a working day has fourteen half hours, none in the midday rest', () => {
  const times = slotTimes(hall, '2026-11-24')
  expect(times.map(({ start }) => start)).toEqual(
    '08:30 09:00 09:30 10:00 10:30 11:00 11:30 14:00 14:30 15:00 15:30 16:00 16:30 17:00'.split(' '),
  )
  expect(times.at(-1)).toMatchObject({ end: '17:30', slotId: 'yonghe.20261124.1700' })
})

test('a rest shorter than a slot is no slot', () => {
  const odd = { ...hall, hours: [{ opens: '09:00', closes: '10:20' }] }
  expect(slotTimes(odd, '2026-11-24').map(({ end }) => end)).toEqual(['09:30', '10:00'])
})

describe('which ids are slots', () => {
  test.each([
    ['yonghe.20261126.0900', true, 'a working day'],
    ['yonghe.20261010.0900', true, '调休 Saturday'],
    ['yonghe.20270104.0900', true, 'a year not announced: refused with its reason, not unknown'],
    ['yonghe.20261128.0900', false, 'Saturday'],
    ['yonghe.20261001.0900', false, '国庆节'],
    ['yonghe.20261126.1200', false, 'midday rest'],
    ['yonghe.20261126.0910', false, 'between two slots'],
    ['yonghe.20261131.0900', false, '31 November'],
    ['nowhere.20261126.0900', false, 'unknown hall'],
    ['yonghe.20261126', false, 'no time'],
    ['yonghe.20261126.0900.1', false, 'more than an id'],
    ['__proto__', false, 'not an id'],
    ['', false, 'empty'],
  ])('%s: %s (%s)', (slotId, exists) => {
    expect(findSlotTime(slotId)?.slotId).toBe(exists ? slotId : undefined)
  })
})

describe('which days are released', () => {
  test.each([
    [
      '07:00',
      '2026-11-24',
      ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
      'Tuesday',
    ],
    [
      '15:00',
      '2026-11-24',
      ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
      'one left today',
    ],
    [
      '15:01',
      '2026-11-24',
      ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'],
      'none left today',
    ],
    [
      '10:00',
      '2026-11-28',
      ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
      'Saturday',
    ],
    [
      '07:00',
      '2026-10-09',
      ['2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13', '2026-10-14'],
      '调休 Saturday',
    ],
    ['07:00', '2026-09-30', ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'], '国庆节'],
    ['07:00', '2026-12-29', ['2026-12-29', '2026-12-30', '2026-12-31'], 'the year after is not announced'],
    ['16:00', '2026-12-31', [], 'nothing known ahead'],
    ['07:00', '2027-01-04', [], 'a year not announced'],
  ])('at %s on %s: %j (%s)', (clock, day, released) => {
    expect(releasedDays(hall, at(clock, day))).toEqual(released)
  })
})

describe('the state of a slot', () => {
  const slot = (slotId: string, counter: SlotCounter | undefined, now: Date) =>
    aSlot(findSlotTime(slotId)!, counter, hall, releasedDays(hall, now).at(-1), now)

  test.each<[string, SlotCounter | undefined, Date, string, number]>([
    ['yonghe.20261126.0900', undefined, early, 'open', 2],
    ['yonghe.20261126.0900', { booked: 1 }, early, 'open', 1],
    ['yonghe.20261126.0900', { booked: 2 }, early, 'full', 0],
    ['yonghe.20261126.0900', { booked: 2, capacity: 1 }, early, 'full', 0],
    ['yonghe.20261126.0900', { booked: 2, capacity: 40 }, early, 'open', 38],
    ['yonghe.20261126.0900', { booked: 0, capacity: 0 }, early, 'full', 0],
    ['yonghe.20261126.0900', { booked: 0, closed: true }, early, 'closed', 0],
    ['yonghe.20261124.0900', undefined, at('07:00'), 'open', 2],
    ['yonghe.20261124.0900', undefined, at('07:01'), 'past', 2],
    ['yonghe.20261124.0900', undefined, at('12:00'), 'past', 2],
    ['yonghe.20261124.0900', { booked: 0, closed: true }, at('12:00'), 'closed', 0],
    ['yonghe.20261123.0900', undefined, early, 'past', 2],
    ['yonghe.20261130.0900', undefined, early, 'open', 2],
    ['yonghe.20261201.0900', undefined, early, 'not-released', 2],
  ])('%s with %j at %s is %s, %i left', (slotId, counter, now, state, left) => {
    expect(slot(slotId, counter, now)).toMatchObject({ state, left })
  })

  test.each<[string, SlotCounter | undefined, number, string | undefined]>([
    ['yonghe.20261126.0900', undefined, 2, undefined],
    ['yonghe.20261126.0900', { booked: 2 }, 2, 'slot-full'],
    ['yonghe.20261126.0900', { booked: 2 }, 4, undefined],
    ['yonghe.20261126.0900', { booked: 0, closed: true }, 4, 'slot-closed'],
    ['yonghe.20261123.0900', undefined, 2, 'slot-past'],
    ['yonghe.20261207.0900', undefined, 2, 'slot-not-released'],
    ['yonghe.20270104.0900', undefined, 2, 'calendar-not-announced'],
  ])('%s with %j and %i places is refused: %s', (slotId, counter, places, refusal) => {
    expect(slotRefusal(findSlotTime(slotId)!, counter, places, hall, early)).toBe(refusal)
  })
})

test('first choice reaches the places kept for walk-ins, but not a slot without places', () => {
  expect(slotCapacity(hall, undefined)).toBe(2)
  expect(firstChoiceCapacity(hall, undefined)).toBe(4)
  expect(firstChoiceCapacity(hall, { booked: 0, capacity: 10 })).toBe(12)
  expect(firstChoiceCapacity(hall, { booked: 0, capacity: 0 })).toBe(0)
})

describe('the next free slot', () => {
  const full = { booked: 2 }
  const fullDay = (day: string): [string, SlotCounter][] =>
    slotTimes(hall, day).map(({ start }) => [`${day}#${start}`, full])
  const wanted = { date: '2026-11-26', start: '09:00' }
  test.each<[string, [string, SlotCounter][], [string, string][], string[], string | undefined]>([
    ['the next half hour', [['2026-11-26#09:00', full]], [], [], 'yonghe.20261126.0930'],
    ['over the midday rest', fullDay('2026-11-26').slice(0, 7), [], [], 'yonghe.20261126.1400'],
    ['the next day', fullDay('2026-11-26'), [], [], 'yonghe.20261127.0830'],
    ['not a closed day', fullDay('2026-11-26'), [['2026-11-27', '停电']], [], 'yonghe.20261130.0830'],
    ['not a day already booked', [], [], ['2026-11-26'], 'yonghe.20261127.0830'],
    [
      'earlier when nothing is later',
      ['2026-11-26', '2026-11-27', '2026-11-30'].flatMap(fullDay),
      [],
      [],
      'yonghe.20261124.0900',
    ],
    [
      'none when all is full',
      ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'].flatMap(fullDay),
      [],
      [],
      undefined,
    ],
  ])('%s', (_, counters, closures, notOn, slotId) => {
    const days = { counters: new Map(counters), closures: new Map(closures) }
    expect(nextFree(hall, days, wanted, notOn, early)?.slotId).toBe(slotId)
  })

  test('nothing is offered in a year that is not announced', () => {
    const days = { counters: new Map<string, SlotCounter>(), closures: new Map<string, string>() }
    expect(
      nextFree(hall, days, { date: '2027-01-04', start: '09:00' }, [], at('16:00', '2026-12-31')),
    ).toBeUndefined()
  })
})
