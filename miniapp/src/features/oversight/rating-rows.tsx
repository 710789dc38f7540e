import { Text, View } from '@tarojs/components'
import type { MonthRating } from '@one-window/shared/ratings/endpoints'
import { isPoor, RatingLevel, ratingLevelWords } from '@one-window/shared/ratings/rating'
import { ratingRow } from '@one-window/shared/ratings/sheet-rows'
import { faceOf } from '@/components/faces/faces'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'

interface RatingRowsProps {
  ratings: readonly MonthRating[]
  /** Opens the follow-up of a poor one. */
  onOpen?: (followUpId: string) => void
  /** Why a row is on the list. */
  why?: (rating: MonthRating) => string
}

/** Ratings behind a figure: what was said of what, and nobody. */
export function RatingRows({ ratings, onOpen, why }: RatingRowsProps) {
  return (
    <View className="ov-list" {...{ role: 'list' }}>
      {ratings.map((rating) => {
        const [day, , tags, service, contact, channel, status, , closed] = ratingRow(rating)
        const { followUpId } = rating
        const inside = (
          <>
            <View className="ra-face">
              <Icon name={faceOf(RatingLevel.options.indexOf(rating.level))} />
            </View>
            <View className="ov-what">
              <View>
                <Text className="t-b">{ratingLevelWords[rating.level]}</Text>
                {tags && <Text className="c-2"> {tags}</Text>}
              </View>
              <View className="t-2 c-2">
                {[day, service, contact, channel, rating.anonymous ? '没留名' : '实名'].join('，')}
              </View>
              {why && <View className="t-2 c-warn">{why(rating)}</View>}
            </View>
            {status && (
              <View className="ra-end">
                <Tag kind={rating.excluded ? '' : rating.status === 'closed' ? 'done' : 'warn'}>{status}</Tag>
                {closed && <View className="t-1 c-2">{closed}办结</View>}
              </View>
            )}
          </>
        )
        return onOpen && followUpId && isPoor(rating.level) ? (
          <Press key={rating.lineId} className="work-row ra-row" onPress={() => onOpen(followUpId)}>
            {inside}
          </Press>
        ) : (
          <View key={rating.lineId} className="work-row ra-row" {...{ role: 'listitem' }}>
            {inside}
          </View>
        )
      })}
    </View>
  )
}
