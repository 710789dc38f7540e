import type { Booking } from '@one-window/shared/booking/booking'
import { deskQueue, waitedMinutes } from '@one-window/shared/booking/queue'

const booking = (
  bookingId: string,
  status: Booking['status'],
  start: string,
  checkedInAt?: string,
): Booking => ({
  bookingId,
  code: '100001',
  status,
  hallId: 'yonghe',
  hallName: '永和乡政务服务中心',
  serviceId: 'dibao-shenqing',
  serviceName: '申请低保',
  slotId: `yonghe.20261126.${start.replace(':', '')}`,
  date: '2026-11-26',
  start,
  end: '18:00',
  visitor: { name: '张*', phone: '138****0000', relation: 'self' },
  realName: 'none',
  bookedAt: '2026-11-24T01:00:00.000Z',
  checkedInAt,
})

const day = [
  booking('late', 'checked-in', '09:00', '2026-11-26T01:40:00.000Z'),
  booking('b-next', 'booked', '10:30'),
  booking('early', 'checked-in', '10:00', '2026-11-26T01:20:00.000Z'),
  booking('a-next', 'booked', '10:30'),
  booking('first', 'booked', '09:30'),
  booking('done-1', 'served', '08:30'),
  booking('done-2', 'served', '09:00'),
  booking('gone', 'cancelled', '09:00'),
  booking('missed', 'no-show', '08:30'),
  booking('closed', 'hall-cancelled', '14:00'),
]
const ids = (bookings: Booking[]) => bookings.map(({ bookingId }) => bookingId)

describe('the queue of the desk', () => {
  const queue = deskQueue(day)

  it('calls who has come in the order of coming, not of the slots', () => {
    expect(ids(queue.waiting)).toEqual(['early', 'late'])
  })

  it('lists who is still to come by slot', () => {
    expect(ids(queue.coming)).toEqual(['first', 'a-next', 'b-next'])
  })

  it('keeps everybody else out of the queue, and loses nobody', () => {
    expect(ids(queue.served)).toEqual(['done-2', 'done-1'])
    expect(ids(queue.absent)).toEqual(['missed', 'gone', 'closed'])
    expect(Object.values(queue).flat()).toHaveLength(day.length)
  })
})

describe('the minutes a person has waited', () => {
  const came = { checkedInAt: '2026-11-26T01:20:00.000Z' }
  it.each([
    ['just now', came, '2026-11-26T01:20:59.000Z', 0],
    ['whole minutes', came, '2026-11-26T01:41:30.000Z', 21],
    ['a clock that runs behind', came, '2026-11-26T01:10:00.000Z', 0],
    ['not here yet', { checkedInAt: undefined }, '2026-11-26T01:41:30.000Z', 0],
  ])('%s', (_, booked, now, minutes) => {
    expect(waitedMinutes(booked, new Date(now))).toBe(minutes)
  })
})
