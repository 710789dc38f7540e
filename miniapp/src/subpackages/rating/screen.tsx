import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { isPoor, type RatingLevel } from '@one-window/shared/ratings/rating'
import { rateOnScreen } from '@one-window/shared/ratings/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { contactWords } from '@one-window/shared/cases/contacts'
import { TroubleBlank, TroubleNotice } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { LevelFaces, LevelTags } from '@/features/ratings/rate-form'
import { useRatingScreen, type Asked } from '@/features/ratings/use-rating-screen'
import { go } from '@/gateways/go'
import { useSession } from '@/gateways/session'
import './screen.scss'

const THANKS_MS = 6000

/** The desk's second screen, turned to the person at the window: they rate there, nobody for them. */
export default function Screen() {
  const session = useSession()
  // a machine somebody works on is not the person's own
  if (session)
    return (
      <Page title="请您评价" middle>
        <Blank
          icon="people"
          kind="warn"
          say="这台机器上有人登录着"
          more="第二屏要用单独的机器，或单独的浏览器窗口，不登录。"
          way={{ words: '回我的', onPress: go.mine }}
        />
      </Page>
    )
  return <OwnScreen />
}

function OwnScreen() {
  const { held, asked, trouble, retry, done } = useRatingScreen()
  const [thanked, setThanked] = useState(false)
  useEffect(() => {
    if (!thanked) return undefined
    const timer = setTimeout(() => setThanked(false), THANKS_MS)
    return () => clearTimeout(timer)
  }, [thanked])
  if (trouble && !held)
    return (
      <Page title="请您评价" middle>
        <TroubleBlank trouble={trouble} onRetry={retry} />
      </Page>
    )
  if (!held)
    return (
      <Page title="请您评价">
        <SkelCard />
      </Page>
    )
  if (asked)
    return (
      <AskedNow
        key={`${asked.serviceName} ${asked.until}`}
        asked={asked}
        held={held}
        onDone={() => {
          done()
          setThanked(true)
        }}
      />
    )
  return (
    <Page title="请您评价" middle>
      <View className="idle">
        <View className="t-say">{thanked ? '收到了，谢谢您' : '办完事，可以在这里评一评'}</View>
        <View className="c-2 mt-2">
          {thanked ? '窗口的人看不到是谁评的。' : '评不评随您。评什么都不影响办事。'}
        </View>
        <View className="idle-number num" {...{ 'aria-label': `屏幕号${held.screenId}` }}>
          {held.screenId}
        </View>
        <View className="t-2 c-3">屏幕号，窗口人员填这个号</View>
      </View>
      {trouble && <Notice kind="warn">没有连上网，连上了自己会好。</Notice>}
    </Page>
  )
}

interface AskedNowProps {
  asked: Asked
  held: { screenId: string; secret: string }
  onDone: () => void
}

function AskedNow({ asked, held, onDone }: AskedNowProps) {
  const [level, setLevel] = useState<RatingLevel>()
  const [tags, setTags] = useState<string[]>([])
  const rate = useAction(rateOnScreen)
  const lacks = level !== undefined && isPoor(level) && tags.length === 0
  const send = async () => {
    if (level && (await rate.run({ ...held, level, tags }))) onDone()
  }
  return (
    <Page
      title="请您评价"
      head={
        <>
          <View className="t-say">这次办得怎么样？</View>
          <View className="t-2 c-2 mt-1">
            {asked.serviceName} · {contactWords(asked)}
          </View>
          <View className="mt-4">
            <LevelFaces
              chosen={level}
              onChoose={(next) => {
                setLevel(next)
                setTags([])
              }}
            />
          </View>
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={rate.trouble} what="没交上去" />
          <Button
            id="submit"
            kind="main"
            disabled={!level || lacks}
            busy={rate.busy}
            onPress={() => void send()}
          >
            {!level ? '先选一个' : lacks ? '选一条不满意的地方' : '提交评价'}
          </Button>
        </>
      }
    >
      {level && <LevelTags level={level} tags={tags} onTags={setTags} />}
      <Notice kind="quiet" icon="shield">
        不留名字，窗口的人看不到您评的什么。不想评，直接走就行。
      </Notice>
    </Page>
  )
}
