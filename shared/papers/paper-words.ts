/** Days and blanks as papers have them. */
import {
  addDays,
  chinaClock,
  chinaDay,
  shortDay,
  weekdayWord,
  type Day,
  type Instant,
} from '../foundation/time'

/** 2026年11月24日: papers carry the year. */
export const paperDay = (day: Day): string => `${Number(day.slice(0, 4))}年${shortDay(day)}`

/** 2026年12月24日(星期四) */
export const paperWeekday = (day: Day): string =>
  `${paperDay(day)}(${weekdayWord(day).replace('周', '星期')})`

/** 2026年11月24日 of an instant. */
export const paperDayOf = (at: Instant): string => paperDay(chinaDay(new Date(at)))

/** 2026年11月24日 10:27 */
export const paperInstant = (at: Instant): string => `${paperDayOf(at)} ${chinaClock(new Date(at))}`

/** The first day that counts: the day after acceptance. */
export const countsFrom = (acceptedAt: Instant): string =>
  shortDay(addDays(chinaDay(new Date(acceptedAt)), 1))

/** A line to write on, for what nobody has told us. */
export const BLANK = '____________'

export const formWords = { original: '原件', copy: '复印件', electronic: '电子件' } as const
