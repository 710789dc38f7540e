/**
 * China time. The only file that turns text into dates.
 * A day is the text `YYYY-MM-DD` of the hall's wall calendar; an instant is a JavaScript Date.
 * China has kept UTC+8 without daylight saving since 1992; no service day lies before that.
 */
import * as z from 'zod/mini'

const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const numbers = (day: string): [number, number, number] =>
  day.split('-').map(Number) as [number, number, number]
const utcOf = (day: string): number => {
  const [year, month, date] = numbers(day)
  return Date.UTC(year, month - 1, date)
}
const dayOfUtc = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** True for a day that exists: `2026-06-31` is refused, never rolled over to July. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text)) && dayOfUtc(utcOf(text)) === text

/** A calendar day in China, `YYYY-MM-DD`. */
export const Day = z.string().check(z.refine(isDay, '没有这一天，请按 2026-11-28 这样写'))
export type Day = string

const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050

/** The day a spreadsheet keeps as a number of days, of this century; undefined for any other number. */
export const dayOfSerial = (serial: number): Day | undefined =>
  Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL
    ? dayOfUtc(Date.UTC(1899, 11, 30) + serial * DAY_MS)
    : undefined

/** A day as people write it: 2026-6-30, 2026/6/30, 2026.6.30, 2026年6月30日, 20260630. Undefined when there is none. */
export const writtenDay = (text: string): Day | undefined => {
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  const day = `${year}-${`0${month}`.slice(-2)}-${`0${date}`.slice(-2)}`
  return isDay(day) ? day : undefined
}

/** A wall-clock time of a hall, `HH:mm`. */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export type ClockTime = string

/** An instant as ISO-8601 in UTC. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/))
export type Instant = string

/** The day it is in China at an instant. */
export const chinaDay = (at: Date): Day => dayOfUtc(at.getTime() + OFFSET_MS)

/** The wall-clock time in China at an instant, `HH:mm`. */
export const chinaClock = (at: Date): ClockTime =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(11, 16)

/** The instant at which China's clocks show `clock` on `day`. */
export const instantAt = (day: Day, clock: ClockTime): Date =>
  new Date(utcOf(day) + minutesOf(clock) * 60_000 - OFFSET_MS)

/** Minutes since midnight. */
export const minutesOf = (clock: ClockTime): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** `HH:mm` of minutes since midnight. */
export const clockOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day => dayOfUtc(utcOf(day) + count * DAY_MS)

/** Natural days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcOf(to) - utcOf(from)) / DAY_MS)

/** A month of China's calendar, `YYYY-MM`. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`)
export const Month = z.string().check(z.refine(isMonth, '没有这个月，请按 2026-11 这样写'))
export type Month = string

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7)

/** The month so many months later (earlier when negative). */
export const addMonths = (month: Month, count: number): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => addDays(`${addMonths(month, 1)}-01`, -1)

/** 2026年11月 */
export const monthWords = (month: Month): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay()

/** 周五 */
export const weekdayWord = (day: Day): string => WEEKDAYS[weekdayOf(day)]!

/** 11月28日; with the year when it is not the reader's. */
export const shortDay = (day: Day, thisYear?: number): string => {
  const [year, month, date] = numbers(day)
  return `${thisYear !== undefined && year !== thisYear ? `${year}年` : ''}${month}月${date}日`
}

/** 11月28日(周五) */
export const dayWords = (day: Day, thisYear?: number): string =>
  `${shortDay(day, thisYear)}(${weekdayWord(day)})`

/** 上午9:00, 中午12:00, 下午2:30 */
export const clockWords = (clock: ClockTime): string => {
  const minutes = minutesOf(clock)
  const hour = Math.floor(minutes / 60)
  const shown = `${hour > 12 ? hour - 12 : hour}:${clock.slice(3)}`
  return `${hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上'}${shown}`
}

/** 11月28日(周五)上午9:00 */
export const whenWords = (day: Day, clock: ClockTime): string => `${dayWords(day)}${clockWords(clock)}`

/** 11月28日(周五)上午9:00 of an instant, in China. */
export const instantWords = (instant: Instant): string => {
  const at = new Date(instant)
  return whenWords(chinaDay(at), chinaClock(at))
}
