import * as z from 'zod/mini'
import type { Lifecycle } from '../foundation/lifecycle'

/** 已预约 → 已签到 → 办理中 → 已完成; 已取消, 爽约, 大厅取消. */
export const BookingStatus = z.enum([
  'booked',
  'checked-in',
  'served',
  'cancelled',
  'no-show',
  'hall-cancelled',
])
export type BookingStatus = z.infer<typeof BookingStatus>

export type BookingAction = 'reschedule' | 'check-in' | 'serve' | 'cancel' | 'miss' | 'cancel-by-hall'

/** The life of a booking (预约). */
export const bookingLifecycle: Lifecycle<BookingStatus, BookingAction> = {
  reschedule: { from: ['booked'], to: 'booked' },
  'check-in': { from: ['booked'], to: 'checked-in' },
  serve: { from: ['booked', 'checked-in'], to: 'served' },
  cancel: { from: ['booked'], to: 'cancelled' },
  miss: { from: ['booked'], to: 'no-show' },
  'cancel-by-hall': { from: ['booked'], to: 'hall-cancelled' },
}

/** Statuses that hold a place in their slot. */
export const holdsPlace: readonly BookingStatus[] = ['booked', 'checked-in', 'served', 'no-show']

/** Statuses in which the person is still expected, or waits. */
export const isWaiting: readonly BookingStatus[] = ['booked', 'checked-in']

/** What the resident reads. */
export const bookingStatusWords: Readonly<Record<BookingStatus, string>> = {
  booked: '已约好',
  'checked-in': '已签到',
  served: '已到窗口办理',
  cancelled: '您取消了',
  'no-show': '约了没来',
  'hall-cancelled': '大厅停办，已取消',
}
