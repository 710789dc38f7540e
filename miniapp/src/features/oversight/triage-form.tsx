import { View } from '@tarojs/components'
import type { ExclusionKind, TriageClass } from '@one-window/shared/follow-ups/follow-up'
import { triageFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { followUpSettings } from '@one-window/shared/follow-ups/settings'
import { addWorkingDays, publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { Field } from '@/components/field/field'
import { Radio } from '@/components/ticks/ticks'
import { fieldError, useAction } from '../foundation/use-action'
import { KindSegment } from './kind-segment'
import { NextCard } from './next-card'
import { useStepDraft, type FormProps } from './use-step-draft'

const classes: readonly { value: TriageClass; title: string; days?: number; note?: string }[] = [
  { value: 'clear', title: '简单明确', days: followUpSettings.finishWorkingDays },
  { value: 'complex', title: '复杂', days: followUpSettings.complexWorkingDays },
  { value: 'no-basis', title: '没有依据', note: '向评价人说明情况' },
  { value: 'mistaken', title: '像是误评或恶意', note: '照常查，纪检会签了才不计入' },
]

/** 研判: which class, and by when it must then be done. */
export function TriageForm({ followUp, today, quiet, onMoved }: FormProps) {
  const { draft, change, drop, step } = useStepDraft(followUp, {
    class: 'clear' as TriageClass,
    words: '',
    kind: 'mistaken' as ExclusionKind,
  })
  const triage = useAction(triageFollowUp)
  const doubts = draft.class === 'mistaken'
  const send = async () => {
    const moved = await triage.run({
      ...step,
      class: draft.class,
      ...(draft.words.trim() && { words: draft.words.trim() }),
      ...(doubts && { exclusionKind: draft.kind }),
    })
    if (!moved) return
    drop()
    onMoved(moved)
  }
  const from = chinaDay(new Date(followUp.openedAt))
  const until = (days: number): string => {
    const due = addWorkingDays(publishedCalendar, from, days)
    return 'day' in due ? `按${days}天办，${dayWords(due.day)}前` : `按${days}天办`
  }
  return (
    <NextCard
      {...{ followUp, today, quiet }}
      say="研判：先看是哪一类"
      busy={triage.busy}
      trouble={triage.trouble}
      action={{
        words: '记下研判',
        ready: !doubts || draft.words.trim() !== '',
        run: () => void send(),
      }}
    >
      <View className="ov-choices" {...{ role: 'radiogroup', 'aria-label': '哪一类' }}>
        {classes.map(({ value, title, days, note }) => (
          <Radio
            key={value}
            on={draft.class === value}
            title={title}
            note={days ? until(days) : note}
            onPress={() => change({ class: value })}
          />
        ))}
      </View>
      {doubts && (
        <View className="mt-3">
          <KindSegment kind={draft.kind} onChoose={(kind) => change({ kind })} />
        </View>
      )}
      <View className="mt-3">
        <Field
          id="triage-words"
          kind="area"
          label={doubts ? '理由和证据' : '研判意见(可以不写)'}
          maxLength={500}
          value={draft.words}
          onChange={(words) => change({ words })}
          error={fieldError(triage.trouble, '/words')}
        />
      </View>
    </NextCard>
  )
}
