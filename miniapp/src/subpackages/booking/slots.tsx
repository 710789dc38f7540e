import { Text, View } from '@tarojs/components'

export default function Slots() {
  return (
    <View>
      <Text>选时间</Text>
    </View>
  )
}
