import { arrivalAt, isLateCancel, isOver } from '@one-window/shared/booking/arrival'
import { mayBook, mayChange, wasMissed } from '@one-window/shared/booking/may-book'
import { findSlotTime } from '@one-window/shared/booking/slots'
import {
  hasFirstChoice,
  newVisitor,
  nextFirst,
  pausedUntil,
  personRefusal,
  withBooking,
  withFirstChoice,
  withNoShow,
  withoutBooking,
  type Visitor,
} from '@one-window/shared/booking/visitor'
import { findHall } from '@one-window/shared/halls/halls'

const at = (clock: string, day = '2026-11-24') => new Date(`${day}T${clock}:00+08:00`)
const now = at('07:00')
const live = (bookingId: string, date: string, start = '09:00') => ({ bookingId, date, start })
const visitor = (changes: Partial<Visitor> = {}): Visitor => ({ ...newVisitor, ...changes })

describe('what a person may book', () => {
  const two = [live('a', '2026-11-25'), live('b', '2026-11-26')]
  test.each<[string, Visitor, string, Date, string | undefined, string | undefined]>([
    ['a newcomer', visitor(), '2026-11-25', now, undefined, undefined],
    [
      'one on another day',
      visitor({ live: [live('a', '2026-11-25')] }),
      '2026-11-26',
      now,
      undefined,
      undefined,
    ],
    [
      'one that day',
      visitor({ live: [live('a', '2026-11-25')] }),
      '2026-11-25',
      now,
      undefined,
      'already-booked-that-day',
    ],
    ['two ahead', visitor({ live: two }), '2026-11-27', now, undefined, 'too-many-bookings'],
    ['two ahead, moving one', visitor({ live: two }), '2026-11-27', now, 'a', undefined],
    ['moving within the day', visitor({ live: two }), '2026-11-25', now, 'a', undefined],
    ['moving onto the other', visitor({ live: two }), '2026-11-26', now, 'a', 'already-booked-that-day'],
    [
      'two, one still on',
      visitor({ live: two }),
      '2026-11-27',
      at('09:44', '2026-11-25'),
      undefined,
      'too-many-bookings',
    ],
    [
      'two, one just over',
      visitor({ live: two }),
      '2026-11-27',
      at('09:45', '2026-11-25'),
      undefined,
      undefined,
    ],
    [
      'again the same day after',
      visitor({ live: two }),
      '2026-11-25',
      at('09:45', '2026-11-25'),
      undefined,
      undefined,
    ],
    [
      'three no-shows',
      visitor({ noShows: ['2026-09-01', '2026-10-01', '2026-11-20'] }),
      '2026-11-25',
      now,
      undefined,
      'booking-paused',
    ],
    [
      'three, moving one',
      visitor({ noShows: ['2026-09-01', '2026-10-01', '2026-11-20'], live: two }),
      '2026-11-27',
      now,
      'a',
      undefined,
    ],
  ])('%s', (_, person, date, when, except, refusal) => {
    expect(personRefusal(person, date, when, except)).toBe(refusal)
  })

  test.each<[string[], string, string | undefined]>([
    [[], '2026-11-24', undefined],
    [['2026-10-01', '2026-11-01'], '2026-11-24', undefined],
    [['2026-09-01', '2026-10-01', '2026-11-20'], '2026-11-20', '2026-12-20'],
    [['2026-09-01', '2026-10-01', '2026-11-20'], '2026-12-19', '2026-12-20'],
    [['2026-09-01', '2026-10-01', '2026-11-20'], '2026-12-20', undefined],
    [['2026-08-23', '2026-10-01', '2026-11-20'], '2026-11-24', '2026-12-20'],
    [['2026-08-22', '2026-10-01', '2026-11-20'], '2026-11-24', undefined],
    [['2026-11-20', '2026-09-01', '2026-10-01'], '2026-11-24', '2026-12-20'],
    [['2026-07-01', '2026-09-01', '2026-09-20', '2026-12-25'], '2026-12-26', undefined],
  ])('no-shows on %j, asked on %s: paused until %s', (noShows, today, until) => {
    expect(pausedUntil(visitor({ noShows }), today)).toBe(until)
  })
})

