import { Text } from '@tarojs/components'
import { Icon, type IconName } from '../icon/icon'
import './due-tag.scss'

interface DueTagProps {
  kind: 'warn' | 'due' | 'bad'
  icon?: IconName
  children: string
}

/** A deadline that presses, with its picture; today is the strongest. */
export function DueTag({ kind, icon = 'clock', children }: DueTagProps) {
  return (
    <Text className={`due-tag is-${kind}`}>
      <Icon name={icon} /> {children}
    </Text>
  )
}
