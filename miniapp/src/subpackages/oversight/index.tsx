import { Text, View } from '@tarojs/components'
import { listFollowUps } from '@one-window/shared/follow-ups/endpoints'
import type { FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { chinaClock, chinaDay, dayWords, type Day } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { groupsOf, type DeadlineGroup, type GroupName } from '@/features/oversight/deadline-groups'
import { FollowUpDetail } from '@/features/oversight/follow-up-detail'
import { FollowUpList } from '@/features/oversight/follow-up-list'
import '@/features/oversight/oversight.scss'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['↑ ↓', '换一件'],
  ['Esc', '返回'],
] as const

export default function Oversight() {
  return (
    <StaffGate title="差评跟进" roles={['supervisor']}>
      {(staff) => <Inbox staff={staff} />}
    </StaffGate>
  )
}

function Inbox({ staff }: { staff: Staff }) {
  const at = useNow()
  const today = chinaDay(at)
  const loaded = useLoad(listFollowUps, { hallId: staff.hallId, status: 'open' }, { fresh: true })
  const [picked, setPicked] = usePlace<string | undefined>('oversight', staff.session.personId, undefined)
  const groups = groupsOf(valueOf(loaded)?.followUps ?? [], today)
  const rows = groups.flatMap(({ followUps }) => followUps)

  const row = rows.findIndex(({ followUpId }) => followUpId === picked)
  const move = (by: number) => setPicked(rows[Math.min(Math.max(row + by, 0), rows.length - 1)]?.followUpId)
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: picked ? () => setPicked(undefined) : undefined,
  })
  const shown = rows[Math.max(row, 0)]

  return (
    <Page
      title="差评跟进"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={[
            {
              words: '差评跟进',
              on: true,
              count: loaded.state === 'ready' ? rows.length : undefined,
              onPress: loaded.reload,
            },
          ]}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
    >
      <WhenLoaded loaded={loaded} loading={<InboxSkeleton />}>
        {({ cursor }) =>
          shown === undefined ? (
            <Blank
              icon="shield"
              kind="done"
              say="没有要跟进的差评"
              more="群众给了不满意或非常不满意，马上会出现在这里，最早到期的在最上面。"
              way={{ words: '再看一次', onPress: loaded.reload }}
              otherWay={{ words: '回我的', onPress: go.mine }}
            />
          ) : (
            <InboxPanes
              groups={groups}
              shown={shown}
              picked={picked}
              more={cursor !== undefined}
              today={today}
              onPick={setPicked}
            />
          )
        }
      </WhenLoaded>
      <KeysLine keys={keys} end="先到期的在前" />
    </Page>
  )
}

interface InboxPanesProps {
  groups: readonly DeadlineGroup[]
  shown: FollowUp
  picked: string | undefined
  more: boolean
  today: Day
  onPick: (followUpId: string | undefined) => void
}

function InboxPanes({ groups, shown, picked, more, today, onPick }: InboxPanesProps) {
  const count = (name: GroupName) => groups.find((group) => group.name === name)?.followUps.length ?? 0
  const all = groups.reduce((sum, { followUps }) => sum + followUps.length, 0)
  return (
    <View className={picked ? 'ov is-open' : 'ov'}>
      <View className="ov-top">
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          差评{all}件
        </View>
        <Text className="t-2 c-2">
          今天到期{count('today')}，明天{count('tomorrow')}，已经超期{count('over')}
        </Text>
      </View>
      <View className="ov-main">
        <FollowUpList groups={groups} today={today} picked={shown.followUpId} onPick={onPick} />
        {more && <View className="page-note t-2 c-2 mt-2">只列出最早到期的{all}件，办完再看后面的。</View>}
      </View>
      <View className="ov-side" {...{ role: 'region', 'aria-label': '这一件' }}>
        {picked && (
          <View className="ov-back">
            <Button kind="text" icon="back" onPress={() => onPick(undefined)}>
              回到列表
            </Button>
          </View>
        )}
        <FollowUpDetail key={shown.followUpId} followUp={shown} today={today} />
      </View>
    </View>
  )
}

function InboxSkeleton() {
  return (
    <View className="ov">
      <View className="ov-main mt-4">
        <SkelRows rows={5} notes />
      </View>
      <View className="ov-side">
        <SkelCard lines={5} />
      </View>
    </View>
  )
}
