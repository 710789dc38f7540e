import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { Icon, type IconName } from '../icon/icon'
import './blank.scss'

interface Way {
  words: string
  onPress: () => void
}

interface BlankProps {
  icon: IconName
  kind?: 'plain' | 'bad' | 'warn' | 'done'
  /** What this is, or what happened. */
  say: string
  /** What to do next. */
  more?: string
  way?: Way
  otherWay?: Way
}

/** A whole page, or part of one, in place of content: what it is, and the way on. */
export function Blank({ icon, kind = 'plain', say, more, way, otherWay }: BlankProps) {
  return (
    <View
      className="blank"
      {...(kind === 'bad' || kind === 'warn' ? { role: 'alert', 'aria-live': 'polite' } : {})}
    >
      <View className={`blank-icon is-${kind}`}>
        <Icon name={icon} />
      </View>
      <View className="blank-say">{say}</View>
      {more && <View className="blank-more">{more}</View>}
      {way && (
        <Button kind="main" className="is-first" onPress={way.onPress}>
          {way.words}
        </Button>
      )}
      {otherWay && (
        <Button kind="line" onPress={otherWay.onPress}>
          {otherWay.words}
        </Button>
      )}
    </View>
  )
}
