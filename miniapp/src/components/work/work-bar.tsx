import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '@/gateways/go'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import './work-bar.scss'

export interface WorkTab {
  words: string
  count?: number
  on?: boolean
  onPress: () => void
}

interface WorkBarProps {
  /** Whose work it is: the hall. */
  name: string
  tabs: readonly WorkTab[]
  /** A field to find something in. */
  find?: ReactNode
  /** Day and clock. */
  when?: ReactNode
  who?: string
}

/** The bar of a work screen: where one is, what there is to do, and who is working. */
export function WorkBar({ name, tabs, find, when, who }: WorkBarProps) {
  return (
    <View className="work-bar">
      <Press className="work-back" label="返回" onPress={go.back}>
        <Icon name="back" />
      </Press>
      <View className="work-name" {...{ role: 'heading', 'aria-level': '1' }}>
        {name}
      </View>
      <View className="work-tabs" {...{ role: 'tablist' }}>
        {tabs.map(({ words, count, on, onPress }) => (
          <Press
            key={words}
            role="tab"
            on={on === true}
            className={on ? 'work-tab is-on' : 'work-tab'}
            onPress={onPress}
          >
            <Text>{words}</Text>
            {count !== undefined && <Text className="work-count num">{count}</Text>}
          </Press>
        ))}
      </View>
      {find && <View className="work-find">{find}</View>}
      <View className="work-who">
        {when && <Text className="num">{when}</Text>}
        {who && <Text className="work-me">{who}</Text>}
      </View>
    </View>
  )
}

/** The keys of a work screen, in a line at its foot; a touch screen has none. */
export function KeysLine({ keys, end }: { keys: readonly (readonly [string, string])[]; end?: ReactNode }) {
  return (
    <View className="keys-line">
      {keys.map(([key, words]) => (
        <View key={key} className="keys-one">
          <Text className="keys-key">{key}</Text>
          <Text>{words}</Text>
        </View>
      ))}
      {end && <View className="keys-end">{end}</View>}
    </View>
  )
}
