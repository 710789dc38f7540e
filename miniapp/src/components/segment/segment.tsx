import { View } from '@tarojs/components'
import { Press } from '../press/press'
import './segment.scss'

interface SegmentProps<Value extends string | number> {
  label: string
  options: readonly { value: Value; words: string }[]
  chosen: Value | undefined
  onChoose: (value: Value) => void
}

/** One of two to four, side by side. */
export function Segment<Value extends string | number>({
  label,
  options,
  chosen,
  onChoose,
}: SegmentProps<Value>) {
  return (
    <View className="seg" {...{ role: 'radiogroup', 'aria-label': label }}>
      {options.map(({ value, words }) => (
        <Press
          key={value}
          className={value === chosen ? 'seg-opt is-on' : 'seg-opt'}
          role="radio"
          on={value === chosen}
          onPress={() => onChoose(value)}
        >
          {words}
        </Press>
      ))}
    </View>
  )
}
