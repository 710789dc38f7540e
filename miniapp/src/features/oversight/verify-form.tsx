import { View } from '@tarojs/components'
import type { Finding, Rectifier } from '@one-window/shared/follow-ups/follow-up'
import { verifyFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { Field } from '@/components/field/field'
import { Segment } from '@/components/segment/segment'
import { fieldError, useAction } from '../foundation/use-action'
import { NextCard } from './next-card'
import { useStepDraft, type FormProps } from './use-step-draft'

/** 核实: what was found, on what evidence, and who rectifies. */
export function VerifyForm({ followUp, today, quiet, onMoved }: FormProps) {
  const { draft, change, drop, step } = useStepDraft(followUp, {
    finding: undefined as Finding | undefined,
    words: '',
    evidence: '',
    rectifier: 'director' as Rectifier,
  })
  const verify = useAction(verifyFollowUp)
  const { finding, words, evidence, rectifier } = draft
  const noOffice = fieldError(verify.trouble, '/rectifier')
  const isTrue = finding === 'true' || finding === 'partly'
  const send = async () => {
    if (!finding) return
    const lines = evidence.split('\n').map((line) => line.trim())
    const moved = await verify.run({
      ...step,
      finding,
      words: words.trim(),
      evidence: lines.filter(Boolean),
      rectifier,
    })
    if (!moved) return
    drop()
    onMoved(moved)
  }
  return (
    <NextCard
      {...{ followUp, today, quiet }}
      say={followUp.reopened ? '重新核实' : '调查核实'}
      tip={
        followUp.anonymous
          ? '对方没有留名，打不了电话。对照事实和办件经过，核实说的事。'
          : '被评的人不参与核实。对照下面的事实，该看录像看录像。'
      }
      busy={verify.busy}
      trouble={verify.trouble}
      action={{
        words: '记下核实',
        ready: finding !== undefined && words.trim() !== '',
        run: () => void send(),
      }}
    >
      <View className="mt-3">
        <Segment
          label="属实吗"
          options={[
            { value: 'true', words: '属实' },
            { value: 'partly', words: '部分属实' },
            { value: 'untrue', words: '不属实' },
            { value: 'unverifiable', words: '查不清' },
          ]}
          chosen={finding}
          onChoose={(value) => change({ finding: value })}
        />
      </View>
      <View className="mt-3">
        <Field
          id="verify-words"
          kind="area"
          label="核实的经过(整改的人看得到)"
          hint="哪天、哪一步、为什么"
          maxLength={500}
          value={words}
          onChange={(next) => change({ words: next })}
          error={fieldError(verify.trouble, '/words')}
        />
      </View>
      <View className="mt-3">
        <Field
          id="verify-evidence"
          kind="area"
          label="证据，一行一样(可以不写)"
          hint="如：11月23日大厅录像 9:20"
          maxLength={500}
          value={evidence}
          onChange={(next) => change({ evidence: next })}
        />
      </View>
      {isTrue && (
        <View className="mt-3">
          <View className="field-label">谁来整改</View>
          <Segment
            label="谁来整改"
            options={[
              { value: 'director', words: '大厅(主任)' },
              { value: 'approver', words: '业务办公室' },
            ]}
            chosen={rectifier}
            onChoose={(value) => change({ rectifier: value })}
          />
          {noOffice && <View className="field-note is-bad">{noOffice}</View>}
        </View>
      )}
    </NextCard>
  )
}
