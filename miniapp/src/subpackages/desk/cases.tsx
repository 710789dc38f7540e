import { Text, View } from '@tarojs/components'
import { listDeskCases } from '@one-window/shared/cases/endpoints'
import type { CaseSummary } from '@one-window/shared/cases/case'
import type { CaseStatus } from '@one-window/shared/cases/lifecycle'
import { chinaClock, chinaDay, dayWords, type Day } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Press } from '@/components/press/press'
import { Segment } from '@/components/segment/segment'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { CaseWork } from '@/features/desk/case-work'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { caseDueWords } from '@/features/desk/due-words'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { useKeys } from '@/gateways/keys'

const lists = [
  {
    value: 'received',
    words: '已收件',
    empty: '没有等受理的办件',
    more: '窗口收了件、还没受理的，会出现在这里。',
  },
  { value: 'accepted', words: '在办', empty: '没有在办的办件', more: '受理了、还没办结的，会出现在这里。' },
  {
    value: 'concluded',
    words: '待出件',
    empty: '没有等着领的结果',
    more: '办结了、还没交到申请人手里的，会出现在这里。',
  },
] as const satisfies readonly { value: CaseStatus; words: string; empty: string; more: string }[]

type ListOf = (typeof lists)[number]['value']

const keys = [
  ['F2', '下一步(总是它)'],
  ['↑ ↓', '换一件'],
  ['Esc', '返回'],
] as const

export default function DeskCases() {
  return (
    <StaffGate title="在办件" roles={['window-staff', 'director']}>
      {(staff) => <CasesWork staff={staff} />}
    </StaffGate>
  )
}

function CasesWork({ staff }: { staff: Staff }) {
  const at = useNow()
  const today = chinaDay(at)
  const { personId } = staff.session
  const [status, setStatus] = usePlace<ListOf>('desk-list', personId, 'accepted')
  const [caseId, setCaseId] = usePlace<string | undefined>('desk-case', personId, undefined)
  const loaded = useLoad(listDeskCases, { hallId: staff.hallId, status }, { fresh: true })
  const cases = valueOf(loaded)?.cases ?? []
  const list = lists.find(({ value }) => value === status) ?? lists[0]

  const row = cases.findIndex((told) => told.caseId === caseId)
  const move = (by: number) => setCaseId(cases[Math.min(Math.max(row + by, 0), cases.length - 1)]?.caseId)
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: caseId ? () => setCaseId(undefined) : undefined,
  })

  return (
    <Page
      title="在办件"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'cases', loaded.state === 'ready' ? cases.length : undefined)}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
    >
      <View className={caseId ? 'desk is-open' : 'desk'}>
        <View className="desk-l" {...{ role: 'region', 'aria-label': '办件' }}>
          <StaleLine loaded={loaded} reload={loaded.reload} />
          <View className="pane-in">
            <Segment
              label="哪些办件"
              options={lists}
              chosen={status}
              onChoose={(value) => {
                setStatus(value)
                setCaseId(undefined)
              }}
            />
          </View>
          <View className="pane-scroll">
            <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
              {({ cursor }) =>
                cases.length === 0 ? (
                  <Blank icon="case" say={list.empty} more={list.more} />
                ) : (
                  <>
                    <View className="queue-group">
                      <Text>先到期的在前</Text>
                      <Text className="num">{cursor ? `前${cases.length}件` : `${cases.length}件`}</Text>
                    </View>
                    {cases.map((told) => (
                      <DueRow
                        key={told.caseId}
                        told={told}
                        today={today}
                        on={told.caseId === caseId}
                        onPick={setCaseId}
                      />
                    ))}
                  </>
                )
              }
            </WhenLoaded>
          </View>
        </View>
        {caseId && (
          <View className="desk-back">
            <Button kind="text" icon="back" onPress={() => setCaseId(undefined)}>
              回到办件
            </Button>
          </View>
        )}
        {caseId ? (
          <CaseWork key={caseId} caseId={caseId} at={at} onChanged={loaded.reload} />
        ) : (
          <View className="desk-m is-whole is-idle">
            <Blank icon="case" say="选一件看看" more="先到期的在最上面。" />
          </View>
        )}
      </View>
      <KeysLine keys={keys} end="剩几天按工作日算，调休上班的算" />
    </Page>
  )
}

interface DueRowProps {
  told: CaseSummary
  today: Day
  on: boolean
  onPick: (caseId: string) => void
}

function DueRow({ told, today, on, onPick }: DueRowProps) {
  const due = caseDueWords(told, today)
  return (
    <Press className={on ? 'queue-row is-on' : 'queue-row'} onPress={() => onPick(told.caseId)}>
      <View className="queue-main">
        <View className="queue-who t-b">{told.serviceName}</View>
        <View className="queue-what">
          {told.applicantName}，{told.caseNumber}
        </View>
      </View>
      <View className="queue-wait">
        {due.kind === '' ? (
          <Text className="t-2 c-2">{due.words}</Text>
        ) : (
          <Tag kind={due.kind === 'due' ? 'warn' : due.kind}>{due.words}</Tag>
        )}
      </View>
    </Press>
  )
}
