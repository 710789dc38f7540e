import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { viewAuditState } from '@one-window/shared/audit/endpoints'
import type { DeskList } from '@one-window/shared/cases/lifecycle'
import {
  chinaClock,
  chinaDay,
  dayWords,
  instantWords,
  isDay,
  type Day,
} from '@one-window/shared/foundation/time'
import type { DaySheet, OpenThing } from '@one-window/shared/hand-overs/hand-over'
import { matrix, mayDo } from '@one-window/shared/identity/matrix'
import { handOverPaper } from '@one-window/shared/papers/hand-over-paper'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { WorkBar } from '@/components/work/work-bar'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { DaySwitch } from '@/features/desk/queue-pane'
import { StaleLine, TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { usePlace } from '@/features/foundation/use-place'
import { OpenThings } from '@/features/hand-overs/open-things'
import { sealsIn, useHandOver, type HandingOver } from '@/features/hand-overs/use-hand-over'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { PaperView } from '@/features/papers/paper-view'
import { headWords } from '@/features/staff/seal-state'
import { go, query } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'
import { print } from '@/gateways/print'

/** 当日移交: what is still open before the day is handed over, and the sheet that is sealed and signed. */
export default function HandOver() {
  return (
    <StaffGate title="移交" roles={['window-staff', 'director']}>
      {(staff) => <AnyDay staff={staff} />}
    </StaffGate>
  )
}

/** The list of the desk in which a case with something open stands. */
const listOf: Readonly<Record<Exclude<OpenThing['kind'], 'no-number'>, DeskList>> = {
  undecided: 'to-accept',
  'not-concluded': 'under-way',
  'not-issued': 'to-issue',
}

function AnyDay({ staff }: { staff: Staff }) {
  const at = useNow()
  const today = chinaDay(at)
  const asked = query().date
  const [date, setDate] = useState(asked !== undefined && isDay(asked) && asked <= today ? asked : today)
  return (
    <OneDay
      key={date}
      staff={staff}
      at={at}
      date={date}
      onDate={(day) => setDate(day > today ? today : day)}
    />
  )
}

interface OneDayProps {
  staff: Staff
  at: Date
  date: Day
  onDate: (date: Day) => void
}

function OneDay({ staff, at, date, onDate }: OneDayProps) {
  const { hallId, hallName, session } = staff
  const today = chinaDay(at)
  const handing = useHandOver(hallId, date)
  const sheet = valueOf(handing.loaded)
  const chain = valueOf(
    useLoad(viewAuditState, { hallId }, { when: mayDo(matrix.auditState, session.role), fresh: true }),
  )
  const [, setList] = usePlace<DeskList>('desk-list', session.personId, 'under-way')
  const [, setCase] = usePlace<string | undefined>('desk-case', session.personId, undefined)
  const goDo = ({ kind, caseId }: OpenThing) => {
    if (kind === 'no-number') return go.deskEntries()
    setList(listOf[kind])
    setCase(caseId)
    go.deskCases()
  }
  const isReady = handing.loaded.state === 'ready' && sheet !== undefined
  const isSealed = sheet?.sealed !== undefined
  const next = isSealed ? print : handing.seal
  useKeys({
    F2: isReady && !handing.busy ? next : undefined,
    'Alt+1': isReady && !isSealed ? print : undefined,
    Escape: go.back,
  })
  return (
    <Page
      title="移交"
      workBar={
        <>
          <WorkBar
            name={hallName}
            tabs={deskTabs(session, 'hand-over')}
            when={`${dayWords(today)} ${chinaClock(at)}`}
            who={session.greeting}
          />
          <View className="paper-bar">
            <View className="paper-bar-say">
              <Text className="t-b">{date === today ? '今天' : dayWords(date)}的移交清单</Text>{' '}
              {sheet && <StateTag sheet={sheet} />}
            </View>
            {print && !isSealed && (
              <Button kind="line" small disabled={!isReady} onPress={print}>
                先打印看看
                <Kbd>Alt 1</Kbd>
              </Button>
            )}
            {(!isSealed || print) && (
              <Button
                id="hand-over-next"
                kind="main"
                small
                disabled={!isReady}
                busy={handing.busy}
                busyWords="正在封存…"
                onPress={next}
              >
                {isSealed ? '打印清单' : '移交并封存'}
                <Kbd>F2</Kbd>
              </Button>
            )}
          </View>
        </>
      }
    >
      <StaleLine loaded={handing.loaded} reload={handing.loaded.reload} />
      <WhenLoaded loaded={handing.loaded} loading={<SkelCard lines={5} />}>
        {(value) => (
          <View className="hand-over">
            <View className="hand-side">
              <DaySwitch day={date} today={today} onChange={onDate} />
              <TroubleNotice trouble={handing.trouble} what="没封存成" />
              <OpenThings sheet={value} handing={handing} onDo={goDo} />
              <Sealing sheet={value} handing={handing} chainHead={chain?.head} />
            </View>
            <PaperView
              paper={handOverPaper(value, {
                hallId,
                hallName,
                printedAt: at.toISOString(),
                chainHead: chain?.head,
              })}
            />
          </View>
        )}
      </WhenLoaded>
    </Page>
  )
}

function StateTag({ sheet: { handed, open, sealed } }: { sheet: DaySheet }) {
  if (sealed) return <Tag kind="done">封存了</Tag>
  return open.length > 0 ? <Tag kind="warn">还差{open.length}样</Tag> : <Tag>{handed.length}件，可以移交</Tag>
}

interface SealingProps {
  sheet: DaySheet
  handing: HandingOver
  chainHead: string | undefined
}

/** The seals of the bags; once sealed, what proves that nothing was changed. */
function Sealing({ sheet: { sealed }, handing, chainHead }: SealingProps) {
  if (sealed)
    return (
      <>
        <Notice kind="done">
          {instantWords(sealed.at)}封存，{sealed.by}。封存的不能再改。
        </Notice>
        <View className="hand-part hand-in">
          <View className="t-b">清单指纹</View>
          <View className="t-2 num hand-hash">{headWords(sealed.fingerprint)}</View>
          {chainHead && (
            <>
              <View className="t-b mt-3">记录链头</View>
              <View className="t-2 num hand-hash">{headWords(chainHead)}</View>
            </>
          )}
          <View className="t-2 c-2 mt-3">清单改一个字，指纹就对不上。</View>
        </View>
      </>
    )
  const bags = sealsIn(handing.seals).length
  return (
    <View className="hand-part hand-in">
      <Field
        id="seals"
        label="封条号"
        hint="几个袋写几个，用空格隔开"
        maxLength={400}
        value={handing.seals}
        onChange={handing.writeSeals}
        note={bags > 0 ? `封存袋${bags}个` : '没有要封存的袋，可以不写'}
      />
      <View className="t-2 c-2 mt-3">装袋、贴封条、骑缝盖章，两个人都签字，再封存。封存以后不能改。</View>
    </View>
  )
}
