import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Slot } from '@one-window/shared/booking/booking'
import type { closeDay, setSlotCapacity } from '@one-window/shared/booking/endpoints'
import { dayWords, type Day } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { Sheet } from '@/components/sheet/sheet'
import { useKeys } from '@/gateways/keys'
import { TroubleNotice } from '../foundation/states'
import type { useAction } from '../foundation/use-action'
import { HitList, hitOf } from './hit-list'

/** What is proposed and waits for a yes. */
export type Proposal = { kind: 'capacity'; slot: Slot; capacity: number } | { kind: 'close' }

interface ConfirmProps {
  proposal: Proposal | undefined
  day: Day
  capacity: ReturnType<typeof useAction<typeof setSlotCapacity>>
  closing: ReturnType<typeof useAction<typeof closeDay>>
  onCapacity: (slot: Slot, capacity: number) => void
  /** Closes when nobody is hit; otherwise brings the list of who is. */
  onPropose: () => void
  onShut: () => void
  onClose: () => void
}

/** A proposal that takes something away waits here for a yes, with the people it hits. */
export function ConfirmChange({
  proposal,
  day,
  capacity,
  closing,
  onCapacity,
  onPropose,
  onShut,
  onClose,
}: ConfirmProps) {
  if (!proposal) return null
  if (proposal.kind === 'capacity') {
    const hit = hitOf(capacity.trouble)
    if (!hit) return null
    return (
      <ConfirmSheet
        title={`${proposal.slot.start}减到${proposal.capacity}个名额？`}
        say={`约好的比新名额多，这${hit.length}人会被取消。他们会收到通知，可以优先改约。`}
        yes="确认减少"
        busy={capacity.busy}
        onYes={() => onCapacity(proposal.slot, proposal.capacity)}
        onClose={onClose}
      >
        <HitList hit={hit} />
      </ConfirmSheet>
    )
  }
  const hit = hitOf(closing.trouble)
  return (
    <ConfirmSheet
      title={`${dayWords(day)}停办？`}
      say={
        hit
          ? `这一天有${hit.length}人约好了，都会被取消。他们会收到通知，可以优先改约。`
          : '停办后这一天不能再约，也不能在这里恢复。'
      }
      yes={hit ? `确认停办，取消${hit.length}人` : '停办'}
      busy={closing.busy}
      onYes={hit ? onShut : onPropose}
      onClose={onClose}
    >
      {hit ? <HitList hit={hit} /> : <TroubleNotice trouble={closing.trouble} what="没停成" />}
    </ConfirmSheet>
  )
}

interface ConfirmSheetProps {
  title: string
  say: string
  yes: string
  busy: boolean
  onYes: () => void
  onClose: () => void
  children: ReactNode
}

function ConfirmSheet({ title, say, yes, busy, onYes, onClose, children }: ConfirmSheetProps) {
  useKeys({ F2: busy ? undefined : onYes, Escape: onClose })
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="c-2 mt-2 mb-3">{say}</View>
      {children}
      <View className="mt-3">
        <Button id="confirm" kind="main" busy={busy} onPress={onYes}>
          {yes}
          <Kbd>F2</Kbd>
        </Button>
      </View>
      <View className="mt-2">
        <Button kind="line" onPress={onClose}>
          不改了
          <Kbd>Esc</Kbd>
        </Button>
      </View>
    </Sheet>
  )
}
