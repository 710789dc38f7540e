import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './ticks.scss'

interface TickProps {
  on: boolean
  title: ReactNode
  note?: ReactNode
  tight?: boolean
  onPress: () => void
}

/** A row that is ticked or not. */
export function Tick({ on, title, note, tight, onPress }: TickProps) {
  return (
    <Press
      className={`tick ${on ? 'is-on' : ''} ${tight ? 'is-tight' : ''}`}
      role="checkbox"
      on={on}
      onPress={onPress}
    >
      <View className="tick-box">{on && <Icon name="check" />}</View>
      <View className="tick-main">
        <View>{title}</View>
        {note && <View className="tick-note">{note}</View>}
      </View>
    </Press>
  )
}

/** A heading inside a tick list. */
export function TickGroup({ children }: { children: ReactNode }) {
  return <View className="tick-group">{children}</View>
}

interface RadioProps {
  on: boolean
  title: ReactNode
  note?: ReactNode
  onPress: () => void
}

/** One of a few, told apart in words. */
export function Radio({ on, title, note, onPress }: RadioProps) {
  return (
    <Press className={on ? 'cell is-on' : 'cell'} role="radio" on={on} onPress={onPress}>
      <View className="radio" />
      <View className="cell-main">
        <View>{title}</View>
        {note && <View className="cell-note">{note}</View>}
      </View>
    </Press>
  )
}
