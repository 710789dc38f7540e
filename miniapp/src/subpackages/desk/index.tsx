import { Text, View } from '@tarojs/components'

export default function Desk() {
  return (
    <View>
      <Text>窗口</Text>
    </View>
  )
}
