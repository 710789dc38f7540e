/** Schedule expressions of EventBridge, read in China time: `rate(5 minutes)`, `cron(0 18 * * ? *)`. */
import { chinaClock, chinaDay, weekdayOf } from '@one-window/shared/foundation/time'

const UNIT_MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 }
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/** True when a schedule falls on the minute of `at`; throws on an expression it does not know. */
export function isDue(schedule: string, at: Date): boolean {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule)
  if (rate) return Math.floor(at.getTime() / 60_000) % (Number(rate[1]) * UNIT_MINUTES[rate[2]!]!) === 0
  const fields = /^cron\((.+)\)$/.exec(schedule)?.[1]?.split(' ')
  if (fields?.length !== 6) throw new Error(`unknown schedule ${schedule}`)
  const day = chinaDay(at)
  const [hour, minute] = chinaClock(at).split(':').map(Number)
  const [year, month, date] = day.split('-').map(Number)
  const now = [minute!, hour!, date!, month!, weekdayOf(day) + 1, year!]
  return fields.every((field, place) => matches(field, now[place]!))
}

const numberOf = (word: string): number => {
  const number = WEEKDAYS.includes(word) ? WEEKDAYS.indexOf(word) + 1 : Number(word)
  if (!Number.isInteger(number)) throw new Error(`unknown word ${word} in a schedule`)
  return number
}

const matches = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [range = '*', step] = part.split('/')
    if (range === '*' || range === '?') return step === undefined || value % numberOf(step) === 0
    const [first, last] = range.split('-').map(numberOf)
    if (step !== undefined) return value >= first! && (value - first!) % numberOf(step) === 0
    return last === undefined ? value === first : value >= first! && value <= last
  })
