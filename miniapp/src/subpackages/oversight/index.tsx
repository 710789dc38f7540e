import { Text, View } from '@tarojs/components'

export default function Oversight() {
  return (
    <View>
      <Text>监督</Text>
    </View>
  )
}
