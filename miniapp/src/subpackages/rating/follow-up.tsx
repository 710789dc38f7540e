import { Text, View } from '@tarojs/components'

export default function FollowUp() {
  return (
    <View>
      <Text>处理情况</Text>
    </View>
  )
}
