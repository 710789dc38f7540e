import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Press } from '../press/press'

interface SectionTitleProps {
  title: ReactNode
  /** A count at the end. */
  count?: ReactNode
  /** Words at the end that lead on. */
  more?: { words: string; onPress: () => void }
}

/** The name of a part of a page. */
export function SectionTitle({ title, count, more }: SectionTitleProps) {
  return (
    <View className="section-title">
      <Text {...{ role: 'heading', 'aria-level': '2' }}>{title}</Text>
      {count && <Text className="section-more is-count num">{count}</Text>}
      {more && (
        <Press className="section-more" role="link" onPress={more.onPress}>
          {more.words}
        </Press>
      )}
    </View>
  )
}
