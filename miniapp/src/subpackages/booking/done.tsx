import { Text, View } from '@tarojs/components'

export default function Done() {
  return (
    <View>
      <Text>预约</Text>
    </View>
  )
}
