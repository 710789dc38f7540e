import { Button, Text } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { share, sharesByOwnButton, type Shared } from '@/gateways/share'

/** 发给家人: WeChat opens its sheet from its own button, a browser from ours. */
export function ShareTool({ shared }: { shared: Shared }) {
  const inside = (
    <>
      <Icon name="share" />
      <Text>发给家人</Text>
    </>
  )
  if (sharesByOwnButton) {
    return (
      <Button className="tool" openType="share">
        {inside}
      </Button>
    )
  }
  return (
    <Press className="tool" onPress={() => share(shared)}>
      {inside}
    </Press>
  )
}
