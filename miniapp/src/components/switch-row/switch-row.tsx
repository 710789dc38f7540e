import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import '../card/card.scss'
import './switch-row.scss'

interface SwitchRowProps {
  on: boolean
  title: ReactNode
  note?: ReactNode
  icon?: IconName
  id?: string
  onPress: () => void
}

/** A row that is switched on or off by tapping it anywhere. */
export function SwitchRow({ on, title, note, icon, id, onPress }: SwitchRowProps) {
  return (
    <Press
      className={on ? 'cell switch-row is-on' : 'cell switch-row'}
      role="switch"
      on={on}
      onPress={onPress}
      id={id}
    >
      {icon && (
        <View className="cell-icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="cell-main">
        <View>{title}</View>
        {note && <View className="cell-note">{note}</View>}
      </View>
      <View className="switch" />
    </Press>
  )
}
