import {
  addDays,
  clockWords,
  dayWords,
  weekdayOf,
  weekdayWord,
  type Day,
} from '@one-window/shared/foundation/time'
import type { HallDay, Slot } from '@one-window/shared/booking/booking'

/** A day of the strip, in words. */
export interface StripDay {
  date: Day
  weekday: string
  number: string
  /** 余3, 约满, 休, 放假, 停办, — */
  says: string
  kind: 'open' | 'off' | 'shut'
  makeUp: boolean
  /** Why it is closed. */
  reason?: string
}

/** The Monday of the week a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

const offWords: Readonly<Partial<Record<HallDay['kind'], string>>> = {
  weekend: '休',
  holiday: '放假',
  'not-announced': '—',
  closed: '停办',
}

const saysOf = (day: HallDay, slots: readonly Slot[]): string => {
  const word = offWords[day.kind]
  if (word) return word
  const left = slots.reduce((sum, slot) => sum + (slot.state === 'open' ? slot.left : 0), 0)
  if (left > 0) return `余${left}`
  if (slots.some(({ state }) => state === 'full')) return '约满'
  return slots.some(({ state }) => state === 'not-released') || slots.length === 0 ? '—' : '已过'
}

/** The days of a week as a person reads them. */
export const stripOf = (days: readonly HallDay[], slots: readonly Slot[], today: Day): StripDay[] =>
  days.map((day) => {
    const says = saysOf(
      day,
      slots.filter(({ date }) => date === day.date),
    )
    return {
      date: day.date,
      weekday: day.date === today ? '今天' : weekdayWord(day.date),
      number: String(Number(day.date.slice(8))),
      says,
      kind: day.kind === 'closed' ? 'shut' : says.startsWith('余') ? 'open' : 'off',
      makeUp: day.kind === 'make-up',
      reason: day.reason,
    }
  })

/** The slots of one day, morning and afternoon; those that are over are left out. */
export const halvesOf = (slots: readonly Slot[], date: Day | undefined) => {
  const shown = slots.filter((slot) => slot.date === date && slot.state !== 'past')
  return [
    { words: '上午', slots: shown.filter(({ start }) => start < '12:00') },
    { words: '下午', slots: shown.filter(({ start }) => start >= '12:00') },
  ].filter((half) => half.slots.length > 0)
}

/** 9:00, without the half of the day that stands over it. */
export const slotClock = (slot: Pick<Slot, 'start'>): string => clockWords(slot.start).replace(/^\D+/, '')

/** What a slot says under its time. */
export const slotSays = (slot: Slot): string => {
  if (slot.state === 'open') return `余${slot.left}`
  return { full: '约满', closed: '停办', past: '已过', 'not-released': '没放号' }[slot.state]
}

/** 11月23日–29日 */
export const weekWords = (days: readonly HallDay[]): string => {
  const first = days[0]?.date
  const last = days[days.length - 1]?.date
  if (!first || !last) return ''
  const [, month, date] = first.split('-').map(Number)
  const [, lastMonth, lastDate] = last.split('-').map(Number)
  return `${month}月${date}日–${lastMonth === month ? '' : `${lastMonth}月`}${lastDate}日`
}

/** What a person should know of the days of this week: closures, and weekend days that are worked. */
export const weekNotes = (strip: readonly StripDay[]): { kind: 'warn' | 'info'; words: string }[] => [
  ...strip
    .filter(({ kind }) => kind === 'shut')
    .map(({ date, reason }) => ({
      kind: 'warn' as const,
      words: `${dayWords(date)}${reason ?? ''}，停办一天`,
    })),
  ...strip
    .filter(({ makeUp }) => makeUp)
    .map(({ date }) => ({ kind: 'info' as const, words: `${dayWords(date)}调休上班，照常办事` })),
]