describe('what is remembered about a person', () => {
  test('a booking moved is one booking, a cancelled one is free again but still listed', () => {
    const one = withBooking(visitor(), live('a', '2026-11-25'), now)
    const moved = withBooking(one, live('a', '2026-11-26', '10:00'), now)
    expect(moved).toMatchObject({ live: [live('a', '2026-11-26', '10:00')], recent: ['a'] })
    expect(withoutBooking(moved, 'a', now)).toMatchObject({ live: [], recent: ['a'] })
  })

  test('twenty bookings are listed, newest first, and one still ahead is never dropped', () => {
    let person = withBooking(visitor(), live('first', '2026-11-30'), now)
    for (let i = 0; i < 30; i++) {
      person = withoutBooking(withBooking(person, live(`b${i}`, '2026-11-25'), now), `b${i}`, now)
    }
    expect(person.recent).toHaveLength(20)
    expect(person.recent[0]).toBe('b29')
    expect(person.recent).toContain('first')
  })

  test('a no-show frees the person and is forgotten when it no longer matters', () => {
    const person = visitor({ live: [live('a', '2026-11-23')], noShows: ['2026-07-01', '2026-10-01'] })
    expect(withNoShow(person, live('a', '2026-11-23'), now)).toMatchObject({
      live: [],
      noShows: ['2026-10-01', '2026-11-23'],
    })
  })

  test('moved by the hall: first choice for seven days, the last included', () => {
    const person = withFirstChoice(visitor({ live: [live('a', '2026-11-25')] }), 'a', now)
    expect(person).toMatchObject({ live: [], firstChoiceUntil: '2026-12-01' })
    expect(hasFirstChoice(person, at('23:59', '2026-12-01'))).toBe(true)
    expect(hasFirstChoice(person, at('00:00', '2026-12-02'))).toBe(false)
  })

  test('what is ahead comes first, next first; then the past, newest first', () => {
    const of = (bookingId: string, date: string, status: 'booked' | 'cancelled' | 'served') => ({
      ...live(bookingId, date),
      status,
    })
    const bookings = [
      of('old', '2026-11-02', 'served'),
      of('later', '2026-11-26', 'booked'),
      of('given back', '2026-11-27', 'cancelled'),
      of('next', '2026-11-25', 'booked'),
    ]
    expect(nextFirst(bookings, now).map(({ bookingId }) => bookingId)).toEqual([
      'next',
      'later',
      'given back',
      'old',
    ])
  })
})

describe('which refusal is said, and what is offered', () => {
  const hall = findHall('yonghe')!
  const time = findSlotTime('yonghe.20261126.0900')!
  const busy = visitor({ live: [live('a', '2026-11-26', '10:00')] })
  const paused = visitor({ noShows: ['2026-11-18', '2026-11-19', '2026-11-20'] })
  test.each<[string, Parameters<typeof mayBook>[1], Visitor, object]>([
    ['a place', undefined, visitor(), { places: 2 }],
    ['full', { booked: 2 }, visitor(), { refusal: 'slot-full', offer: true, notOn: [] }],
    [
      'the person before full',
      { booked: 2 },
      busy,
      { refusal: 'already-booked-that-day', offer: true, notOn: ['2026-11-26'] },
    ],
    [
      'closed before the person',
      { booked: 0, closed: true },
      busy,
      { refusal: 'slot-closed', offer: true, notOn: ['2026-11-26'] },
    ],
    ['paused, no offer', undefined, paused, { refusal: 'booking-paused', offer: false, until: '2026-12-20' }],
    ['full, first choice', { booked: 2 }, visitor({ firstChoiceUntil: '2026-12-01' }), { places: 4 }],
    [
      'full for first choice too',
      { booked: 4 },
      visitor({ firstChoiceUntil: '2026-12-01' }),
      { refusal: 'slot-full', offer: true, notOn: [] },
    ],
    [
      'first choice is over',
      { booked: 2 },
      visitor({ firstChoiceUntil: '2026-11-23' }),
      { refusal: 'slot-full', offer: true, notOn: [] },
    ],
  ])('%s', (_, counter, person, decision) => {
    expect(mayBook(time, counter, hall, person, now)).toEqual({ refusal: undefined, ...decision })
  })
})

describe('coming', () => {
  const slot = { date: '2026-11-24', start: '09:00' }
  test.each([
    ['08:29', '2026-11-24', 'early'],
    ['08:30', '2026-11-24', 'on-time'],
    ['09:00', '2026-11-24', 'on-time'],
    ['09:15', '2026-11-24', 'on-time'],
    ['09:16', '2026-11-24', 'late'],
    ['17:00', '2026-11-24', 'late'],
    ['09:00', '2026-11-23', 'other-day'],
    ['00:00', '2026-11-25', 'other-day'],
  ])('at %s on %s is %s', (clock, day, arrival) => {
    expect(arrivalAt(slot, at(clock, day))).toBe(arrival)
  })

  test.each([
    ['06:59', false, false],
    ['07:00', false, false],
    ['07:01', true, false],
    ['09:44', true, false],
    ['09:45', true, true],
  ])('giving back at %s is late: %s; the slot is over: %s', (clock, late, over) => {
    expect(isLateCancel(slot, at(clock))).toBe(late)
    expect(isOver(slot, at(clock))).toBe(over)
    expect(mayChange({ ...slot, status: 'booked' }, 'cancel', at(clock))).toBe(!over)
    expect(wasMissed({ ...slot, status: 'booked' }, at(clock))).toBe(over)
    expect(wasMissed({ ...slot, status: 'checked-in' }, at(clock))).toBe(false)
  })
})
