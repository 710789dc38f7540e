import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { pauseKindWords } from '@one-window/shared/cases/pause-words'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { closingTime } from '@one-window/shared/halls/hall'
import { chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { SumRow } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { SkelCard } from '@/components/skeleton/skeleton'
import { CaseActions } from '../cases/case-actions'
import { CaseFiles } from '../cases/case-files'
import { CaseHead } from '../cases/case-head'
import { CheckedList } from '../cases/checked-list'
import { dueIfGranted } from '../cases/clock'
import { ClockPane } from '../cases/clock-pane'
import { Life } from '../cases/life'
import type { DeskAction } from '../desk/action-bar'
import { StaleLine, TroubleBlank } from '../foundation/states'
import { useLoad, valueOf } from '../foundation/use-load'
import { checksOf } from './checks'

const HALL_HOURS = 24

interface CasePanelProps {
  caseId: string
  at: Date
  onChanged: () => void
  onNext?: DeskAction
}

/** One case to decide: what was checked, what happened, and the one thing to do. */
export function CasePanel({ caseId, at, onChanged, onNext }: CasePanelProps) {
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  const hallId = told?.hallId ?? ''
  const hall = useLoad(viewHall, { hallId }, { when: hallId !== '', keptForHours: HALL_HOURS })
  if (loaded.state === 'failed') return <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
  if (!told) return <SkelCard lines={5} />
  const changed = () => {
    loaded.reload()
    onChanged()
  }
  const closes = closingTime(valueOf(hall)?.hours)
  const today = chinaDay(at)
  return (
    <View className="panel">
      <View className="panel-scroll">
        <StaleLine loaded={loaded} reload={loaded.reload} />
        <View className="panel-in">
          <CaseHead told={told} today={today} inOffice onChanged={changed} />
          <Asked told={told} closes={closes} at={at} />
          {checksOf(told).map(({ ok, say, more }) => (
            <View key={say} className="check">
              <View className={ok ? 'c-done' : 'c-warn'}>
                <Icon name={ok ? 'check' : 'clock'} />
              </View>
              <View className="check-main">
                <View>{say}</View>
                {more && <View className="t-2 c-2">{more}</View>}
              </View>
            </View>
          ))}
        </View>
        <ClockPane told={told} closes={closes} today={today} />
        <View className="panel-in">
          <View className="t-b mb-3">经过</View>
          <Life told={told} />
        </View>
        <View className="pane-head t-b">材料</View>
        <CheckedList materials={told.materials} asked={told.supplement?.lacks} />
        <View className="pane-head t-b">照片和附件</View>
        <CaseFiles told={told} onChanged={changed} />
      </View>
      <CaseActions
        told={told}
        service={undefined}
        today={today}
        inOffice
        onChanged={changed}
        onNext={onNext}
      />
    </View>
  )
}

/** What is asked of the director, with what it does to the promised day. */
function Asked({ told, closes, at }: { told: Case; closes: string; at: Date }) {
  const { ask } = told
  if (!ask || !told.actions.some((action) => action === 'pause' || action === 'extend')) return null
  const then = dueIfGranted(told, closes, at)
  return (
    <View className="asked">
      <View className="t-b">
        {ask.by}申请{ask.of === 'pause' ? '暂停计时' : '延长期限'}
      </View>
      {ask.kind && <SumRow name="要做什么" value={pauseKindWords[ask.kind]} />}
      <SumRow name="理由" value={ask.reason} />
      <SumRow name="现在最晚" value={told.promisedDay ? dayWords(told.promisedDay) : '到期日待定'} />
      <SumRow
        name={ask.of === 'pause' ? '加：暂停的工作日' : '加：延长的工作日'}
        value={<Text>{ask.workingDays}天</Text>}
      />
      {then && (
        <SumRow
          name="批了以后最晚"
          value={'day' in then ? dayWords(then.day) : `等${then.pendingYear}年放假安排公布`}
          total
        />
      )}
    </View>
  )
}
