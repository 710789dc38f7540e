import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { dayWords, shortDay, weekdayWord, type ClockTime, type Day } from '@one-window/shared/foundation/time'
import { Bar, SumRow } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { caseClock, weeksOf, type CalendarCell, type CaseClock } from './clock'
import './clock.scss'

interface ClockPaneProps {
  told: Case
  closes: ClockTime
  today: Day
}

/** The time of a case: how much is used, which days counted and why, and what happens on which day. */
export function ClockPane({ told, closes, today }: ClockPaneProps) {
  const clock = caseClock(told, closes, today)
  if (!clock) return null
  const left = clock.limit - clock.used
  return (
    <View className="clock" {...{ role: 'group', 'aria-label': '时限' }}>
      <View className="clock-head">
        <Text className="t-4 t-b">{leftWords(told, clock)}</Text>
        <Text className="t-2 c-2">
          承诺{told.promisedDays}天{told.statutoryDays === undefined ? '' : `，法定${told.statutoryDays}天`}
        </Text>
      </View>
      <Bar part={clock.used / clock.limit} words={`${clock.limit}个工作日，用了${clock.used}个`} />
      <View className="clock-ends t-2 num">
        <Text>已用{clock.used}天</Text>
        <Text>
          {clock.runs && left >= 0 && `剩${left}天，`}
          {told.promisedDay
            ? `${dayWords(told.promisedDay)}${clock.runs ? '到期' : '前办好就行'}`
            : `${told.promisedDayPending ?? '下一'}年放假安排公布后定日子`}
        </Text>
      </View>
      <Calendar told={told} clock={clock} today={today} />
      <Sum told={told} clock={clock} />
      <Ahead clock={clock} paused={told.status === 'paused'} />
    </View>
  )
}

const leftWords = ({ status }: Case, { runs, used, limit }: CaseClock): string => {
  if (!runs) return `用了${used}天`
  if (status === 'paused') return '暂停计时'
  return used <= limit ? `还剩${limit - used}天` : `超期${used - limit}天`
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日']

function Calendar({ told, clock, today }: { told: Case; clock: CaseClock; today: Day }) {
  const classOf = ({ day, kind }: CalendarCell): string =>
    [
      'cal-day',
      `is-${kind}`,
      day > clock.until && 'is-ahead',
      day === today && 'is-today',
      day === told.promisedDay && 'is-due',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <>
      <View className="cal" {...{ role: 'table', 'aria-label': '算了哪些天' }}>
        <View className="cal-week is-head" {...{ role: 'row' }}>
          {WEEK.map((day) => (
            <Text key={day} className="cal-head">
              {day}
            </Text>
          ))}
        </View>
        {weeksOf(clock).map((week) => (
          <View key={week[0]!.day} className="cal-week" {...{ role: 'row' }}>
            {week.map((cell) => (
              <View
                key={cell.day}
                className={classOf(cell)}
                {...{ role: 'cell', 'aria-label': spoken(cell, clock, told, today) }}
              >
                <Text className="cal-date num">{dateOf(cell.day)}</Text>
                <Text className="cal-says num">{saysOf(cell)}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
      <View className="t-1 c-2">蓝底：算了的天；虚线：暂停不算；粗框：今天、到期日</View>
    </>
  )
}

/** The first of a month says which. */
const dateOf = (day: Day): string => {
  const date = Number(day.slice(8))
  return date === 1 ? `${Number(day.slice(5, 7))}/1` : String(date)
}

const saysOf = ({ kind, number }: CalendarCell): string =>
  ({ accepted: '受理', paused: '暂停', off: '休', outside: '', counted: String(number) })[kind]

const spoken = (cell: CalendarCell, { until }: CaseClock, { promisedDay }: Case, today: Day): string =>
  [
    `${shortDay(cell.day)}${weekdayWord(cell.day)}`,
    cell.kind === 'counted' ? `第${cell.number}天${cell.day > until ? '，还没到' : ''}` : saysOf(cell),
    cell.day === today && '今天',
    cell.day === promisedDay && '到期',
  ]
    .filter(Boolean)
    .join('，')

/** 11月10、11、12日: days of one month share its name. */
const listed = (days: readonly Day[]): string =>
  days
    .map((day, at) =>
      at > 0 && days[at - 1]!.slice(0, 7) === day.slice(0, 7) ? `${Number(day.slice(8))}日` : shortDay(day),
    )
    .join('、')

function Sum({ told, clock }: { told: Case; clock: CaseClock }) {
  const { acceptedOn, until, runs, used, paused, extension, limit } = clock
  const first = clock.days[0]?.day ?? acceptedOn
  return (
    <View className="t-2 mt-3">
      {until > acceptedOn && (
        <SumRow
          name={`${shortDay(first)}(受理次日)到${runs ? '今天' : shortDay(until)}的工作日`}
          value={used + paused.length}
        />
      )}
      {paused.length > 0 && (
        <SumRow name={`减：下班时停着的 ${listed(paused)}`} value={`−${paused.length}`} />
      )}
      <SumRow name="已用" value={`${used}天`} total />
      {extension > 0 && (
        <SumRow name={`承诺${told.promisedDays}天，批准延长${extension}天`} value={`${limit}天`} />
      )}
    </View>
  )
}

function Ahead({ clock, paused }: { clock: CaseClock; paused: boolean }) {
  const { warning, yellow, red } = clock.ahead
  const lines = [
    warning && `${shortDay(warning)}起快到期，会预警。`,
    yellow && `${shortDay(yellow)}还没办好，发黄牌${red === yellow ? '，法定也到了，同时发红牌' : ''}。`,
    red && red !== yellow && `${shortDay(red)}还没办好，发红牌。`,
  ].filter(Boolean)
  const level = { 'on-time': '', warning: '现在是预警。', yellow: '现在该发黄牌。', red: '现在该发红牌。' }
  if (!clock.runs || (lines.length === 0 && clock.level === 'on-time')) return null
  return (
    <View className="mt-3">
      <Notice
        kind={clock.level === 'on-time' ? 'quiet' : clock.level === 'warning' ? 'warn' : 'bad'}
        icon="bell"
      >
        {level[clock.level]}
        {lines.join('')}
        {paused && '这是批的天数用满的算法，早恢复就早到。'}
      </Notice>
    </View>
  )
}
