import { Text, View } from '@tarojs/components'

export default function Case() {
  return (
    <View>
      <Text>我的办件</Text>
    </View>
  )
}
