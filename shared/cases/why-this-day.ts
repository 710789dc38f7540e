/** The arithmetic of the promised day, so that anybody can check it on paper. */
import { dayKind, type DayKind, type WorkingCalendar } from '../foundation/calendar'
import { addDays, chinaDay, dayWords, shortDay, type ClockTime, type Day } from '../foundation/time'
import type { Case } from './case'
import { clockDays, usedDays } from './deadline'
import { isUnderWay } from './lifecycle'
import { clockedOf, extensionOf } from './life-of'

export interface WhyThisDay {
  title: string
  rows: { name: string; value: string }[]
  total: { name: string; value: string }
  note: string
}

/** 10月1日–10月7日, 10月10日: runs of days. */
const runs = (days: readonly Day[]): string => {
  const parts: [Day, Day][] = []
  for (const day of days) {
    const last = parts[parts.length - 1]
    if (last && addDays(last[1], 1) === day) last[1] = day
    else parts.push([day, day])
  }
  return parts
    .map(([from, to]) => (from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`))
    .join('、')
}

const daysOf = (calendar: WorkingCalendar, from: Day, to: Day): Map<DayKind, Day[]> => {
  const found = new Map<DayKind, Day[]>()
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    found.set(kind, [...(found.get(kind) ?? []), day])
  }
  return found
}

const NOTE = '周六、周日和放假不算工作日，调休上班的算。'

/** The lines of the sum; undefined before acceptance and for a case that is done while the person waits. */
export function whyThisDay(told: Case, calendar: WorkingCalendar, closes: ClockTime): WhyThisDay | undefined {
  if (!told.acceptedAt || told.promisedDays === 0) return undefined
  const from = chinaDay(new Date(told.acceptedAt))
  const year = Number(from.slice(0, 4))
  const extension = extensionOf(told.events)
  const limit = told.promisedDays + extension
  const rows = [
    { name: '受理', value: dayWords(from) },
    { name: '从第二天起数', value: `${told.promisedDays}个工作日` },
    ...(extension > 0 ? [{ name: '批准延长', value: `${extension}个工作日` }] : []),
  ]
  if (told.promisedDay === undefined)
    return {
      title: '最晚哪天办好',
      rows: rows.slice(0, 1),
      total: { name: '受理后', value: `${limit}个工作日` },
      note: told.promisedDayPending
        ? `到期日待${told.promisedDayPending}年放假安排公布后确定，定了写在这里。办理不受影响。`
        : NOTE,
    }
  const days = daysOf(calendar, from, told.promisedDay)
  const weekends = days.get('weekend') ?? []
  const holidays = days.get('holiday') ?? []
  const makeUps = days.get('make-up') ?? []
  const clocked = clockedOf({ acceptedAt: told.acceptedAt, events: told.events }, closes)
  const paused = clockDays(calendar, clocked, told.promisedDay).filter(({ kind }) => kind === 'paused')
  return {
    title: `为什么是${shortDay(told.promisedDay, year)}`,
    rows: [
      ...rows,
      ...(paused.length > 0
        ? [{ name: '暂停的不算', value: `${paused.length}天(${runs(paused.map(({ day }) => day))})` }]
        : []),
      ...(weekends.length > 0 ? [{ name: '中间的周六、周日不算', value: `${weekends.length}天` }] : []),
      ...(holidays.length > 0
        ? [{ name: '放假不算', value: `${holidays.length}天(${runs(holidays)})` }]
        : []),
      ...(makeUps.length > 0 ? [{ name: '调休上班照算', value: runs(makeUps) }] : []),
    ],
    total: { name: '所以最晚', value: dayWords(told.promisedDay, year) },
    note: NOTE,
  }
}

/** How many of the promised working days are used; undefined when a day of them is not known, or none are counted. */
export function progressOf(
  told: Case,
  calendar: WorkingCalendar,
  closes: ClockTime,
  today: Day,
): { used: number; all: number } | undefined {
  if (!isUnderWay(told.status) || !told.acceptedAt || told.promisedDays === 0) return undefined
  const { acceptedAt, events } = told
  const used = usedDays(calendar, clockedOf({ acceptedAt, events }, closes), today)
  const all = told.promisedDays + extensionOf(events)
  return used === undefined ? undefined : { used: Math.min(used, all), all }
}
