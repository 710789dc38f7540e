import { View } from '@tarojs/components'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import type { Trouble } from '@/gateways/refusal'
import { TroubleBlank } from '../foundation/states'

/** The desk while what was picked is on its way: the shape of both panes. */
export function WorkLoading() {
  return (
    <>
      <View className="desk-m">
        <View className="desk-mid">
          <SkelHead />
          <SkelCard lines={4} />
        </View>
      </View>
      <View className="desk-r">
        <SkelCard lines={5} />
      </View>
    </>
  )
}

/** The desk when what was picked did not come. */
export function WorkTrouble({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  return (
    <View className="desk-m is-whole">
      <TroubleBlank trouble={trouble} onRetry={onRetry} />
    </View>
  )
}
