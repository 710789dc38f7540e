import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { outcomeOf } from '@one-window/shared/prechecks/answer'
import { answerPrecheck, viewPrecheck } from '@one-window/shared/prechecks/endpoints'
import type { Precheck } from '@one-window/shared/prechecks/precheck'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { useKeys } from '@/gateways/keys'
import { useRelink } from '../files/use-relink'
import { TroubleBlank, TroubleNotice } from '../foundation/states'
import { fieldError, useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { useLoad, valueOf } from '../foundation/use-load'
import { answeredLines, answersOf, nextAfter, saidOf, sentOf, type Answers } from './answers'
import { LookPane } from './look-pane'
import { MaterialPane } from './material-pane'

interface AnswerWorkProps {
  precheckId: string
  onAnswered: (words: string) => void
}

/** One pre-check at the window: its photos, an answer for each, and the button that sends them. */
export function AnswerWork({ precheckId, onAnswered }: AnswerWorkProps) {
  const loaded = useLoad(viewPrecheck, { precheckId }, { fresh: true })
  const precheck = valueOf(loaded)
  const relink = useRelink(loaded.reload)
  if (loaded.state === 'failed') {
    return (
      <View className="pck-m is-whole">
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </View>
    )
  }
  if (!precheck) {
    return (
      <View className="pck-m">
        <SkelHead />
        <SkelCard lines={5} />
      </View>
    )
  }
  return (
    <Answering
      key={`${precheckId} ${precheck.round}`}
      precheck={precheck}
      onStale={relink}
      onAnswered={onAnswered}
    />
  )
}

interface AnsweringProps {
  precheck: Precheck
  onStale: () => void
  onAnswered: (words: string) => void
}

function Answering({ precheck, onStale, onAnswered }: AnsweringProps) {
  const { precheckId, lines, round, name = '', serviceName } = precheck
  const [draft, write, drop] = useDraft(`precheck-answer:${precheckId}:${round}`, { said: {} as Answers })
  const answer = useAction(answerPrecheck)
  const sent = sentOf(lines)
  const answers = answersOf(lines, draft.said)
  const [picked, setPicked] = useState(() =>
    nextAfter(lines, answers, sent[sent.length - 1]?.materialId ?? ''),
  )
  const line = sent.find(({ materialId }) => materialId === picked) ?? sent[0]
  const said = saidOf(lines, answers)
  const change = (next: Answers[string]): Answers => {
    const after = { ...answers, [picked]: next }
    write({ said: after })
    return after
  }
  const good = () => setPicked(nextAfter(lines, change({ ok: true }), picked))
  const send = async () => {
    if (!said) return
    const answered = await answer.run({ precheckId, answers: said })
    if (!answered) return
    drop()
    const isAll = outcomeOf(answeredLines(lines, answers)) === 'all-good'
    onAnswered(`${name}的“${serviceName}”答好了，${isAll ? '都行' : '还差几样'}，已经告诉本人`)
  }
  useKeys({
    F2: said && !answer.busy ? () => void send() : undefined,
    ...Object.fromEntries(
      sent.slice(0, 9).map(({ materialId }, at) => [String(at + 1), () => setPicked(materialId)]),
    ),
  })
  const place = said?.findIndex(({ materialId }) => materialId === picked) ?? -1
  return (
    <>
      <View className="pck-m">
        <View className="pck-who">
          <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
            {name}
          </View>
          <Text className="c-2">{serviceName}</Text>
          {round > 1 && <Tag kind="warn">{`第${round}次发`}</Tag>}
        </View>
        {line && (
          <LookPane
            key={line.materialId}
            line={line}
            answer={answers[line.materialId]}
            error={fieldError(answer.trouble, `/answers/${place}/reason`)}
            onGood={good}
            onBad={(reason) => void change({ ok: false, reason })}
            onNext={() => setPicked(nextAfter(lines, answers, picked))}
            onStale={onStale}
          />
        )}
      </View>
      <MaterialPane lines={lines} answers={answers} picked={line?.materialId ?? ''} onPick={setPicked} />
      <View className="pck-act">
        <TroubleNotice trouble={answer.trouble} what="没发出去" />
        <Button
          id="send-answer"
          kind="main"
          busy={answer.busy}
          busyWords="正在发…"
          disabled={!said}
          onPress={() => void send()}
        >
          {said ? '发答复' : '每样都答了再发'}
          <Kbd>F2</Kbd>
        </Button>
      </View>
    </>
  )
}
