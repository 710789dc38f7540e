import { Text, View } from '@tarojs/components'
import { go } from '@/gateways/go'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'

const tabs = [
  { name: 'home', words: '首页', icon: 'home' },
  { name: 'guides', words: '办事指南', icon: 'guide' },
  { name: 'mine', words: '我的', icon: 'me' },
] as const satisfies readonly { name: string; words: string; icon: IconName }[]

export type TabName = (typeof tabs)[number]['name']

/** The browser's tab bar; WeChat draws its own from app.config.ts. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className="tabbar">
      <View className="tabbar-in" {...{ role: 'tablist' }}>
        {tabs.map(({ name, words, icon }) => (
          <Press
            key={name}
            role="tab"
            on={name === current}
            className={name === current ? 'tab is-on' : 'tab'}
            onPress={go[name]}
          >
            <Icon name={icon} />
            <Text>{words}</Text>
          </Press>
        ))}
      </View>
    </View>
  )
}
