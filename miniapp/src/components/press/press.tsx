import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren } from 'react'
import { hasKeyboard, noteTap } from '@/gateways/platform'
import './press.scss'

type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'switch' | 'tab'

interface PressProps {
  onPress?: () => void
  role?: Role
  /** What a screen reader says, when the words inside do not say it. */
  label?: string
  /** For checkbox, radio, switch and tab. */
  on?: boolean
  disabled?: boolean
  id?: string
  className?: string
  style?: CSSProperties
}

const flag = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

const given = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))

/** Anything that answers a tap: says its role and state to screen readers, and works from the keyboard in a browser. */
export function Press({
  onPress,
  role = 'button',
  label,
  on,
  disabled,
  id,
  className = '',
  style,
  children,
}: PropsWithChildren<PressProps>) {
  const press = () => {
    noteTap()
    if (!disabled) onPress?.()
  }
  const platform = hasKeyboard
    ? {
        role,
        tabIndex: disabled ? -1 : 0,
        onKeyDown: (event: { key: string; preventDefault: () => void }) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          press()
        },
      }
    : { 'aria-role': role }
  return (
    <View
      className={`press ${className}`}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      onClick={press}
      {...given({
        id,
        style,
        'aria-label': label,
        [role === 'tab' ? 'aria-selected' : 'aria-checked']: flag(on),
        'aria-disabled': disabled ? 'true' : undefined,
      })}
      {...platform}
    >
      {children}
    </View>
  )
}
