import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import './card.scss'

interface CardProps {
  title?: ReactNode
  side?: ReactNode
  /** Holds rows that reach from edge to edge. */
  list?: boolean
  className?: string
}

/** A white group of things that belong together. */
export function Card({ title, side, list, className = '', children }: PropsWithChildren<CardProps>) {
  return (
    <View className={`card ${list ? 'is-list' : ''} ${className}`}>
      {title && (
        <View className="card-title">
          <Text>{title}</Text>
          {side && <Text className="card-side">{side}</Text>}
        </View>
      )}
      {children}
    </View>
  )
}

interface CellProps {
  icon?: IconName
  /** Colour word of the icon: c-warn, c-bad. */
  iconClass?: string
  title: ReactNode
  note?: ReactNode
  side?: ReactNode
  /** The last part, for a switch or a tag. */
  end?: ReactNode
  /** Draws the line above even as the first row. */
  line?: boolean
  label?: string
  id?: string
  /** An arrow that is not to the right, or none. */
  arrow?: IconName | 'none'
  onPress?: () => void
}

/** A row: what it is, a note under it, a value beside it; an arrow when it leads on. */
export function Cell({
  icon,
  iconClass = '',
  title,
  note,
  side,
  end,
  line,
  label,
  id,
  arrow = 'go',
  onPress,
}: CellProps) {
  const inside = (
    <>
      {icon && (
        <View className={`cell-icon ${iconClass}`}>
          <Icon name={icon} />
        </View>
      )}
      <View className="cell-main">
        <View>{title}</View>
        {note && <View className="cell-note">{note}</View>}
      </View>
      {side && <View className="cell-side">{side}</View>}
      {end}
      {onPress && arrow !== 'none' && (
        <View className="cell-go">
          <Icon name={arrow} />
        </View>
      )}
    </>
  )
  const className = line ? 'cell has-line' : 'cell'
  return onPress ? (
    <Press className={className} onPress={onPress} label={label} id={id}>
      {inside}
    </Press>
  ) : (
    <View className={className}>{inside}</View>
  )
}

/** One line of a sum: a name, a value. */
export function SumRow({ name, value, total }: { name: ReactNode; value: ReactNode; total?: boolean }) {
  return (
    <View className={total ? 'sum-row is-total' : 'sum-row'}>
      <View className="sum-name">{name}</View>
      <View className="num">{value}</View>
    </View>
  )
}

/** How much of a whole is there; the words say it to screen readers. */
export function Bar({ part, words }: { part: number; words: string }) {
  const width = `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`
  return (
    <View className="bar" {...{ role: 'img', 'aria-role': 'img', 'aria-label': words }}>
      <View className="bar-fill" style={{ width }} />
    </View>
  )
}
