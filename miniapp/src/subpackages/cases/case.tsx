import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { caseSentence, caseWords } from '@one-window/shared/cases/case-words'
import { contactToRate, contactWords } from '@one-window/shared/cases/contacts'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { isOver, isUnderWay } from '@one-window/shared/cases/lifecycle'
import { progressOf } from '@one-window/shared/cases/why-this-day'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay, type ClockTime } from '@one-window/shared/foundation/time'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button } from '@/components/button/button'
import { Bar, Card, Cell, SumRow } from '@/components/card/card'
import { Page } from '@/components/page/page'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Steps } from '@/components/steps/steps'
import { StaleLine, TroubleBlank } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { closesOf } from '@/features/halls/hall-words'
import { useMessageAsk } from '@/features/notifications/use-message-ask'
import { now } from '@/gateways/clock'
import { copy } from '@/gateways/clipboard'
import { go, query } from '@/gateways/go'

/** 我的办件: one sentence, what to do now, then the line of steps. */
export default function CasePage() {
  const { caseId = '' } = query()
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  const hall = useLoad(viewHall, { hallId: told?.hallId ?? '' }, { when: told !== undefined })

  if (loaded.state === 'failed') {
    return (
      <Page title="我的办件" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }
  if (!told) {
    return (
      <Page title="我的办件" head={<SkelHead />}>
        <SkelCard lines={2} />
        <SkelCard lines={5} />
      </Page>
    )
  }
  return (
    <Page
      title="我的办件"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={<CaseHead told={told} closes={closesOf(valueOf(hall))} />}
    >
      <CaseBody told={told} closes={closesOf(valueOf(hall))} phone={valueOf(hall)?.phone} />
    </Page>
  )
}

function CaseHead({ told, closes }: { told: Case; closes: ClockTime }) {
  const today = chinaDay(now())
  const [first, second] = caseSentence(told, today)
  const progress = progressOf(told, publishedCalendar, closes, today)
  return (
    <>
      <View className="t-say">
        <Text className="keep">{first}，</Text>
        <Text className="keep">{second}</Text>
      </View>
      <View className="t-2 c-2 mt-2">
        {told.serviceName} · {told.applicantName}
      </View>
      {progress && (
        <>
          <View className="mt-4">
            <Bar
              part={progress.used / progress.all}
              words={`${progress.all}个工作日，用了${progress.used}个`}
            />
          </View>
          <View className="head-row t-2 c-3 mt-2 num">
            <Text>用了{progress.used}个工作日</Text>
            <Text>还有{progress.all - progress.used}个</Text>
          </View>
        </>
      )}
    </>
  )
}

interface CaseBodyProps {
  told: Case
  closes: ClockTime
  phone: string | null | undefined
}

function CaseBody({ told, closes, phone }: CaseBodyProps) {
  const askMessages = useMessageAsk('acceptance')
  const today = chinaDay(now())
  const { todo, steps, why } = caseWords(told, publishedCalendar, closes, today)
  const rate = contactToRate(told.contacts, today)
  const rated = [...told.contacts]
    .reverse()
    .flatMap(({ contact, rated: level }) => (level ? [{ contact, level }] : []))
  const received = told.materials.filter(({ state }) => state === 'received')
  return (
    <>
      <Card>
        <View className="t-2 c-3">您现在要做的</View>
        <View className="mt-1 t-b t-4">{todo.say}</View>
        <View className="c-2 mt-1">{todo.more}</View>
        {rate && (
          <View className="mt-3">
            <Button id="to-rate" icon="rate" onPress={() => go.rate(told.caseId, rate.contact)}>
              {contactWords(rate)}办得怎么样？评一下
            </Button>
          </View>
        )}
      </Card>
      <Card title="办到哪了">
        <Steps steps={steps} />
      </Card>
      {why && isUnderWay(told.status) && (
        <Card title={why.title}>
          {why.rows.map(({ name, value }) => (
            <SumRow key={name} name={name} value={value} />
          ))}
          <SumRow name={why.total.name} value={why.total.value} total />
          <View className="t-2 c-3 mt-3">{why.note}</View>
        </Card>
      )}
      <Card list>
        {rated.map(({ contact, level }) => (
          <Cell
            key={contact}
            icon="rate"
            title={`您评的：${ratingLevelWords[level]}`}
            note={contactWords({ contact })}
            onPress={() => go.followUp(told.caseId, contact)}
          />
        ))}
        <Cell icon="guide" title="您交的材料" side={`${received.length}样`} />
        <Cell
          icon="case"
          title="办件号"
          note={told.caseNumber}
          side="复制"
          arrow="none"
          onPress={() => copy(told.caseNumber)}
        />
        {told.queryCode && (
          <Cell
            icon="search"
            title="查询码"
            note={`${told.queryCode}，家人凭办件号和这个码，不用登录也能查`}
            side="复制"
            arrow="none"
            onPress={() => copy(told.queryCode ?? '')}
          />
        )}
        {askMessages && !isOver(told.status) && (
          <Cell id="ask-messages" icon="bell" title="有结果微信告诉我" side="打开" onPress={askMessages} />
        )}
        <CallCell phone={phone} />
      </Card>
    </>
  )
}
