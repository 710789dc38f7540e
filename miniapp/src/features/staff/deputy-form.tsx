import { View } from '@tarojs/components'
import { roleWords } from '@one-window/shared/foundation/roles'
import { isDay, type Day } from '@one-window/shared/foundation/time'
import type { Colleague } from '@one-window/shared/staff/endpoints'
import { Button } from '@/components/button/button'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { Radio } from '@/components/ticks/ticks'
import type { Trouble } from '@/gateways/refusal'
import { fieldError } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { useDraft } from '../foundation/use-draft'

const reasons = ['出差', '请假', '学习培训'] as const

interface DeputyFormProps {
  colleagues: readonly Colleague[]
  today: Day
  busy: boolean
  trouble: Trouble | undefined
  onSend: (said: { personId: string; from: Day; until: Day; reason: string }) => Promise<boolean>
}

/** Who stands in, from when until when, and why. */
export function DeputyForm({ colleagues, today, busy, trouble, onSend }: DeputyFormProps) {
  const [draft, change, drop] = useDraft('deputy', { personId: '', from: today, until: '', reason: '' })
  const ready =
    draft.personId !== '' &&
    isDay(draft.from) &&
    isDay(draft.until) &&
    draft.until >= draft.from &&
    draft.reason.trim() !== ''
  const dayError = (text: string) => (text === '' || isDay(text) ? undefined : '照2026-11-28这样写')
  const send = async () => {
    if (await onSend({ ...draft, reason: draft.reason.trim() })) drop()
  }
  return (
    <View>
      <View className="field-label">请谁</View>
      {colleagues.map(({ personId, name, roles }) => (
        <Radio
          key={personId}
          on={personId === draft.personId}
          title={name}
          note={roles.map((role) => roleWords[role]).join('、')}
          onPress={() => change({ personId })}
        />
      ))}
      <View className="post-days">
        <Field
          id="deputy-from"
          label="从哪天"
          hint="2026-11-28"
          maxLength={10}
          value={draft.from}
          onChange={(from) => change({ from: from.trim() })}
          error={fieldError(trouble, '/from') ?? dayError(draft.from)}
        />
        <Field
          id="deputy-until"
          label="到哪天"
          hint="2026-11-30"
          maxLength={10}
          value={draft.until}
          onChange={(until) => change({ until: until.trim() })}
          error={
            fieldError(trouble, '/until') ??
            dayError(draft.until) ??
            (isDay(draft.until) && draft.until < draft.from ? '比开始那天还早' : undefined)
          }
        />
      </View>
      <Field
        id="deputy-reason"
        label="为什么(留在记录里)"
        hint="写一句"
        maxLength={100}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={fieldError(trouble, '/reason')}
      />
      <View className="mt-2">
        <Chips label="常用的原因">
          {reasons.map((one) => (
            <Chip key={one} on={draft.reason === one} onPress={() => change({ reason: one })}>
              {one}
            </Chip>
          ))}
        </Chips>
      </View>
      <View className="mt-4">
        <TroubleNotice trouble={trouble} what="没请成" />
        <Button id="deputy-send" kind="main" busy={busy} disabled={!ready} onPress={() => void send()}>
          请他代理
        </Button>
      </View>
    </View>
  )
}
