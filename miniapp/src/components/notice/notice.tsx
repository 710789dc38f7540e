import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import './notice.scss'

type Kind = 'info' | 'warn' | 'bad' | 'done' | 'quiet'

const usual: Record<Kind, IconName> = {
  info: 'info',
  warn: 'warn',
  bad: 'stop',
  done: 'check',
  quiet: 'info',
}

interface NoticeProps {
  kind?: Kind
  icon?: IconName
  /** Across the page, under the bar. */
  strip?: boolean
  /** A word at the end that does something. */
  action?: { words: string; onPress: () => void }
  /** The whole notice leads on. */
  onPress?: () => void
}

/** A line that a person should read: a closure, what went wrong, what is on its way. */
export function Notice({
  kind = 'info',
  icon,
  strip,
  action,
  onPress,
  children,
}: PropsWithChildren<NoticeProps>) {
  const className = `notice is-${kind} ${strip ? 'is-strip' : ''} ${onPress || action ? 'is-link' : ''}`
  const inside = (
    <>
      <View className="notice-icon">
        <Icon name={icon ?? usual[kind]} />
      </View>
      <View className="notice-main">{children}</View>
      {action && (
        <Press className="notice-action" onPress={action.onPress}>
          {action.words}
        </Press>
      )}
      {onPress && (
        <View className="notice-go">
          <Icon name="go" />
        </View>
      )}
    </>
  )
  if (onPress) {
    return (
      <Press className={className} onPress={onPress}>
        {inside}
      </Press>
    )
  }
  const live = kind === 'bad' ? { role: 'alert', 'aria-live': 'assertive' } : {}
  return (
    <View className={className} {...live}>
      {inside}
    </View>
  )
}
