import { View } from '@tarojs/components'
import type { CallResult } from '@one-window/shared/follow-ups/follow-up'
import { logCallback } from '@one-window/shared/follow-ups/endpoints'
import { Field } from '@/components/field/field'
import { Segment } from '@/components/segment/segment'
import { useAction } from '../foundation/use-action'
import { callWords } from './follow-up-words'
import { NextCard } from './next-card'
import { useStepDraft, type FormProps } from './use-step-draft'

/** 回访: one call, and what was said. */
export function CallbackForm({ followUp, today, quiet, onMoved }: FormProps) {
  const { draft, change, drop, step } = useStepDraft(followUp, {
    outcome: undefined as CallResult | undefined,
    words: '',
    satisfied: undefined as boolean | undefined,
  })
  const log = useAction(logCallback)
  const { outcome, words, satisfied } = draft
  const reached = outcome === 'reached'
  const send = async () => {
    if (!outcome) return
    const moved = await log.run({
      ...step,
      outcome,
      ...(words.trim() && { words: words.trim() }),
      ...(reached && satisfied !== undefined && { satisfied }),
    })
    if (!moved) return
    drop()
    onMoved(moved)
  }
  const tried = followUp.events.filter(({ deed }) => deed === 'attempt').length
  return (
    <NextCard
      {...{ followUp, today, quiet }}
      say={`打第${tried + 1}次回访电话`}
      tip={
        tried > 0
          ? `${callWords(followUp)}，满3个半天才能记联系不上。换个半天再打。`
          : '先问：那天是怎么办的、哪里没办好？说声对不起，再告诉对方哪天有结果。'
      }
      busy={log.busy}
      trouble={log.trouble}
      action={{ words: '记下回访', ready: outcome !== undefined, run: () => void send() }}
    >
      <View className="mt-3">
        <Segment
          label="打通没有"
          options={[
            { value: 'reached', words: '接通了' },
            { value: 'no-answer', words: '没人接' },
            { value: 'wrong-number', words: '空号' },
            { value: 'would-not-say', words: '不愿说' },
          ]}
          chosen={outcome}
          onChoose={(value) => change({ outcome: value })}
        />
      </View>
      <View className="mt-3">
        <Field
          id="call-words"
          kind="area"
          label="评价人怎么说的"
          hint="原话记下来"
          maxLength={500}
          value={words}
          onChange={(next) => change({ words: next })}
        />
      </View>
      {reached && (
        <View className="mt-3">
          <View className="field-label">对这次回访满意吗(问一句)</View>
          <Segment
            label="对回访满意吗"
            options={[
              { value: 'yes', words: '满意' },
              { value: 'no', words: '不满意' },
              { value: 'none', words: '没说' },
            ]}
            chosen={satisfied === undefined ? 'none' : satisfied ? 'yes' : 'no'}
            onChoose={(value) => change({ satisfied: value === 'none' ? undefined : value === 'yes' })}
          />
        </View>
      )}
    </NextCard>
  )
}
