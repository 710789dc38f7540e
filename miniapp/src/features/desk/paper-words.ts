import {
  addDays,
  chinaClock,
  chinaDay,
  shortDay,
  weekdayWord,
  type Day,
} from '@one-window/shared/foundation/time'

/** 2026年11月24日: papers carry the year. */
export const paperDay = (day: Day): string => `${Number(day.slice(0, 4))}年${shortDay(day)}`

/** 2026年12月24日(星期四) */
export const paperDayWithWeekday = (day: Day): string =>
  `${paperDay(day)}(${weekdayWord(day).replace('周', '星期')})`

/** 2026年11月24日 10:27 */
export const paperInstant = (instant: string): string => {
  const at = new Date(instant)
  return `${paperDay(chinaDay(at))} ${chinaClock(at)}`
}

/** The first day that counts: the day after acceptance. */
export const countsFrom = (acceptedAt: string): string => shortDay(addDays(chinaDay(new Date(acceptedAt)), 1))
