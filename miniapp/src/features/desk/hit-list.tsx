import { View } from '@tarojs/components'
import type { HitBooking } from '@one-window/shared/booking/booking'
import type { Trouble } from '@/gateways/refusal'

/** Who would lose their place, as the refusal of a proposal carries it. */
export const hitOf = (trouble: Trouble | undefined): HitBooking[] | undefined =>
  trouble?.kind === 'refused' && Array.isArray(trouble.more.hit)
    ? (trouble.more.hit as HitBooking[])
    : undefined

/** The people hit, one a line: time, name, what for. */
export function HitList({ hit }: { hit: readonly HitBooking[] }) {
  return (
    <View className="hit-list">
      {hit.map(({ bookingId, start, visitor, serviceName }) => (
        <View key={bookingId} className="hit-row">
          <View className="queue-no num">{start}</View>
          <View className="queue-main">
            <View className="t-b">{visitor.name}</View>
            <View className="queue-what">{[serviceName, visitor.phone].filter(Boolean).join('，')}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
