import { Text, View } from '@tarojs/components'
import { listInbox } from '@one-window/shared/approvals/endpoints'
import type { InboxRow } from '@one-window/shared/cases/case'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import '@/components/work/work-rows.scss'
import '@/features/approvals/approvals.scss'
import { CasePanel } from '@/features/approvals/case-panel'
import { inboxGroups, rowKey } from '@/features/approvals/inbox-groups'
import { InboxList } from '@/features/approvals/inbox-list'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { MoreButton } from '@/features/foundation/more-button'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useMore } from '@/features/foundation/use-more'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['F2', '下一步'],
  ['↑ ↓', '换一件'],
  ['Alt', '别的办法'],
  ['F9', '看全'],
  ['Esc', '返回'],
] as const

export default function Approvals() {
  return (
    <StaffGate title="待我审批" roles={['approver', 'leader', 'director']}>
      {(staff) => <Inbox staff={staff} />}
    </StaffGate>
  )
}

function Inbox({ staff }: { staff: Staff }) {
  const { hallId, hallName, session } = staff
  const at = useNow()
  const today = chinaDay(at)
  const loaded = useLoad(listInbox, { hallId }, { fresh: true })
  const first = valueOf(loaded)
  const more = useMore<InboxRow>(first?.cursor, (cursor, ask) => ask(listInbox, { hallId, cursor }))
  const groups = inboxGroups([...(first?.rows ?? []), ...more.rows], today)
  const rows = groups.flatMap((group) => group.rows)
  const [picked, setPicked] = usePlace<string | undefined>('approvals', session.personId, undefined)

  const row = rows.findIndex((each) => rowKey(each) === picked)
  const keyOf = (place: number): string | undefined => {
    const there = rows[Math.min(Math.max(place, 0), rows.length - 1)]
    return there && rowKey(there)
  }
  useKeys({
    ArrowDown: () => setPicked(keyOf(row + 1)),
    ArrowUp: () => setPicked(keyOf(row - 1)),
    Escape: picked ? () => setPicked(undefined) : undefined,
  })
  // what was decided stays in sight until the next one is picked
  const caseId = picked?.split(' ')[0] ?? rows[0]?.caseId
  const next = rows.find((each) => each.caseId !== caseId)
  const waiting = groups.find(({ name }) => name === 'waiting')?.rows.length ?? 0
  const dueToday = groups.find(({ name }) => name === 'today')?.rows.length ?? 0
  return (
    <Page
      title="待我审批"
      workBar={
        <WorkBar
          name={hallName}
          tabs={deskTabs(session, 'approvals', loaded.state === 'ready' ? rows.length : undefined)}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
    >
      <View className={picked ? 'approvals is-open' : 'approvals'}>
        <View className="approvals-top">
          <View className="approvals-say">
            <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
              待我审批{rows.length}件
            </View>
            <Text className="t-2 c-2">
              {waiting}个人在窗口等着，{dueToday}件今天到期
            </Text>
          </View>
          <Button kind="line" small id="to-deputies" onPress={go.deputies}>
            我不在，请人代理
          </Button>
        </View>
        <WhenLoaded loaded={loaded} loading={<InboxSkeleton />}>
          {() => (
            <>
              <View className={caseId ? 'approvals-main' : 'approvals-main is-whole'}>
                {rows.length === 0 ? (
                  <Blank
                    icon="shield"
                    kind="done"
                    say="没有等您批的"
                    more="送到您这一步的、请您批暂停延长的、请您去联席会的，马上会出现在这里。"
                    way={{ words: '再看一次', onPress: loaded.reload }}
                  />
                ) : (
                  <>
                    <InboxList
                      groups={groups}
                      at={at}
                      picked={row >= 0 ? picked : picked ? undefined : keyOf(0)}
                      onPick={setPicked}
                    />
                    <MoreButton more={more} />
                  </>
                )}
              </View>
              {caseId && (
                <View className="approvals-side" {...{ role: 'region', 'aria-label': '这一件' }}>
                  {picked && (
                    <View className="desk-back">
                      <Button kind="text" icon="back" onPress={() => setPicked(undefined)}>
                        回到列表
                      </Button>
                    </View>
                  )}
                  <CasePanel
                    key={caseId}
                    caseId={caseId}
                    at={at}
                    onChanged={() => {
                      setPicked(picked ?? keyOf(0))
                      loaded.reload()
                    }}
                    onNext={
                      picked && row < 0 && next
                        ? { words: `下一件：${next.serviceName}`, run: () => setPicked(rowKey(next)) }
                        : undefined
                    }
                  />
                </View>
              )}
            </>
          )}
        </WhenLoaded>
      </View>
      <KeysLine keys={keys} end="不同意要写理由和依据，本人收到书面决定" />
    </Page>
  )
}

function InboxSkeleton() {
  return (
    <>
      <View className="approvals-main">
        <SkelRows rows={5} notes />
      </View>
      <View className="approvals-side">
        <SkelCard lines={5} />
      </View>
    </>
  )
}
