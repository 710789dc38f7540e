import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { waitedMinutes } from '@one-window/shared/booking/queue'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import type { DeskAction } from '@/features/desk/action-bar'
import { BookingWork } from '@/features/desk/booking-work'
import { CaseWork } from '@/features/desk/case-work'
import { deskTabs, isAtStation } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import { FindBox } from '@/features/desk/find-box'
import { Intake } from '@/features/desk/intake'
import { DaySwitch, QueueList } from '@/features/desk/queue-pane'
import { useDeskQueue } from '@/features/desk/use-desk-queue'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { usePlace } from '@/features/foundation/use-place'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['F2', '下一步'],
  ['F4', '下一位'],
  ['↑ ↓', '换一位'],
  ['F8', '现场来的'],
  ['F7', '写姓名'],
  ['F9', '看全'],
  ['1–9', '打勾'],
  ['0', '全部收齐'],
  ['/', '查找'],
  ['回车', '离开输入框'],
  ['Esc', '返回'],
] as const

/** What the middle of the desk is about. */
type Work =
  | { kind: 'booking'; bookingId: string }
  | { kind: 'walk-in'; serviceId?: string; turn: number }
  | { kind: 'case'; caseId: string; bookingId?: string; fresh?: boolean }

export default function Desk() {
  return (
    <StaffGate title="窗口" roles={['window-staff', 'director']}>
      {(staff) => (isAtStation(staff.session) ? <AtStation staff={staff} /> : <DeskWork staff={staff} />)}
    </StaffGate>
  )
}

/** A station has no queue: it books for its villagers. */
function AtStation({ staff }: { staff: Staff }) {
  return (
    <Page
      title="窗口"
      workBar={<WorkBar name={staff.hallName} tabs={deskTabs(staff.session, 'queue')} />}
      middle
    >
      <Blank
        icon="people"
        say="村里站点不管大厅的队"
        more="给没有手机的村民约时间，点代约。"
        way={{ words: '去代约', onPress: go.deskVillage }}
      />
    </Page>
  )
}

function DeskWork({ staff }: { staff: Staff }) {
  const at = useNow()
  const today = chinaDay(at)
  const [day, setDay] = useState(today)
  const [work, setWork] = usePlace<Work | undefined>('desk', staff.session.personId, undefined)
  const { loaded, queue } = useDeskQueue(staff.hallId, day)

  const pick = (bookingId: string) => setWork({ kind: 'booking', bookingId })
  const walkIn = (serviceId?: string) => setWork({ kind: 'walk-in', serviceId, turn: at.getTime() })
  const pickedId = work && 'bookingId' in work ? work.bookingId : undefined
  const next = queue.waiting.find(({ bookingId }) => bookingId !== pickedId)
  const callNext: DeskAction | undefined = next && {
    words: `下一位：${next.visitor.name}`,
    run: () => pick(next.bookingId),
  }
  const longest = Math.max(0, ...queue.waiting.map((booking) => waitedMinutes(booking, at)))
  const everybody = [...queue.waiting, ...queue.coming, ...queue.served, ...queue.absent]
  const row = everybody.findIndex(({ bookingId }) => bookingId === pickedId)
  const move = (by: number) => {
    const to = everybody[Math.min(Math.max(row + by, 0), everybody.length - 1)]
    if (to) pick(to.bookingId)
  }
  useKeys({
    F4: callNext?.run,
    F8: () => walkIn(),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: work && (() => setWork(undefined)),
  })
  return (
    <Page
      title="窗口"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'queue', queue.waiting.length)}
          find={<FindBox bookings={everybody} onBooking={pick} onWalkIn={walkIn} />}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
    >
      <View className={work ? 'desk is-open' : 'desk'}>
        <View className="desk-l" {...{ role: 'region', 'aria-label': '排队' }}>
          <StaleLine loaded={loaded} reload={loaded.reload} />
          <DaySwitch day={day} today={today} onChange={setDay} />
          <View className="pane-head">
            <Text className="t-b">{`等着${queue.waiting.length}人`}</Text>
            <Text className="pane-end t-2 c-2 num">
              {queue.waiting.length > 0 ? `最久等${longest}分` : `还有${queue.coming.length}个预约没到`}
            </Text>
          </View>
          <View className="pane-scroll">
            <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
              {() =>
                everybody.length === 0 ? (
                  <Blank
                    icon="people"
                    say={day === today ? '今天还没有人预约' : '这一天没有人预约'}
                    more="有人直接来，按“现场来的”收件。"
                  />
                ) : (
                  <QueueList queue={queue} at={at} picked={pickedId} onPick={pick} />
                )
              }
            </WhenLoaded>
          </View>
          <View className="pane-foot">
            {callNext && (
              <Button kind="soft" id="call-next" onPress={callNext.run}>
                {callNext.words}
                <Kbd>F4</Kbd>
              </Button>
            )}
            <Button kind="line" id="walk-in" onPress={() => walkIn()}>
              现场来的
              <Kbd>F8</Kbd>
            </Button>
          </View>
        </View>
        {work && (
          <View className="desk-back">
            <Button kind="text" icon="back" onPress={() => setWork(undefined)}>
              回到排队
            </Button>
          </View>
        )}
        <Middle
          work={work}
          staff={staff}
          at={at}
          onWork={setWork}
          onChanged={loaded.reload}
          onWalkIn={walkIn}
          onNext={callNext}
        />
      </View>
      <KeysLine keys={keys} end="填的、勾的都存着" />
    </Page>
  )
}

interface MiddleProps {
  work: Work | undefined
  staff: Staff
  at: Date
  onWork: (work: Work) => void
  onChanged: () => void
  onWalkIn: (serviceId: string) => void
  onNext?: DeskAction
}

function Middle({ work, staff, at, onWork, onChanged, onWalkIn, onNext }: MiddleProps) {
  if (!work) {
    return (
      <View className="desk-m is-whole is-idle">
        <Blank
          icon="people"
          say="选一位，开始办"
          more={onNext ? '按 F4 叫下一位，或者点左边的名字。' : '左边点名字；没约的，按 F8 现场收件。'}
        />
      </View>
    )
  }
  if (work.kind === 'case') {
    return (
      <CaseWork
        key={work.caseId}
        caseId={work.caseId}
        at={at}
        fresh={work.fresh}
        onChanged={onChanged}
        onNext={onNext}
      />
    )
  }
  if (work.kind === 'walk-in') {
    return (
      <Intake
        key={`${work.turn} ${work.serviceId ?? ''}`}
        staff={staff}
        serviceId={work.serviceId}
        at={at}
        onTakenIn={({ caseId }) => onWork({ kind: 'case', caseId, fresh: true })}
        onCase={(caseId) => onWork({ kind: 'case', caseId })}
        onChanged={onChanged}
      />
    )
  }
  return (
    <BookingWork
      key={work.bookingId}
      staff={staff}
      bookingId={work.bookingId}
      at={at}
      onTakenIn={({ caseId }) => onWork({ kind: 'case', caseId, bookingId: work.bookingId, fresh: true })}
      onCase={(caseId) => onWork({ kind: 'case', caseId })}
      onChanged={onChanged}
      onWalkIn={onWalkIn}
      onNext={onNext}
    />
  )
}
