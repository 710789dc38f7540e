import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { listDeskCases } from '@one-window/shared/cases/endpoints'
import type { CaseSummary } from '@one-window/shared/cases/case'
import { caseStatusWords, type DeskList } from '@one-window/shared/cases/lifecycle'
import { chinaClock, chinaDay, dayWords, type Day } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { DueTag } from '@/components/due-tag/due-tag'
import { Icon } from '@/components/icon/icon'
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
import { MoreButton } from '@/features/foundation/more-button'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useMore } from '@/features/foundation/use-more'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { useKeys } from '@/gateways/keys'

const lists = [
  {
    value: 'to-accept',
    words: '待受理',
    empty: '没有等受理的办件',
    more: '窗口收了件、还没受理的，等补正的，会出现在这里。',
  },
  {
    value: 'under-way',
    words: '在办',
    empty: '没有在办的办件',
    more: '受理了、还没有结果的，会出现在这里。',
  },
  {
    value: 'to-issue',
    words: '待出件',
    empty: '没有等着领的结果',
    more: '有结果了、还没交到申请人手里的，会出现在这里。',
  },
  {
    value: 'ended',
    words: '办完的',
    empty: '没有办完的办件',
    more: '交到手里的、不予受理的、撤回的、退件的，归档以前在这里。',
  },
] as const satisfies readonly { value: DeskList; words: string; empty: string; more: string }[]

const keys = [
  ['F2', '下一步'],
  ['↑ ↓', '换一件'],
  ['F6', '填平台编号'],
  ['F9', '看全'],
  ['P', '打印'],
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
  const { hallId } = staff
  const at = useNow()
  const today = chinaDay(at)
  const { personId } = staff.session
  const [list, setList] = usePlace<DeskList>('desk-list', personId, 'under-way')
  const [caseId, setCaseId] = usePlace<string | undefined>('desk-case', personId, undefined)
  /** Counts what was done here: the list is read again. */
  const [turn, setTurn] = useState(0)
  const shown = lists.find(({ value }) => value === list) ?? lists[1]
  return (
    <Page
      title="在办件"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'cases')}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
    >
      <View className={caseId ? 'desk is-open' : 'desk'}>
        <View className="desk-l" {...{ role: 'region', 'aria-label': '办件' }}>
          <View className="pane-in">
            <Segment
              label="哪些办件"
              options={lists}
              chosen={list}
              onChoose={(value) => {
                setList(value)
                setCaseId(undefined)
              }}
            />
          </View>
          <CaseList
            key={list}
            turn={turn}
            hallId={hallId}
            list={shown}
            today={today}
            picked={caseId}
            onPick={setCaseId}
          />
        </View>
        {caseId && (
          <View className="desk-back">
            <Button kind="text" icon="back" onPress={() => setCaseId(undefined)}>
              回到办件
            </Button>
          </View>
        )}
        {caseId ? (
          <CaseWork key={caseId} caseId={caseId} at={at} onChanged={() => setTurn(turn + 1)} />
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

interface CaseListProps {
  hallId: string
  turn: number
  list: (typeof lists)[number]
  today: Day
  picked: string | undefined
  onPick: (caseId: string | undefined) => void
}

function CaseList({ hallId, turn, list, today, picked, onPick }: CaseListProps) {
  const asked = { hallId, list: list.value }
  const loaded = useLoad(listDeskCases, asked, { fresh: true })
  const { reload } = loaded
  useEffect(() => {
    if (turn > 0) reload()
  }, [turn, reload])
  const first = valueOf(loaded)
  const more = useMore<CaseSummary>(first?.cursor, async (cursor, ask) => {
    const page = await ask(listDeskCases, { ...asked, cursor })
    return { rows: page.cases, cursor: page.cursor }
  })
  const cases = [...(first?.cases ?? []), ...more.rows]
  const row = cases.findIndex((told) => told.caseId === picked)
  const move = (by: number) => onPick(cases[Math.min(Math.max(row + by, 0), cases.length - 1)]?.caseId)
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: picked ? () => onPick(undefined) : undefined,
  })
  return (
    <>
      <StaleLine loaded={loaded} reload={loaded.reload} />
      <View className="pane-scroll">
        <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
          {() =>
            cases.length === 0 ? (
              <Blank icon="case" say={list.empty} more={list.more} />
            ) : (
              <>
                <View className="queue-group">
                  <Text>{list.value === 'ended' ? '刚办完的在前' : '先到期的在前'}</Text>
                  <Text className="num">{`${cases.length}件${more.cursor ? '，还有' : ''}`}</Text>
                </View>
                {cases.map((told) => (
                  <DueRow
                    key={told.caseId}
                    told={told}
                    today={today}
                    on={told.caseId === picked}
                    onPick={onPick}
                  />
                ))}
                <MoreButton more={more} />
              </>
            )
          }
        </WhenLoaded>
      </View>
    </>
  )
}

interface DueRowProps {
  told: CaseSummary
  today: Day
  on: boolean
  onPick: (caseId: string) => void
}

/** Where a case is, in a few words: who has it, or how it stands. */
const whereOf = ({ status, holder }: CaseSummary): string =>
  status === 'in-review' || status === 'at-county'
    ? (holder ?? caseStatusWords[status])
    : caseStatusWords[status]

function DueRow({ told, today, on, onPick }: DueRowProps) {
  const due = caseDueWords(told, today)
  return (
    <Press className={on ? 'queue-row is-on' : 'queue-row'} onPress={() => onPick(told.caseId)}>
      <View className="queue-main">
        <View className="queue-who t-b">{told.serviceName}</View>
        <View className={told.status === 'returned' ? 'queue-what c-warn' : 'queue-what'}>
          {told.applicantName}，{whereOf(told)}
        </View>
      </View>
      <View className="queue-wait">
        {told.status === 'paused' ? (
          <Tag>
            <Icon name="pause" /> 暂停
          </Tag>
        ) : due.kind === '' ? (
          <Text className="t-2 c-2">{due.words}</Text>
        ) : (
          <DueTag kind={due.kind}>{due.words}</DueTag>
        )}
      </View>
    </Press>
  )
}
