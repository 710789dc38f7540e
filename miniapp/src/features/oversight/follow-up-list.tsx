import { Text, View } from '@tarojs/components'
import type { Day } from '@one-window/shared/foundation/time'
import { followUpSteps, type FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'
import { DueTag } from '@/components/due-tag/due-tag'
import { Icon } from '@/components/icon/icon'
import { Kbd } from '@/components/kbd/kbd'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { deadlineWords, type DeadlineGroup } from './deadline-groups'
import { contactWords, handWords, headWords, nextWords } from './follow-up-words'

interface FollowUpListProps {
  groups: readonly DeadlineGroup[]
  today: Day
  picked: string | undefined
  onOpen: (followUpId: string) => void
}

/** The inbox: what expires first stands first. */
export function FollowUpList({ groups, today, picked, onOpen }: FollowUpListProps) {
  return (
    <View className="ov-list">
      <View className="work-row is-head" {...{ 'aria-hidden': 'true' }}>
        <Text className="ov-due">最晚</Text>
        <Text className="ov-kind">类型</Text>
        <Text className="ov-what">什么事</Text>
        <Text className="ov-step">走到哪一步</Text>
        <Text className="ov-hand">在谁手里</Text>
        <Text className="ov-way">下一步</Text>
      </View>
      {groups.map(({ name, words, followUps }) => (
        <View key={name} {...{ role: 'group', 'aria-label': words }}>
          <View className="work-group">
            <Text className="t-b">{words}</Text> <Text className="num">{followUps.length}件</Text>
          </View>
          {followUps.map((followUp) => (
            <FollowUpRow
              key={followUp.followUpId}
              followUp={followUp}
              today={today}
              on={followUp.followUpId === picked}
              onOpen={onOpen}
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
  onOpen: (followUpId: string) => void
}

function FollowUpRow({ followUp, today, on, onOpen }: RowProps) {
  const next = nextStep(followUp)
  const due = deadlineWords(next.deadline, today)
  const closed = followUp.status === 'closed'
  return (
    <Press
      id={on ? 'picked' : undefined}
      className={on ? 'work-row is-on' : 'work-row'}
      onPress={() => onOpen(followUp.followUpId)}
    >
      <View className="ov-due">
        {closed ? (
          <Text className="t-b t-2 c-done">已办结</Text>
        ) : due.kind === '' ? (
          <Text className="t-b t-2">{due.say}</Text>
        ) : (
          <DueTag kind={due.kind}>{due.say}</DueTag>
        )}
        {!closed && <View className="t-1 c-2">{due.more}</View>}
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
        <Flags followUp={followUp} />
      </View>
      <View className="ov-step">
        <StepBar at={next.number} closed={closed} />
        <View className="t-2">
          {closed ? '办完' : next.words} {next.number}/{followUpSteps.length}
        </View>
      </View>
      <View className="ov-hand t-2">{closed ? '' : handWords(followUp)}</View>
      <View className={on ? 'ov-way is-on' : 'ov-way'}>
        <Text>{nextWords[followUp.status]}</Text>
        {on && <Kbd>F2</Kbd>}
      </View>
    </Press>
  )
}

/** What is special about it, in words. */
function Flags({ followUp }: { followUp: FollowUp }) {
  const { reopened, extension, exclusion, appeal, transfer, anonymous } = followUp
  const flags = [
    anonymous && '没留名',
    reopened && '重新查',
    extension === 'asked' && '等批延期',
    extension === 'approved' && '延过期',
    exclusion === 'proposed' && '等会签',
    exclusion === 'agreed' && '不予采纳',
    appeal === 'made' && '有申诉',
    transfer && '移交纪检',
  ].filter((flag): flag is string => typeof flag === 'string')
  if (flags.length === 0) return null
  return (
    <View className="ov-flags">
      {flags.map((flag) => (
        <Tag key={flag}>{flag}</Tag>
      ))}
    </View>
  )
}

/** Four short bars: done ones, and the one it waits for. The words beside it say the same. */
function StepBar({ at, closed }: { at: number; closed: boolean }) {
  const state = (index: number): string =>
    closed || index + 1 < at ? 'step-bit is-done' : index + 1 === at ? 'step-bit is-now' : 'step-bit'
  return (
    <View className="step-bar" {...{ 'aria-hidden': 'true' }}>
      {followUpSteps.map(({ step }, index) => (
        <View key={step} className={state(index)} />
      ))}
    </View>
  )
}
