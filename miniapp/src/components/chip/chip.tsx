import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './chip.scss'

/** A row of filters. */
export function Chips({ children, label }: PropsWithChildren<{ label: string }>) {
  return (
    <View className="chips" {...{ role: 'group', 'aria-label': label }}>
      {children}
    </View>
  )
}

interface ChipProps {
  on: boolean
  onPress: () => void
  /** Opens a list to choose from. */
  opens?: boolean
}

/** A filter that is on or off. */
export function Chip({ on, onPress, opens, children }: PropsWithChildren<ChipProps>) {
  return (
    <Press
      className={on ? 'chip is-on' : 'chip'}
      role={opens ? 'button' : 'checkbox'}
      on={opens ? undefined : on}
      onPress={onPress}
    >
      {on && !opens && <Icon name="check" />}
      <Text>{children}</Text>
      {opens && <Icon name="down" className="is-after" />}
    </Press>
  )
}
