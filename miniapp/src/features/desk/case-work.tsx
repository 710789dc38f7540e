import { View } from '@tarojs/components'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { caseStatusWords } from '@one-window/shared/cases/lifecycle'
import type { Case, CaseEvent } from '@one-window/shared/cases/case'
import { whyThisDay } from '@one-window/shared/cases/why-this-day'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import {
  chinaClock,
  chinaDay,
  clockWords,
  dayWords,
  instantWords,
  type Day,
} from '@one-window/shared/foundation/time'
import { realNameWords } from '@one-window/shared/identity/session'
import { SumRow } from '@/components/card/card'
import { Steps, type Step } from '@/components/steps/steps'
import { Tag } from '@/components/tag/tag'
import { useSession } from '@/gateways/session'
import { StaleLine } from '../foundation/states'
import { useLoad, valueOf } from '../foundation/use-load'
import { AskOnScreen } from '../ratings/ask-on-screen'
import type { DeskAction } from './action-bar'
import { CaseActions } from './case-actions'
import { CheckedList } from './checklist-pane'
import { leftWords, promisedWords } from './due-words'
import { PersonHead } from './person-head'
import { Facts } from './service-card'
import { UnmaskButton } from './unmask-button'
import { useUnmask, type Unmasking } from './use-unmask'
import { WorkLoading, WorkTrouble } from './work-states'

interface CaseWorkProps {
  caseId: string
  at: Date
  /** It was accepted a moment ago: its paper comes first. */
  fresh?: boolean
  onChanged: () => void
  /** The next person, when there is nothing more to do here. */
  onNext?: DeskAction
}

/** A case at the desk: how it stands, its time, its papers, and the one next action. */
export function CaseWork({ caseId, at, fresh, onChanged, onNext }: CaseWorkProps) {
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  const unmasking = useUnmask({ caseId })
  const session = useSession()
  if (loaded.state === 'failed') return <WorkTrouble trouble={loaded.trouble} onRetry={loaded.reload} />
  if (!told) return <WorkLoading />
  const changed = () => {
    loaded.reload()
    onChanged()
  }
  const why = whyThisDay(told, publishedCalendar)
  return (
    <>
      <View className="desk-m">
        <View className="pane-scroll desk-mid">
          <StaleLine loaded={loaded} reload={loaded.reload} />
          <CaseHead told={told} today={chinaDay(at)} unmasking={unmasking} />
          {told.contacts.length > 0 && session && <AskOnScreen caseId={caseId} personId={session.personId} />}
          {why && (
            <View className="desk-card desk-card-in t-2">
              <View className="t-b">{why.title}</View>
              {why.rows.map((row) => (
                <SumRow key={row.name} {...row} />
              ))}
              <SumRow {...why.total} total />
              <View className="t-1 c-2">{why.note}</View>
            </View>
          )}
        </View>
      </View>
      <View className="desk-r" {...{ role: 'region', 'aria-label': '材料和经过' }}>
        <View className="pane-head t-b">收到的材料</View>
        <View className="pane-scroll">
          <CheckedList materials={told.materials} />
          <View className="queue-group">经过</View>
          <View className="pane-in">
            <Steps steps={told.events.map(eventStep)} />
          </View>
        </View>
      </View>
      <CaseActions key={told.status} told={told} fresh={fresh} onChanged={changed} onNext={onNext} />
    </>
  )
}

const eventWords: Readonly<Record<CaseEvent['action'], string>> = {
  receive: '收件',
  accept: '受理',
  decline: '不予受理',
  conclude: '办结',
  issue: '出件',
}

const eventStep = ({ action, at, note }: CaseEvent): Step => ({
  state: action === 'decline' ? 'stopped' : 'done',
  name: eventWords[action],
  time: instantWords(at),
  note,
})

const momentWords = (instant: string): { say: string; more: string } => {
  const at = new Date(instant)
  return { say: dayWords(chinaDay(at)), more: clockWords(chinaClock(at)) }
}

interface CaseHeadProps {
  told: Case
  today: Day
  unmasking: Unmasking
}

function CaseHead({ told, today, unmasking }: CaseHeadProps) {
  const { name, phone, idNumber } = unmasking.whole ?? told.applicant
  const due = told.status === 'accepted' && told.promisedDay ? leftWords(told.promisedDay, today) : undefined
  return (
    <>
      <PersonHead
        name={name}
        note={[idNumber, phone ?? '没有留电话', told.realName && realNameWords[told.realName]]
          .filter(Boolean)
          .join('，')}
        way={<UnmaskButton unmasking={unmasking} keyed />}
        side={
          <>
            <View className="t-b c-1">{told.caseNumber}</View>
            {told.queryCode && <View>查询码{told.queryCode}</View>}
          </>
        }
      />
      <View className="desk-card">
        <View className="desk-card-head">
          <View className="desk-card-name">
            <View className="t-4 t-b">{told.serviceName}</View>
            <Tag kind={told.status === 'declined' ? 'warn' : told.status === 'issued' ? 'done' : 'action'}>
              {caseStatusWords[told.status]}
            </Tag>
          </View>
          {due && <Tag kind={due.kind === 'due' ? 'warn' : due.kind}>{due.words}</Tag>}
        </View>
        {told.officialName !== told.serviceName && (
          <View className="desk-card-line t-2 c-2">{told.officialName}</View>
        )}
        <Facts
          facts={[
            { name: '最晚办好', ...promisedWords(told) },
            { name: '收件', ...momentWords(told.receivedAt) },
            ...(told.acceptedAt ? [{ name: '受理', ...momentWords(told.acceptedAt) }] : []),
            ...(told.outcome
              ? [{ name: '结果', say: told.outcome === 'granted' ? '批准了' : '没有批准' }]
              : []),
          ]}
        />
      </View>
    </>
  )
}
