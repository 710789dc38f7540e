import { Text, View } from '@tarojs/components'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { longWaitMinutes, waitedMinutes, type DeskQueue } from '@one-window/shared/booking/queue'
import { addDays, chinaClock, dayWords, type Day } from '@one-window/shared/foundation/time'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'

const shortClock = (clock: string): string => clock.replace(/^0/, '')

const arrivalTags = {
  early: undefined,
  'on-time': undefined,
  late: '晚到',
  'other-day': '约的别天',
} as const

interface RowProps {
  booking: Booking
  at: Date
  on: boolean
  onPick: (bookingId: string) => void
}

function QueueRow({ booking, at, on, onPick }: RowProps) {
  const { status, start, checkedInAt, visitor, serviceName, arrival } = booking
  const waits = status === 'checked-in'
  const minutes = waitedMinutes(booking, at)
  const long = waits && minutes > longWaitMinutes
  const remark = arrival && arrivalTags[arrival]
  return (
    <Press className={on ? 'queue-row is-on' : 'queue-row'} onPress={() => onPick(booking.bookingId)}>
      <Text className="queue-no num">{shortClock(start)}</Text>
      <View className="queue-main">
        <View className="queue-who">
          <Text className="t-b">{visitor.name}</Text>
          {remark && <Tag kind="warn">{remark}</Tag>}
        </View>
        <View className="queue-what">{serviceName}</View>
      </View>
      <View className={long ? 'queue-wait c-warn' : 'queue-wait'}>
        {waits ? (
          <Text className="t-b num">{minutes}分</Text>
        ) : (
          <Text className="t-2 c-2">{sideWords(booking)}</Text>
        )}
        {waits && (
          <Text className="queue-wait-note">
            {long
              ? `超${longWaitMinutes}分`
              : `${checkedInAt ? shortClock(chinaClock(new Date(checkedInAt))) : ''}到`}
          </Text>
        )}
      </View>
    </Press>
  )
}

const sideWords = ({ status }: Booking): string =>
  ({
    booked: '没到',
    'checked-in': '',
    served: '办过',
    cancelled: '取消',
    'no-show': '没来',
    'hall-cancelled': '停办',
  })[status] ?? bookingStatusWords[status]

interface QueueListProps {
  queue: DeskQueue
  at: Date
  picked: string | undefined
  onPick: (bookingId: string) => void
}

/** The day's people: waiting in the order of coming, then who is still to come, then the rest. */
export function QueueList({ queue, at, picked, onPick }: QueueListProps) {
  const groups = [
    { words: '先来先办', bookings: queue.waiting, counted: true },
    { words: '还没到的预约', bookings: queue.coming, counted: false },
    { words: '到过窗口的', bookings: queue.served, counted: false },
    { words: '不在队里', bookings: queue.absent, counted: false },
  ].filter(({ bookings }) => bookings.length > 0)
  return (
    <>
      {groups.map(({ words, bookings, counted }) => (
        <View key={words} {...{ role: 'group', 'aria-label': words }}>
          <View className="queue-group">
            <Text>{words}</Text>
            {!counted && <Text className="num">{bookings.length}人</Text>}
          </View>
          {bookings.map((booking) => (
            <QueueRow
              key={booking.bookingId}
              booking={booking}
              at={at}
              on={booking.bookingId === picked}
              onPick={onPick}
            />
          ))}
        </View>
      ))}
    </>
  )
}

/** The day shown, with a way to the one before and after. */
export function DaySwitch({ day, today, onChange }: { day: Day; today: Day; onChange: (day: Day) => void }) {
  return (
    <View className="day-switch">
      <Press className="day-turn" label="前一天" onPress={() => onChange(addDays(day, -1))}>
        <Icon name="back" />
      </Press>
      <Press className="day-now" label={`${dayWords(day)}，回到今天`} onPress={() => onChange(today)}>
        <Text className="t-b num">{day === today ? '今天' : dayWords(day)}</Text>
        {day !== today && <Text className="t-2 c-action">回今天</Text>}
      </Press>
      <Press className="day-turn" label="后一天" onPress={() => onChange(addDays(day, 1))}>
        <Icon name="go" />
      </Press>
    </View>
  )
}
