import { View } from '@tarojs/components'
import { checkFollowUp, reportBack } from '@one-window/shared/follow-ups/endpoints'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { useKeys } from '@/gateways/keys'
import { fieldError, useAction } from '../foundation/use-action'
import { CallbackForm } from './callback-form'
import { NextCard } from './next-card'
import { TriageForm } from './triage-form'
import { useStepDraft, type FormProps } from './use-step-draft'
import { VerifyForm } from './verify-form'

/** The form of the step a follow-up waits for; what was typed stays until the step is taken. */
export function NextForm(props: FormProps) {
  switch (props.followUp.status) {
    case 'triage':
      return <TriageForm {...props} />
    case 'callback':
      return <CallbackForm {...props} />
    case 'verify':
      return <VerifyForm {...props} />
    case 'report':
      return <Report {...props} />
    case 'check':
      return <Check {...props} />
    case 'rectify':
      return (
        <NextCard
          {...props}
          say={props.followUp.rectifier === 'approver' ? '等审批人整改' : '等主任整改'}
          tip="整改好了，会回到这里，由您告诉评价人。"
        />
      )
    case 'closed':
      return (
        <NextCard
          {...props}
          say={props.followUp.exclusion === 'agreed' ? '不予采纳，已办结' : '办结了'}
          tip={props.followUp.solved ? '评价人说解决了。' : '评价人还可以说“没解决”，会重新查一次。'}
        />
      )
  }
}

function Report({ followUp, today, quiet, onMoved }: FormProps) {
  const { draft, change, drop, step } = useStepDraft(followUp, { words: '' })
  const report = useAction(reportBack)
  const send = async () => {
    const moved = await report.run({ ...step, words: draft.words.trim() })
    if (!moved) return
    drop()
    onMoved(moved)
  }
  return (
    <NextCard
      {...{ followUp, today, quiet }}
      say="把结果告诉评价人"
      tip="评价人在“我的评价”里看到您写的每个字。不写姓名、电话，不写是谁评的。"
      busy={report.busy}
      trouble={report.trouble}
      action={{ words: '告诉评价人', ready: draft.words.trim() !== '', run: () => void send() }}
    >
      <View className="mt-3">
        <Field
          id="report-words"
          kind="area"
          label="查到什么，改了什么"
          hint="您说的是对的，对不住您。门口贴了签到指引，……"
          maxLength={500}
          value={draft.words}
          onChange={(words) => change({ words })}
          error={fieldError(report.trouble, '/words')}
        />
      </View>
    </NextCard>
  )
}

function Check({ followUp, today, quiet, onMoved }: FormProps) {
  const { draft, change, drop, step } = useStepDraft(followUp, { words: '' })
  const check = useAction(checkFollowUp)
  const send = async (passed: boolean) => {
    const words = draft.words.trim()
    const moved = await check.run({ ...step, passed, ...(words && { words }) })
    if (!moved) return
    drop()
    onMoved(moved)
  }
  useKeys({ F4: quiet || check.busy ? undefined : () => void send(false) })
  return (
    <NextCard
      {...{ followUp, today, quiet }}
      say="复核，能销号吗"
      tip={
        followUp.solved ? '评价人说解决了。' : '评价人还没说解决没有。该改的改了、结果告诉了，就可以销号。'
      }
      busy={check.busy}
      trouble={check.trouble}
      action={{ words: '复核通过，销号', ready: true, run: () => void send(true) }}
    >
      <View className="mt-3">
        <Field
          id="check-words"
          kind="area"
          label="复核意见(可以不写)"
          maxLength={500}
          value={draft.words}
          onChange={(words) => change({ words })}
        />
      </View>
      <View className="mt-2">
        <Button id="send-back" kind="line" busy={check.busy} onPress={() => void send(false)}>
          退回重查
          <Kbd>F4</Kbd>
        </Button>
      </View>
    </NextCard>
  )
}
