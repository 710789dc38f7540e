import { Text, View } from '@tarojs/components'

export default function Rate() {
  return (
    <View>
      <Text>评价服务</Text>
    </View>
  )
}
