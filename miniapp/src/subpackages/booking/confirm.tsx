import { Text, View } from '@tarojs/components'

export default function Confirm() {
  return (
    <View>
      <Text>核对一下</Text>
    </View>
  )
}
