import { Text, View } from '@tarojs/components'
import type { Difference } from '@one-window/shared/catalogue/curated'
import { Tag } from '@/components/tag/tag'

const kinds = {
  added: ['加', 'done'],
  removed: ['去', 'bad'],
  changed: ['改', 'warn'],
} as const

/** What a version says otherwise, one line each: where, and the old words beside the new ones. */
export function Differences({ lines }: { lines: readonly Difference[] }) {
  if (lines.length === 0) return <View className="c-2">和现在的一样，没有改动。</View>
  return (
    <View {...{ role: 'list', 'aria-label': '改了什么' }}>
      {lines.map((line, at) => {
        const [words, kind] = kinds[line.kind]
        const { name, entry, before, after } = line
        return (
          <View key={at} className="difference" {...{ role: 'listitem' }}>
            <Tag kind={kind}>{words}</Tag>
            <View className="difference-main">
              <View className="t-b">{entry ? `${name}：${entry}` : name}</View>
              {before && <Text className="t-2 difference-old">{before}</Text>}
              {before && after && <Text className="t-2 c-3"> → </Text>}
              {after && <Text className="t-2">{after}</Text>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
