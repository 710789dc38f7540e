import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FollowUpOpened } from '@one-window/shared/follow-ups/follow-up'
import { answerFollowUp } from '@one-window/shared/follow-ups/endpoints'
import { shortDay } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { go } from '@/gateways/go'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'

interface AnswerCardProps {
  caseId: string
  contact: number
  followUp: FollowUpOpened
  onAnswered: () => void
}

/** What the person has to do now: usually nothing; once there is a result, say whether it is solved. */
export function AnswerCard({ caseId, contact, followUp, onAnswered }: AnswerCardProps) {
  const { answerUntil, mayReopen, mayRateAgain, solved, status } = followUp
  const answer = useAction(answerFollowUp)
  const [says, setSays] = useState(false)
  const [draft, change, drop] = useDraft(`answer:${caseId}:${contact}`, { words: '' })
  const send = async (isSolved: boolean) => {
    const words = draft.words.trim()
    const done = await answer.run({ caseId, contact, solved: isSolved, ...(words && { words }) })
    if (!done) return
    drop()
    setSays(false)
    onAnswered()
  }
  const asked = answerUntil !== undefined && solved === undefined
  return (
    <Card>
      <View className="t-2 c-3">您现在要做的</View>
      {!asked && (
        <>
          <View className="mt-1 t-b t-4">什么都不用做</View>
          <View className="c-2 mt-1">
            {status === 'closed' || status === 'check'
              ? '谢谢您，帮我们改好。'
              : '办到哪一步，在这里看得到。'}
          </View>
        </>
      )}
      {asked && (
        <>
          <View className="mt-1 t-b t-4">看看结果，解决了吗？</View>
          <View className="c-2 mt-1">
            {mayReopen
              ? `${shortDay(answerUntil)}前说都行。没解决，我们重新查一次。`
              : '已经重新查过一次。还不满意，可以打12345。'}
          </View>
          <TroubleNotice trouble={answer.trouble} what="没说上" />
          {says ? (
            <View className="mt-3">
              <Field
                id="not-solved"
                kind="area"
                label="哪里还没解决(可以不写)"
                maxLength={200}
                value={draft.words}
                onChange={(words) => change({ words })}
              />
              <View className="answer-ways mt-3">
                <Button id="send-not-solved" kind="main" busy={answer.busy} onPress={() => void send(false)}>
                  没解决，重新查
                </Button>
                <Button kind="line" onPress={() => setSays(false)}>
                  再想想
                </Button>
              </View>
            </View>
          ) : (
            <View className="answer-ways mt-3">
              <Button id="solved" kind="main" busy={answer.busy} onPress={() => void send(true)}>
                解决了
              </Button>
              {mayReopen && (
                <Button id="not-solved-yet" kind="line" onPress={() => setSays(true)}>
                  没解决
                </Button>
              )}
            </View>
          )}
        </>
      )}
      {mayRateAgain && (
        <View className="mt-3">
          <Button id="rate-again" kind="soft" icon="pen" onPress={() => go.rateAgain(caseId, contact)}>
            改好了？再评一次
          </Button>
        </View>
      )}
    </Card>
  )
}
