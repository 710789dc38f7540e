import { Text, View } from '@tarojs/components'
import { finishCounting, runningDeadline, type Counting } from '@one-window/shared/follow-ups/deadlines'
import type { FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { followUpSettings } from '@one-window/shared/follow-ups/settings'
import { addWorkingDays, publishedCalendar } from '@one-window/shared/foundation/calendar'
import { addDays, dayWords, shortDay, weekdayOf, type Day } from '@one-window/shared/foundation/time'
import { SumRow } from '@/components/card/card'
import { countedDays, type CountedDay } from './counted-days'

const WEEK = ['一', '二', '三', '四', '五', '六', '日']
const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** The days of a count as weeks from Monday; days outside the count are empty. */
const weeksOf = (days: readonly CountedDay[]): { monday: Day; days: (CountedDay | undefined)[] }[] => {
  const by = new Map(days.map((day) => [day.day, day]))
  const weeks: { monday: Day; days: (CountedDay | undefined)[] }[] = []
  const last = days[days.length - 1]?.day ?? ''
  for (let monday = mondayOf(days[0]!.day); monday <= last; monday = addDays(monday, 7))
    weeks.push({ monday, days: WEEK.map((_, at) => by.get(addDays(monday, at))) })
  return weeks
}

const dateOf = (day: Day): string => String(Number(day.slice(8)))

/** Which days counted and which were skipped, from the day it began to the last day; anybody can check it on paper. */
export function DeadlineCalendar({ followUp, today }: { followUp: FollowUp; today: Day }) {
  const { contactBy, finishBy, anonymous, extension, reopened } = followUp
  const { from, workingDays } = finishCounting(followUp as Counting)
  if (!finishBy.day) {
    return (
      <View className="t-2 c-2">
        期限落到{finishBy.pendingYear ?? '下一'}年，那年的放假安排还没公布，公布后自动算出来。先办，不用等。
      </View>
    )
  }
  const days = countedDays(from, finishBy.day)
  const further = addWorkingDays(publishedCalendar, finishBy.day, followUpSettings.extensionWorkingDays)
  return (
    <>
      <View className="ov-cal" {...{ role: 'table', 'aria-label': '期限里的每一天' }}>
        <View className="ov-cal-row" {...{ 'aria-hidden': 'true' }}>
          <Text className="ov-cal-week" />
          {WEEK.map((word) => (
            <Text key={word} className="ov-cal-head">
              {word}
            </Text>
          ))}
        </View>
        {weeksOf(days).map(({ monday, days: week }) => (
          <View key={monday} className="ov-cal-row" {...{ role: 'row' }}>
            <Text className="ov-cal-week num">{shortDay(monday).replace('月', '/').replace('日', '')}</Text>
            {week.map((day, at) => (
              <CalendarDay key={WEEK[at]} day={day} today={today} first={day?.day === from} />
            ))}
          </View>
        ))}
      </View>
      <View className="t-2 mt-2">
        {!anonymous && !reopened && contactBy.day && (
          <SumRow
            name={`首次回访：${followUpSettings.contactWorkingDays}天`}
            value={dayWords(contactBy.day)}
          />
        )}
        <SumRow
          name={`办结：${workingDays}天${followUp.complex ? '(复杂)' : ''}${extension === 'approved' ? '(延过一次)' : ''}`}
          value={dayWords(finishBy.day)}
          total={runningDeadline(followUp) === finishBy}
        />
        {extension === undefined && 'day' in further && (
          <SumRow name="最多再延5天，一次，主任批" value={dayWords(further.day)} />
        )}
      </View>
      <View className="t-1 c-2 mt-1">
        {reopened ? '重新查的当天不算' : '评价当天不算'}；周末和放假不算，调休上班的算。
      </View>
    </>
  )
}

function CalendarDay({ day, today, first }: { day: CountedDay | undefined; today: Day; first: boolean }) {
  if (!day) return <View className="ov-cal-day is-none" />
  const number = /第(\d+)天/.exec(day.says)?.[1]
  const classes = [
    'ov-cal-day',
    day.counts ? 'is-counted' : 'is-skipped',
    day.day === today && 'is-today',
    day.last && 'is-last',
  ]
  const words = `${day.short}${day.weekday}，${day.says}${day.last ? '，最后一天' : ''}`
  return (
    <View
      className={classes.filter(Boolean).join(' ')}
      {...{ role: 'cell', 'aria-role': 'img', 'aria-label': words }}
    >
      <Text className="ov-cal-date num">{dateOf(day.day)}</Text>
      <Text className="ov-cal-count num">{first ? '起' : (number ?? '休')}</Text>
    </View>
  )
}
