import { Text, View } from '@tarojs/components'
import { dayWords, type Day } from '@one-window/shared/foundation/time'
import type { Slot } from '@one-window/shared/booking/booking'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { halvesOf, slotClock, slotSays, type StripDay } from './week'
import './week-strip.scss'

interface WeekHeadProps {
  words: string
  onBefore?: () => void
  onAfter?: () => void
}

/** The week shown, with a way to the one before and after. */
export function WeekHead({ words, onBefore, onAfter }: WeekHeadProps) {
  return (
    <View className="week-head">
      <Press
        className={onBefore ? 'week-turn' : 'week-turn is-off'}
        label="上一周"
        disabled={!onBefore}
        onPress={onBefore}
      >
        <Icon name="back" />
      </Press>
      <Text className="t-b num">{words}</Text>
      <Press
        className={onAfter ? 'week-turn is-last' : 'week-turn is-last is-off'}
        label="下一周"
        disabled={!onAfter}
        onPress={onAfter}
      >
        <Icon name="go" />
      </Press>
    </View>
  )
}

interface WeekStripProps {
  strip: readonly StripDay[]
  chosen: Day | undefined
  onChoose: (day: Day) => void
}

/** The seven days, each with what it offers. */
export function WeekStrip({ strip, chosen, onChoose }: WeekStripProps) {
  return (
    <View className="week" {...{ role: 'radiogroup', 'aria-label': '选日子' }}>
      {strip.map((day) => (
        <Press
          key={day.date}
          className={['day', `is-${day.kind}`, day.makeUp && 'is-make', day.date === chosen && 'is-on']
            .filter(Boolean)
            .join(' ')}
          role="radio"
          on={day.date === chosen}
          disabled={day.kind !== 'open'}
          label={`${dayWords(day.date)}，${day.says}${day.makeUp ? '，调休上班' : ''}`}
          onPress={() => onChoose(day.date)}
        >
          <Text className="day-w">{day.weekday}</Text>
          <Text className="day-n num">{day.number}</Text>
          <Text className="day-s">{day.says}</Text>
        </Press>
      ))}
    </View>
  )
}

interface SlotGridProps {
  slots: readonly Slot[]
  day: Day | undefined
  chosen: string | undefined
  onChoose: (slotId: string) => void
}

/** The slots of a day, morning and afternoon, with the places left. */
export function SlotGrid({ slots, day, chosen, onChoose }: SlotGridProps) {
  return (
    <>
      {halvesOf(slots, day).map(({ words, slots: half }, at) => (
        <View key={words} className="half">
          <View className="slots-title">
            <Text className="t-b">{at === 0 && day ? `${dayWords(day)}${words}` : words}</Text>
            {at === 0 && <Text>每段30分钟</Text>}
          </View>
          <View className="slots" {...{ role: 'radiogroup', 'aria-label': words }}>
            {half.map((slot) => (
              <Press
                key={slot.slotId}
                className={`slot ${slot.slotId === chosen ? 'is-on' : slot.state === 'open' ? '' : 'is-full'}`}
                role="radio"
                on={slot.slotId === chosen}
                disabled={slot.state !== 'open'}
                onPress={() => onChoose(slot.slotId)}
              >
                <Text className="slot-t">{slotClock(slot)}</Text>
                <Text className="slot-n">{slotSays(slot)}</Text>
              </Press>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}
