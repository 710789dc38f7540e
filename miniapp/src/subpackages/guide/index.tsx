import { Text, View } from '@tarojs/components'

export default function Guide() {
  return (
    <View>
      <Text>办事指南</Text>
    </View>
  )
}
