import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { TroubleNotice } from './states'
import type { More } from './use-more'

/** Brings the next page of a list; nothing when there is none. */
export function MoreButton({ more }: { more: More<unknown> }) {
  if (!more.cursor) return null
  return (
    <View className="pane-in">
      <TroubleNotice trouble={more.trouble} what="没翻出来" />
      <Button kind="line" small busy={more.busy} busyWords="正在找…" onPress={more.load}>
        再看20件
      </Button>
    </View>
  )
}
