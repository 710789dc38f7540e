import { View } from '@tarojs/components'
import { isMonth, monthWords, monthOf, chinaDay } from '@one-window/shared/foundation/time'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import { listMonthRatings, type MonthRating } from '@one-window/shared/ratings/endpoints'
import { Figure, figureWords } from '@one-window/shared/ratings/month-sheet'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { SkelRows } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { OversightPage } from '@/features/oversight/oversight-page'
import { RatingRows } from '@/features/oversight/rating-rows'
import { useMore } from '@/features/foundation/use-more'
import { go, query } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

/** The ratings that a figure counts. */
export default function RatingsPage() {
  return (
    <StaffGate title="数字后面的评价" roles={['supervisor', 'director']}>
      {(staff) => <Ratings staff={staff} />}
    </StaffGate>
  )
}

function Ratings({ staff }: { staff: Staff }) {
  const at = useNow()
  const asked = query()
  const month = asked.month && isMonth(asked.month) ? asked.month : monthOf(chinaDay(at))
  const figure = Figure.options.find((each) => each === asked.figure) ?? 'all'
  const { hallId, session } = staff
  const loaded = useLoad(listMonthRatings, { month, hallId, figure }, { fresh: true })
  const first = valueOf(loaded)
  const more = useMore<MonthRating>(first?.cursor, async (cursor, ask) => {
    const page = await ask(listMonthRatings, { month, hallId, figure, cursor })
    return { rows: page.ratings, ...(page.cursor && { cursor: page.cursor }) }
  })
  const ratings = [...(first?.ratings ?? []), ...more.rows]
  useKeys({ Escape: go.back })
  return (
    <OversightPage
      title="数字后面的评价"
      staff={staff}
      on="month"
      at={at}
      loaded={loaded}
      keys={[['Esc', '回到指标']]}
    >
      <View className="ov">
        <View className="ov-top">
          <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
            {monthWords(month)}，{figureWords[figure]}
          </View>
          {first && (
            <View className="t-2 c-2">
              {ratings.length}条{more.cursor ? '，后面还有' : ''}
            </View>
          )}
        </View>
        <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
          {() =>
            ratings.length === 0 && !more.cursor ? (
              <Blank icon="rate" say="这个月没有" way={{ words: '回到指标', onPress: go.back }} />
            ) : (
              <View className="ov-main">
                <RatingRows
                  ratings={ratings}
                  onOpen={mayDo(matrix.followUps, session.role) ? go.followUpAtWork : undefined}
                />
                <TroubleNotice trouble={more.trouble} what="没翻出来" />
                {more.cursor && (
                  <View className="ov-more">
                    <Button kind="line" busy={more.busy} busyWords="正在找…" onPress={more.load}>
                      再看50条
                    </Button>
                  </View>
                )}
              </View>
            )
          }
        </WhenLoaded>
      </View>
    </OversightPage>
  )
}
