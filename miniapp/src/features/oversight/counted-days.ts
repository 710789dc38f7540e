import { dayKind, publishedCalendar, type DayKind } from '@one-window/shared/foundation/calendar'
import { addDays, shortDay, weekdayWord, type Day } from '@one-window/shared/foundation/time'

/** A day of the arithmetic of a deadline: which one it is, or why it does not count. */
export interface CountedDay {
  day: Day
  short: string
  weekday: string
  /** 当天, 第1天 …, 周末, 放假. */
  says: string
  counts: boolean
  last: boolean
}

const skipped: Readonly<Partial<Record<DayKind, string>>> = { weekend: '周末', holiday: '放假' }

/** The days from one to another: the first is not counted, working days and make-up days are, the others are skipped. */
export const countedDays = (from: Day, to: Day): CountedDay[] => {
  const days: CountedDay[] = []
  let number = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = dayKind(publishedCalendar, day)
    const counts = day !== from && (kind === 'working' || kind === 'make-up')
    if (counts) number += 1
    const word = kind === 'make-up' ? `第${number}天，调休` : `第${number}天`
    days.push({
      day,
      short: shortDay(day),
      weekday: weekdayWord(day),
      says: day === from ? '当天不算' : counts ? word : (skipped[kind] ?? '待定'),
      counts,
      last: day === to,
    })
  }
  return days
}
