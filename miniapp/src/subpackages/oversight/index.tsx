import { Text, View } from '@tarojs/components'
import { listFollowUps } from '@one-window/shared/follow-ups/endpoints'
import type { FollowUp, FollowUpList as WhichList } from '@one-window/shared/follow-ups/follow-up'
import { chinaDay } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Segment } from '@/components/segment/segment'
import { SkelRows } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { groupsOf, type DeadlineGroup, type GroupName } from '@/features/oversight/deadline-groups'
import { FollowUpList } from '@/features/oversight/follow-up-list'
import { OversightPage } from '@/features/oversight/oversight-page'
import { useMore } from '@/features/foundation/use-more'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['F2', '下一步(总是它)'],
  ['↑ ↓', '换一件'],
  ['Esc', '返回'],
] as const

/** The supervisor's inbox: poor ratings by what must be done first. */
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
  const { personId } = staff.session
  const [list, setList] = usePlace<WhichList>('oversight list', personId, 'open')
  const [picked, setPicked] = usePlace<string | undefined>('oversight', personId, undefined)
  const asked = { hallId: staff.hallId, status: list }
  const loaded = useLoad(listFollowUps, asked, { fresh: true })
  const first = valueOf(loaded)
  const more = useMore<FollowUp>(first?.cursor, async (cursor, ask) => {
    const page = await ask(listFollowUps, { ...asked, cursor })
    return { rows: page.followUps, ...(page.cursor && { cursor: page.cursor }) }
  })
  const all = [...(first?.followUps ?? []), ...more.rows]
  const groups: DeadlineGroup[] =
    list === 'open'
      ? groupsOf(all, today)
      : all.length > 0
        ? [{ name: 'later', words: '办结的，新的在前', followUps: all }]
        : []
  const rows = groups.flatMap(({ followUps }) => followUps)
  const row = Math.max(
    rows.findIndex(({ followUpId }) => followUpId === picked),
    0,
  )
  const on = rows[row]
  const open = (followUpId: string) => {
    setPicked(followUpId)
    go.followUpAtWork(followUpId)
  }
  const move = (by: number) => setPicked(rows[Math.min(Math.max(row + by, 0), rows.length - 1)]?.followUpId)
  useKeys({
    F2: on && (() => open(on.followUpId)),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: go.mine,
  })
  return (
    <OversightPage
      title="差评跟进"
      staff={staff}
      on="follow-ups"
      at={at}
      count={list === 'open' && first ? rows.length : undefined}
      loaded={loaded}
      keys={keys}
      end="先到期的在前"
    >
      <View className="ov">
        <View className="ov-top">
          <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
            {list === 'open' ? `差评${rows.length}件` : '办结的差评'}
          </View>
          {list === 'open' && <Text className="t-2 c-2">{dueSums(groups)}</Text>}
          <View className="ov-which">
            <Segment
              label="看哪些"
              options={[
                { value: 'open', words: '在办' },
                { value: 'closed', words: '办结' },
              ]}
              chosen={list}
              onChoose={setList}
            />
          </View>
        </View>
        <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
          {() =>
            rows.length === 0 ? (
              <Blank
                icon="shield"
                kind="done"
                say={list === 'open' ? '没有要跟进的差评' : '还没有办结的差评'}
                more="群众给了不满意或非常不满意，马上会出现在这里，最早到期的在最上面。"
                way={{ words: '再看一次', onPress: loaded.reload }}
                otherWay={{ words: '回我的', onPress: go.mine }}
              />
            ) : (
              <View className="ov-main">
                <FollowUpList groups={groups} today={today} picked={on?.followUpId} onOpen={open} />
                <TroubleNotice trouble={more.trouble} what="没翻出来" />
                {more.cursor && (
                  <View className="ov-more">
                    <Button kind="line" busy={more.busy} busyWords="正在找…" onPress={more.load}>
                      再看50件
                    </Button>
                  </View>
                )}
              </View>
            )
          }
        </WhenLoaded>
      </View>
    </OversightPage>
  )
}

/** 今天到期2，明天1，已经超期0 */
const dueSums = (groups: readonly DeadlineGroup[]): string => {
  const count = (name: GroupName) => groups.find((group) => group.name === name)?.followUps.length ?? 0
  return `今天到期${count('today')}，明天${count('tomorrow')}，已经超期${count('over')}`
}
