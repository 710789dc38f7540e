import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Segment } from '@/components/segment/segment'
import { SwitchRow } from '@/components/switch-row/switch-row'
import { readingScales, setElder, setScale, useReading } from '@/gateways/reading'

const words = ['标准', '大', '更大', '最大']

/** How a person reads: 长辈版 and 字号, both remembered. */
export function ReadingCard() {
  const { elder, scale } = useReading()
  const offered = readingScales.map((value, at) => ({ value, words: words[at] ?? '' }))
  return (
    <Card list>
      <SwitchRow
        id="elder-switch"
        icon="me"
        on={elder}
        title="长辈版"
        note="字大、按钮大，一页只做一件事"
        onPress={() => setElder(!elder)}
      />
      <View className="cell">
        <View className="cell-main">
          <View className="t-2 c-2">字号</View>
          <View className="mt-2">
            <Segment
              label="字号"
              options={elder ? offered.slice(1) : offered}
              chosen={scale}
              onChoose={setScale}
            />
          </View>
        </View>
      </View>
    </Card>
  )
}
