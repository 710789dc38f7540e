import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { appealMyRating } from '@one-window/shared/follow-ups/endpoints'
import { addMonths, chinaDay, monthOf, monthWords, shortDay } from '@one-window/shared/foundation/time'
import { listRatingsOfMine } from '@one-window/shared/ratings/endpoints'
import type { MyMonth, MyRating } from '@one-window/shared/ratings/mine'
import { isPoor, RatingLevel, ratingLevelWords, tagWordsOf } from '@one-window/shared/ratings/rating'
import { ratingSettings } from '@one-window/shared/ratings/settings'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, SumRow } from '@/components/card/card'
import { faceOf } from '@/components/faces/faces'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useDraft } from '@/features/foundation/use-draft'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate } from '@/features/identity/staff-gate'
import { WordsSheet } from '@/features/oversight/words-sheet'
import '@/features/oversight/oversight.scss'

/** What a clerk was rated, by month: sums and texts, nobody and no day. */
export default function MyRatings() {
  return (
    <StaffGate title="我收到的评价" roles={['window-staff']}>
      {() => <Mine />}
    </StaffGate>
  )
}

function Mine() {
  const today = chinaDay(useNow())
  const thisMonth = monthOf(today)
  const [month, setMonth] = useState(thisMonth)
  const loaded = useLoad(listRatingsOfMine, { month }, { fresh: true })
  const [asking, setAsking] = useState<MyRating>()
  const [told, setTold] = useState('')
  return (
    <Page
      title="我收到的评价"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={
        <>
          <View className="t-say">{monthWords(month)}</View>
          <View className="mo-ways mt-2">
            <Button kind="line" small onPress={() => setMonth(addMonths(month, -1))}>
              上个月
            </Button>
            <Button
              kind="line"
              small
              disabled={month >= thisMonth}
              onPress={() => setMonth(addMonths(month, 1))}
            >
              下个月
            </Button>
          </View>
        </>
      }
      over={
        asking && (
          <AppealSheet
            month={month}
            rating={asking}
            onClose={() => setAsking(undefined)}
            onDone={() => {
              setAsking(undefined)
              setTold('申诉交上去了，由没办过这一件的监督员裁定')
              loaded.reload()
            }}
          />
        )
      }
    >
      {told && <Notice kind="done">{told}</Notice>}
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={4} />}>
        {(mine) => <Shown mine={mine} today={today} onAppeal={setAsking} onReload={loaded.reload} />}
      </WhenLoaded>
      <Notice kind="quiet" icon="shield">
        看不到是谁评的、哪天评的、哪一件，谁都一样。当月满{ratingSettings.leastAmong}
        条放一批，月底过后全放出来。
      </Notice>
    </Page>
  )
}

interface ShownProps {
  mine: MyMonth
  today: string
  onAppeal: (rating: MyRating) => void
  onReload: () => void
}

function Shown({ mine, today, onAppeal, onReload }: ShownProps) {
  const { rated, levels, average, ratings, appealUntil } = mine
  if (rated === 0)
    return (
      <Blank
        icon="rate"
        say="这个月还没有能看的"
        more={`当月不到${ratingSettings.leastAmong}条，先不放出来，免得猜得出是谁评的。`}
        way={{ words: '再看一次', onPress: onReload }}
      />
    )
  const open = appealUntil === undefined || today <= appealUntil
  return (
    <>
      <Card
        title={`放出来的${rated}条`}
        side={average === undefined ? '样本少，不算平均分' : `平均${average}分`}
      >
        {RatingLevel.options.map((level) => (
          <SumRow key={level} name={ratingLevelWords[level]} value={`${levels[level] ?? 0}条`} />
        ))}
      </Card>
      {ratings.map((rating) => (
        <Card key={rating.reference}>
          <View className="given-line">
            <Icon name={faceOf(RatingLevel.options.indexOf(rating.level))} />
            <Text className="t-b"> {ratingLevelWords[rating.level]}</Text>
            {rating.appeal && <Tag kind="action">{appealWords[rating.appeal]}</Tag>}
          </View>
          {rating.tags.length > 0 && (
            <View className="c-2 mt-1">
              {rating.tags.map((code) => tagWordsOf(rating.level, code)).join('、')}
            </View>
          )}
          {rating.text && <View className="ov-quote">“{rating.text}”</View>}
          {isPoor(rating.level) && !rating.appeal && open && (
            <View className="mt-3">
              <Button kind="line" small onPress={() => onAppeal(rating)}>
                {`申诉${appealUntil ? `(${shortDay(appealUntil)}前)` : ''}`}
              </Button>
            </View>
          )}
        </Card>
      ))}
    </>
  )
}

const appealWords: Readonly<Record<NonNullable<MyRating['appeal']>, string>> = {
  made: '申诉了，等裁定',
  accepted: '申诉成立',
  refused: '申诉不成立',
}

interface AppealSheetProps {
  month: string
  rating: MyRating
  onClose: () => void
  onDone: () => void
}

function AppealSheet({ month, rating, onClose, onDone }: AppealSheetProps) {
  const { reference } = rating
  const [draft, change, drop] = useDraft(`appeal:${reference}`, { words: '' })
  const appeal = useAction(appealMyRating)
  const send = async () => {
    if (!(await appeal.run({ month, reference, words: draft.words.trim() }))) return
    drop()
    onDone()
  }
  return (
    <WordsSheet
      title="申诉"
      say="由没有办过这一件的监督员裁定。成立的，再由纪检会签，这条就不计入成绩。"
      label="申诉的理由"
      hint="当时是怎么回事，有什么证据"
      words={draft.words}
      onChange={(words) => change({ words })}
      action="交申诉"
      busy={appeal.busy}
      trouble={appeal.trouble}
      onClose={onClose}
      onSend={() => void send()}
    />
  )
}
