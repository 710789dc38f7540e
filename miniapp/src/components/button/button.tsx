import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import './button.scss'

interface ButtonProps {
  /** `main`: the one action of the page; `soft`: another; `line`: a way out; `text`: hardly there; `bad`: takes away. */
  kind?: 'main' | 'soft' | 'line' | 'text' | 'bad'
  icon?: IconName
  small?: boolean
  /** While it works: says so and answers no second tap. */
  busy?: boolean
  busyWords?: string
  disabled?: boolean
  label?: string
  id?: string
  className?: string
  onPress?: () => void
}

export function Button({
  kind = 'soft',
  icon,
  small,
  busy,
  busyWords = '正在提交…',
  disabled,
  label,
  id,
  className = '',
  onPress,
  children,
}: PropsWithChildren<ButtonProps>) {
  const classes = [
    'btn',
    `is-${kind}`,
    small && 'is-small',
    busy && 'is-busy',
    disabled && 'is-off',
    className,
  ]
  return (
    <Press
      className={classes.filter(Boolean).join(' ')}
      disabled={disabled || busy}
      label={label}
      id={id}
      onPress={onPress}
    >
      {icon && !busy && <Icon name={icon} />}
      <Text>{busy ? busyWords : children}</Text>
    </Press>
  )
}

/** Buttons side by side, under each other in very large type. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <View className="btn-row">{children}</View>
}

/** A small round button beside a sentence. */
export function Pill({ children, onPress, id }: PropsWithChildren<{ onPress: () => void; id?: string }>) {
  return (
    <Press className="pill" onPress={onPress} id={id}>
      {children}
    </Press>
  )
}

/** One of a row of small actions with a picture. */
export function Tool({
  icon,
  onPress,
  children,
}: PropsWithChildren<{ icon: IconName; onPress: () => void }>) {
  return (
    <Press className="tool" onPress={onPress}>
      <Icon name={icon} />
      <Text>{children}</Text>
    </Press>
  )
}

/** A word that leads somewhere. */
export function LinkWord({ children, onPress }: PropsWithChildren<{ onPress: () => void }>) {
  return (
    <Press className="link" role="link" onPress={onPress}>
      {children}
    </Press>
  )
}
