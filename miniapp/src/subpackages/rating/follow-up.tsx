import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { chinaDay, dayWords, instantWords } from '@one-window/shared/foundation/time'
import type { FollowUpOpened } from '@one-window/shared/follow-ups/follow-up'
import { guideChangeWords, toldSentence } from '@one-window/shared/follow-ups/told'
import { listMyRatings } from '@one-window/shared/ratings/endpoints'
import { RatingLevel, ratingLevelWords, tagWordsOf } from '@one-window/shared/ratings/rating'
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
import { AnswerCard } from '@/features/ratings/answer-card'
import { followUpLine } from '@/features/ratings/follow-up-line'
import { go, query } from '@/gateways/go'
import './follow-up.scss'

type Given = OutputOf<typeof listMyRatings>['ratings'][number]

/** What became of a rating: thanks, or what happens now after a poor one. */
export default function FollowUp() {
  const { caseId = '', contact = '1' } = query()
  const loaded = useLoad(listMyRatings, { caseId }, { fresh: true })
  const value = valueOf(loaded)
  const ofContact = value?.ratings.filter((rating) => rating.contact === Number(contact)) ?? []
  const given = ofContact.find(({ again }) => !again)
  const again = ofContact.find((rating) => rating.again)

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
  const { followUp } = given
  const [first, second] = followUp ? toldSentence(followUp) : ['收到了，谢谢您']
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
            {followUp ? '对不起，这次没给您办好。您说的我们收到了。' : '您的评价会算进大厅的成绩里。'}
          </View>
        </>
      }
    >
      {followUp && (
        <>
          {followUp.answer && <Result followUp={followUp} />}
          <AnswerCard
            caseId={caseId}
            contact={given.contact}
            followUp={followUp}
            onAnswered={loaded.reload}
          />
          <Card title="办到哪了">
            <Steps steps={followUpLine(followUp, given.anonymous)} />
          </Card>
          {followUp.story.length > 0 && <Story followUp={followUp} />}
        </>
      )}
      {again && <OneRating given={again} title="您又评了一次" />}
      <OneRating given={given} title="您的评价" />
      <Notice kind="quiet" icon="shield">
        {given.anonymous
          ? '您没留名字，谁也看不到是您评的。'
          : '您的电话只有处理的人能看，谁看过都有记录。窗口的人看不到是谁评的。'}
      </Notice>
      <View className="page-back">
        <Button kind="line" onPress={() => go.case(caseId)}>
          看这件事办到哪了
        </Button>
      </View>
    </Page>
  )
}

/** What was found and what was changed. */
function Result({ followUp }: { followUp: FollowUpOpened }) {
  return (
    <Card title="查的结果">
      <View>{followUp.answer}</View>
      {followUp.guide && <View className="c-2 mt-2">{guideChangeWords(followUp.guide)}</View>}
    </Card>
  )
}

/** Every step in plain words, the newest first. */
function Story({ followUp }: { followUp: FollowUpOpened }) {
  return (
    <Card title="一步一步">
      {[...followUp.story].reverse().map(({ at, title, body }) => (
        <View key={`${at} ${title}`} className="told">
          <View>{title}</View>
          {body && body !== followUp.answer && <View className="c-2">{body}</View>}
          <View className="t-2 c-3">{instantWords(at)}</View>
        </View>
      ))}
    </Card>
  )
}

function OneRating({ given, title }: { given: Given; title: string }) {
  const words = given.tags.map((code) => tagWordsOf(given.level, code)).join('、')
  return (
    <Card title={title} side={dayWords(chinaDay(new Date(given.ratedAt)))}>
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
