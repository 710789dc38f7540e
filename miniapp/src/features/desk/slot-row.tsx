import { Text, View } from '@tarojs/components'
import type { Slot } from '@one-window/shared/booking/booking'
import { bookingSettings } from '@one-window/shared/booking/settings'
import { Bar } from '@/components/card/card'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'

const stateTags = {
  open: { words: '能约', kind: 'done' },
  full: { words: '约满', kind: '' },
  closed: { words: '停办', kind: 'warn' },
  past: { words: '不再约', kind: '' },
  'not-released': { words: '没放号', kind: '' },
} as const

interface SlotRowProps {
  slot: Slot
  busy: boolean
  /** It has begun: nothing can be changed any more. */
  begun: boolean
  onChange: (capacity: number) => void
}

/** A slot of the day: places and how many are taken; one more or one less. */
export function SlotRow({ slot, busy, begun, onChange }: SlotRowProps) {
  const { start, end, capacity, left, state } = slot
  const booked = Math.max(0, capacity - left)
  const fixed = busy || begun || state === 'closed'
  return (
    <View className={fixed && !busy ? 'slot-row is-fixed' : 'slot-row'}>
      <Text className="slot-when num">
        {start}–{end}
      </Text>
      <View className="slot-fill">
        <View className="t-2 c-2 num">
          约了{booked}人，{left > 0 ? `还有${left}个` : '没有名额了'}
        </View>
        <Bar part={capacity ? booked / capacity : 1} words={`${capacity}个名额约了${booked}个`} />
      </View>
      <Tag kind={stateTags[state].kind}>{begun ? '已过' : stateTags[state].words}</Tag>
      <View className="slot-places" {...{ role: 'group', 'aria-label': `${start}的名额` }}>
        <Press
          className="slot-turn"
          label={`${start}减一个名额`}
          disabled={fixed || capacity <= 0}
          onPress={() => onChange(capacity - 1)}
        >
          −
        </Press>
        <Text className="slot-count num">{capacity}</Text>
        <Press
          className="slot-turn"
          label={`${start}加一个名额`}
          disabled={fixed || capacity >= bookingSettings.maxCapacity}
          onPress={() => onChange(capacity + 1)}
        >
          +
        </Press>
      </View>
    </View>
  )
}
