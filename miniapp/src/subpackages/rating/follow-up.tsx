import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { listMyRatings } from '@one-window/shared/ratings/endpoints'
import { RatingLevel, ratingLevelWords, ratingTags } from '@one-window/shared/ratings/rating'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { faceOf } from '@/components/faces/faces'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Steps } from '@/components/steps/steps'
import { StaleLine, TroubleBlank } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { followUpLine, followUpSentence } from '@/features/ratings/follow-up-words'
import { go, query } from '@/gateways/go'
import './follow-up.scss'

type Given = OutputOf<typeof listMyRatings>['ratings'][number]

/** What became of a rating: thanks, or what happens now after a poor one. */
export default function FollowUp() {
  const { caseId = '', contact = '1' } = query()
  const loaded = useLoad(listMyRatings, { caseId }, { fresh: true })
  const value = valueOf(loaded)
  const given = value?.ratings.find((rating) => rating.contact === Number(contact))

  if (loaded.state === 'failed') {
    return (
      <Page title="我的评价" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }
  if (!value) {
    return (
      <Page title="我的评价" head={<SkelHead />}>
        <SkelCard lines={5} />
      </Page>
    )
  }
  if (!given) {
    return (
      <Page title="我的评价" middle>
        <Blank
          icon="rate"
          say="还没有评过"
          more="办得好不好，都可以说一声。"
          way={{ words: '去评一下', onPress: () => go.rate(caseId, Number(contact)) }}
        />
      </Page>
    )
  }
  const [first, second] = given.followUp ? followUpSentence(given.followUp) : ['收到了，谢谢您']
  return (
    <Page
      title="我的评价"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={
        <>
          <View className="t-say">
            <Text className="keep">{second ? `${first}，` : first}</Text>
            {second && <Text className="keep">{second}</Text>}
          </View>
          <View className="t-2 c-2 mt-2">
            {given.followUp ? '对不起，这次没给您办好。您说的我们收到了。' : '您的评价会算进大厅的成绩里。'}
          </View>
        </>
      }
    >
      {given.followUp && (
        <>
          <Card>
            <View className="t-2 c-3">您现在要做的</View>
            <View className="mt-1 t-b t-4">什么都不用做</View>
            <View className="c-2 mt-1">
              {given.anonymous ? '办到哪一步，在这里看得到。' : '留意电话，办到哪一步，在这里看得到。'}
            </View>
          </Card>
          <Card title="办到哪了">
            <Steps steps={followUpLine(given.followUp, given.anonymous)} />
          </Card>
        </>
      )}
      <MyRating given={given} />
      <Notice kind="quiet" icon="shield">
        {given.anonymous
          ? '您没留名字，谁也看不到是您评的。'
          : '窗口的人看不到是谁评的。评什么都不影响您办事。'}
      </Notice>
      <View className="page-back">
        <Button kind="line" onPress={() => go.case(caseId)}>
          看这件事办到哪了
        </Button>
      </View>
    </Page>
  )
}

function MyRating({ given }: { given: Given }) {
  const words = ratingTags[given.level]
    .filter(({ code }) => given.tags.includes(code))
    .map((tag) => tag.words)
    .join('、')
  return (
    <Card title="您的评价" side={dayWords(chinaDay(new Date(given.ratedAt)))}>
      <View className="given">
        <View className="given-face">
          <Icon name={faceOf(RatingLevel.options.indexOf(given.level))} />
        </View>
        <View className="given-main">
          <View className="t-b">{ratingLevelWords[given.level]}</View>
          {words && <View className="c-2 mt-1">{words}</View>}
          {given.text && <View className="quote mt-3">{given.text}</View>}
        </View>
      </View>
    </Card>
  )
}
