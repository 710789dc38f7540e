import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { caseSteps } from '@one-window/shared/cases/case-steps'
import { caseSentence, tripWords } from '@one-window/shared/cases/case-words'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { isOver, isUnderWay } from '@one-window/shared/cases/lifecycle'
import { progressOf, whyThisDay } from '@one-window/shared/cases/why-this-day'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { closingTime, type Hall } from '@one-window/shared/halls/hall'
import { Bar, Card, Cell, SumRow } from '@/components/card/card'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Steps } from '@/components/steps/steps'
import { CaseMaterials } from '@/features/cases/case-materials'
import { CasePapers } from '@/features/cases/case-papers'
import { CaseReasons, PauseReasons } from '@/features/cases/case-reasons'
import { CaseTodo } from '@/features/cases/case-todo'
import { RatedCells } from '@/features/cases/rated-cells'
import { useWithdraw } from '@/features/cases/withdraw'
import { StaleLine, TroubleBlank } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { useMessageAsk } from '@/features/notifications/use-message-ask'
import { now } from '@/gateways/clock'
import { copy } from '@/gateways/clipboard'
import { query } from '@/gateways/go'

type OfHall = Pick<Hall, 'hours' | 'phone'> | undefined

/** 我的办件: one sentence, what to do now, then the line of steps, why this day, and the papers. */
export default function CasePage() {
  const { caseId = '' } = query()
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  const hall = valueOf(useLoad(viewHall, { hallId: told?.hallId ?? '' }, { when: told !== undefined }))
  const withdraw = useWithdraw(told, loaded.reload)

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
      head={<CaseHead told={told} hall={hall} />}
      over={withdraw.sheet}
    >
      <CaseBody told={told} hall={hall} onChanged={loaded.reload} />
      {withdraw.ask && (
        <View className="case-end">
          <Button id="withdraw" kind="line" onPress={withdraw.ask}>
            不想办了，撤回
          </Button>
        </View>
      )}
    </Page>
  )
}

interface PartProps {
  told: Case
  hall: OfHall
}

function CaseHead({ told, hall }: PartProps) {
  const today = chinaDay(now())
  const [first, second] = caseSentence(told, today)
  const progress = progressOf(told, publishedCalendar, closingTime(hall?.hours), today)
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

function CaseBody({ told, hall, onChanged }: PartProps & { onChanged: () => void }) {
  const askMessages = useMessageAsk('acceptance')
  const today = chinaDay(now())
  const why = whyThisDay(told, publishedCalendar, closingTime(hall?.hours))
  const trips = tripWords(told)
  const { queryCode } = told
  return (
    <>
      <CaseTodo told={told} today={today} onChanged={onChanged} />
      <CaseReasons told={told} />
      <PauseReasons told={told} />
      <Card title="办到哪了">
        <Steps steps={caseSteps(told, today)} />
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
      <SectionTitle title="凭证" />
      <CasePapers told={told} />
      <CaseMaterials told={told} />
      <Card list>
        <RatedCells told={told} />
        <Cell icon="pin" title={trips.say} note={trips.more} />
        {told.agent && (
          <Cell icon="people" title="代办人" side={`${told.agent.name}(${told.agent.relation})`} />
        )}
        <Cell
          icon="case"
          title="办件号"
          note={told.caseNumber}
          side="复制"
          arrow="none"
          onPress={() => copy(told.caseNumber)}
        />
        {queryCode && (
          <Cell
            icon="search"
            title="查询码"
            note={`${queryCode}，家人凭办件号和这个码，不用登录也能查`}
            side="复制"
            arrow="none"
            onPress={() => copy(queryCode)}
          />
        )}
        {askMessages && !isOver(told.status) && (
          <Cell id="ask-messages" icon="bell" title="有结果微信告诉我" side="打开" onPress={askMessages} />
        )}
        <CallCell phone={hall?.phone} />
      </Card>
    </>
  )
}
