import { View } from '@tarojs/components'
import { useState } from 'react'
import { closeDay, listSlots, setSlotCapacity } from '@one-window/shared/booking/endpoints'
import type { HallDay, Slot } from '@one-window/shared/booking/booking'
import { chinaClock, chinaDay, dayWords, instantAt, type Day } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelRows } from '@/components/skeleton/skeleton'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { deskTabs } from '@/features/desk/desk-tabs'
import '@/features/desk/desk.scss'
import '@/features/desk/hall.scss'
import { ConfirmChange, type Proposal } from '@/features/desk/confirm-change'
import { hitOf } from '@/features/desk/hit-list'
import { DaySwitch } from '@/features/desk/queue-pane'
import { SlotRow } from '@/features/desk/slot-row'
import { StaleLine, TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { useDraft } from '@/features/foundation/use-draft'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { go } from '@/gateways/go'

const keys = [
  ['F2', '确认'],
  ['Esc', '不改了'],
] as const

const offWords = {
  weekend: '周末休息，没有号段',
  holiday: '放假，没有号段',
  'not-announced': '这一年的放假安排还没公布，先不放号',
} as const

/** The places of a day: change them, or close the day. Who is hit is shown before anything is decided. */
export default function DeskHall() {
  return (
    <StaffGate title="号段" roles={['director']}>
      {(staff) => <HallWork staff={staff} />}
    </StaffGate>
  )
}

function HallWork({ staff }: { staff: Staff }) {
  const { hallId } = staff
  const at = useNow()
  const today = chinaDay(at)
  const [day, setDay] = useState(today)
  const [proposal, setProposal] = useState<Proposal>()
  const [told, setTold] = useState('')
  const loaded = useLoad(listSlots, { hallId, from: day, days: 1 }, { fresh: true })
  const change = useAction(setSlotCapacity)
  const close = useAction(closeDay)
  const [draft, write, drop] = useDraft(`closure:${hallId}:${day}`, { reason: '' })

  const done = (words: string) => {
    setProposal(undefined)
    setTold(words)
    loaded.reload()
  }
  const setCapacity = async (slot: Slot, capacity: number, confirm?: true) => {
    setTold('')
    setProposal({ kind: 'capacity', slot, capacity })
    const answer = await change.run({ slotId: slot.slotId, capacity, confirm })
    if (!answer) return
    const hit = answer.cancelled.length
    done(`${slot.start}改成${capacity}个名额${hit > 0 ? `，${hit}人已取消并通知，他们优先改约` : ''}`)
  }
  const shut = async (confirm?: true) => {
    const answer = await close.run({ hallId, date: day, reason: draft.reason, confirm })
    if (!answer) return
    drop()
    const hit = answer.cancelled.length
    done(`${dayWords(day)}停办${hit > 0 ? `，${hit}人已取消并通知，他们优先改约` : ''}`)
  }
  const goTo = (next: Day) => {
    setDay(next)
    setTold('')
    change.calm()
    close.calm()
  }

  return (
    <Page
      title="号段"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'hall')}
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      over={
        <ConfirmChange
          proposal={proposal}
          day={day}
          capacity={change}
          closing={close}
          onCapacity={(slot, capacity) => void setCapacity(slot, capacity, true)}
          onPropose={() => void shut()}
          onShut={() => void shut(true)}
          onClose={() => {
            setProposal(undefined)
            change.calm()
            close.calm()
          }}
        />
      }
    >
      <StaleLine loaded={loaded} reload={loaded.reload} />
      <View className="hall-work">
        <View className="hall-part">
          <DaySwitch day={day} today={today} onChange={goTo} />
          {told && <Notice kind="done">{told}</Notice>}
          {!hitOf(change.trouble) && <TroubleNotice trouble={change.trouble} what="没改成" />}
          <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
            {({ slots, days }) => {
              const kind = days[0]?.kind
              if (slots.length === 0) {
                const off = kind === 'weekend' || kind === 'holiday' || kind === 'not-announced'
                return (
                  <Blank icon="calendar" say={off ? offWords[kind] : '这一天没有号段'} more="换一天看看。" />
                )
              }
              return slots.map((slot) => (
                <SlotRow
                  key={slot.slotId}
                  slot={slot}
                  busy={change.busy}
                  begun={instantAt(slot.date, slot.start) <= at}
                  onChange={(capacity) => void setCapacity(slot, capacity)}
                />
              ))
            }}
          </WhenLoaded>
        </View>
        <View className="hall-side">
          <ClosePart
            day={day}
            today={today}
            closed={valueOf(loaded)?.days[0]}
            reason={draft.reason}
            error={fieldError(close.trouble, '/reason')}
            onReason={(reason) => write({ reason })}
            onAsk={() => setProposal({ kind: 'close' })}
          />
          <View className="hall-part hall-ways">
            <Cell
              id="to-hand-over"
              icon="case"
              title="移交清单"
              note={`${dayWords(day)}收的和交出去的，封存、打印、签字`}
              onPress={() => go.handOver(day)}
            />
            <Cell
              id="to-staff"
              icon="people"
              title="工作人员"
              note="邀请、调岗、代班、停用"
              onPress={go.staff}
            />
            <Cell
              id="to-audit"
              icon="shield"
              title="审计记录"
              note="谁做了什么，封存到哪里"
              onPress={go.audit}
            />
          </View>
        </View>
      </View>
      <KeysLine keys={keys} end="减名额、停办，先看会影响谁，再确认" />
    </Page>
  )
}

interface ClosePartProps {
  day: Day
  today: Day
  closed: HallDay | undefined
  reason: string
  error?: string
  onReason: (reason: string) => void
  onAsk: () => void
}

function ClosePart({ day, today, closed, reason, error, onReason, onAsk }: ClosePartProps) {
  const shut = closed?.kind === 'closed'
  const works = shut || closed?.kind === 'working' || closed?.kind === 'make-up'
  if (!works || day < today) return null
  return (
    <View className="hall-part hall-close">
      <View className="t-b">{shut ? `${dayWords(day)}已停办` : `${dayWords(day)}停办一天`}</View>
      <View className="t-2 c-2 mt-1">
        {shut ? `原因：${closed.reason ?? '没有写'}` : '约好的人会收到通知，可以优先改约。'}
      </View>
      {!shut && (
        <View className="mt-3">
          <Field
            id="closure-reason"
            label="停办原因(群众看得到)"
            hint="比如：停电检修"
            maxLength={60}
            value={reason}
            onChange={onReason}
            error={error}
          />
          <View className="mt-3">
            <Button id="close-day" kind="line" disabled={!reason.trim()} onPress={onAsk}>
              停办这一天
            </Button>
          </View>
        </View>
      )}
    </View>
  )
}
