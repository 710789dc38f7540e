import { Text, View } from '@tarojs/components'
import type { Day } from '@one-window/shared/foundation/time'
import { followUpSteps, type FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'
import { DueTag } from '@/components/due-tag/due-tag'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { deadlineWords, type DeadlineGroup } from './deadline-groups'
import { contactWords, headWords } from './follow-up-words'

interface FollowUpListProps {
  groups: readonly DeadlineGroup[]
  today: Day
  picked: string | undefined
  onPick: (followUpId: string) => void
}

/** The inbox: what expires first stands first. */
export function FollowUpList({ groups, today, picked, onPick }: FollowUpListProps) {
  return (
    <View className="ov-list">
      <View className="ov-row is-head" {...{ 'aria-hidden': 'true' }}>
        <Text className="ov-due">最晚</Text>
        <Text className="ov-kind">类型</Text>
        <Text className="ov-what">什么事</Text>
        <Text className="ov-step">走到哪一步</Text>
      </View>
      {groups.map(({ name, words, followUps }) => (
        <View key={name} {...{ role: 'group', 'aria-label': words }}>
          <View className="ov-group">
            <Text className="t-b">{words}</Text> <Text className="num">{followUps.length}件</Text>
          </View>
          {followUps.map((followUp) => (
            <FollowUpRow
              key={followUp.followUpId}
              followUp={followUp}
              today={today}
              on={followUp.followUpId === picked}
              onPick={onPick}
            />
          ))}
        </View>
      ))}
    </View>
  )
}

interface RowProps {
  followUp: FollowUp
  today: Day
  on: boolean
  onPick: (followUpId: string) => void
}

function FollowUpRow({ followUp, today, on, onPick }: RowProps) {
  const next = nextStep(followUp)
  const due = deadlineWords(next.deadline, today)
  return (
    <Press className={on ? 'ov-row is-on' : 'ov-row'} onPress={() => onPick(followUp.followUpId)}>
      <View className="ov-due">
        {due.kind === '' ? (
          <Text className="t-b t-2">{due.say}</Text>
        ) : (
          <DueTag kind={due.kind}>{due.say}</DueTag>
        )}
        <View className="t-1 c-2">{due.more}</View>
      </View>
      <View className="ov-kind">
        <Tag kind="bad">
          <Icon name="face1" /> 差评
        </Tag>
      </View>
      <View className="ov-what">
        <View className="t-b">{headWords(followUp)}</View>
        <View className="t-2 c-2">
          {contactWords(followUp)}，{followUp.serviceName}
        </View>
      </View>
      <View className="ov-step">
        <StepBar at={next.number} />
        <View className="t-2">
          {next.words} {next.number}/{followUpSteps.length}
        </View>
      </View>
    </Press>
  )
}

/** Four short bars, the step it waits for in colour. The words beside it say the same. */
export function StepBar({ at }: { at: number }) {
  return (
    <View className="step-bar" {...{ 'aria-hidden': 'true' }}>
      {followUpSteps.map(({ step }, index) => (
        <View key={step} className={index + 1 === at ? 'step-bit is-now' : 'step-bit'} />
      ))}
    </View>
  )
}
