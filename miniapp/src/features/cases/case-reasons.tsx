import { View } from '@tarojs/components'
import type { Case, CaseEvent } from '@one-window/shared/cases/case'
import { pauseKindWords } from '@one-window/shared/cases/pause-words'
import { chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { remedies } from '@one-window/shared/papers/law'
import { Card, SumRow } from '@/components/card/card'

const last = ({ events }: Case, ...actions: CaseEvent['action'][]): CaseEvent | undefined =>
  [...events].reverse().find(({ action }) => actions.includes(action))

/** Why it was not accepted, refused or ended, by which rule, and what can be done against it. */
export function CaseReasons({ told }: { told: Case }) {
  const event =
    told.outcome === 'refused'
      ? last(told, 'refuse', 'record-county')
      : last(told, 'decline', 'inform', 'terminate')
  if (!event) return null
  const { basis, organ } = event.facts ?? {}
  return (
    <Card title="为什么">
      <View>{event.note}</View>
      {basis && <View className="mt-2 c-2">依据：{basis}</View>}
      {organ && <View className="mt-2 t-b">这件事归{organ}管</View>}
      <View className="mt-3 c-2">
        <View className="t-b">不服怎么办</View>
        <View>{remedies(told.outcome === 'refused' ? '这个决定' : '这个结果')}</View>
      </View>
    </Card>
  )
}

/** Why the clock stands still, since when and how long it may. */
export function PauseReasons({ told }: { told: Case }) {
  const pause = told.status === 'paused' ? last(told, 'pause') : undefined
  if (!pause) return null
  const { kind, workingDays } = pause.facts ?? {}
  return (
    <Card title="为什么暂停计时">
      {kind && <SumRow name="要做的" value={pauseKindWords[kind]} />}
      <SumRow name="从哪天起" value={dayWords(chinaDay(new Date(pause.at)))} />
      {workingDays && <SumRow name="最多停" value={`${workingDays}个工作日`} />}
      {pause.note && <View className="mt-2 c-2">{pause.note}</View>}
    </Card>
  )
}
