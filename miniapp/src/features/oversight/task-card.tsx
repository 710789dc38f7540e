import { Text, View } from '@tarojs/components'
import type { FollowUpTask } from '@one-window/shared/follow-ups/follow-up'
import { dayWords, instantWords, type Day } from '@one-window/shared/foundation/time'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'
import { Button } from '@/components/button/button'
import { DueTag } from '@/components/due-tag/due-tag'
import { Kbd } from '@/components/kbd/kbd'
import { Tag } from '@/components/tag/tag'
import { deadlineWords } from './deadline-groups'
import { exclusionWords, headWords, tagWords, taskWords } from './follow-up-words'

/** What a task is asked for in the words of its button; a reminder of somebody else's work has none. */
const ways: Readonly<Partial<Record<FollowUpTask['kind'], string>>> = {
  rectify: '写整改',
  extension: '批延期',
  exclusion: '会签',
  appeal: '去裁定',
  dossier: '看卷签收',
}

const askedWords: Readonly<Partial<Record<FollowUpTask['kind'], string>>> = {
  rectify: '核实的经过',
  extension: '延期的理由',
  exclusion: '不予采纳的理由',
  appeal: '申诉的理由',
  dossier: '移交的事实',
}

interface TaskCardProps {
  task: FollowUpTask
  today: Day
  /** The key F2 is this one's. */
  on: boolean
  /** What pressing it does; absent for what only has to be known. */
  onAct?: () => void
  actWords?: string
  /** Another way, such as an appeal. */
  other?: { words: string; onPress: () => void }
}

/** One thing that waits for somebody: what it is about, what is asked, by when. Nothing of who rated. */
export function TaskCard({ task, today, on, onAct, actWords, other }: TaskCardProps) {
  const due = deadlineWords(task.finishBy, today)
  const words = actWords ?? ways[task.kind]
  return (
    <View className={on ? 'ov-task is-on' : 'ov-task'} {...{ role: 'listitem' }}>
      <View className="ov-task-top">
        <Tag kind={task.kind === 'reminder' ? 'warn' : 'action'}>{taskWords[task.kind]}</Tag>
        {due.kind === '' ? (
          <Text className="t-2 c-2">
            {due.say}
            {task.finishBy.day ? '前办结' : ''}
          </Text>
        ) : (
          <DueTag kind={due.kind}>{due.say}</DueTag>
        )}
      </View>
      <View className="t-4 t-b">{headWords(task)}</View>
      <View className="t-2 c-2">
        {ratingLevelWords[task.level]}，{task.serviceName}，{dayWords(task.openedOn)}评的
      </View>
      {task.text && <View className="ov-quote">“{task.text}”</View>}
      {tagWords(task).length > 1 && (
        <View className="ov-tags">
          {tagWords(task).map((word) => (
            <Tag key={word}>{word}</Tag>
          ))}
        </View>
      )}
      {task.asked && (
        <View className="ov-asked">
          <View className="t-2 c-2">
            {askedWords[task.kind]}
            {task.kind === 'exclusion' && task.exclusionKind ? `(${exclusionWords[task.exclusionKind]})` : ''}
          </View>
          <View>{task.asked}</View>
        </View>
      )}
      {task.kind === 'reminder' && (
        <View className="t-2 c-2 mt-2">{instantWords(task.since)}提醒：到期还没办完，请催一催。</View>
      )}
      <View className="ov-task-ways">
        {words && onAct && (
          <Button id={on ? 'next-action' : undefined} kind={on ? 'main' : 'line'} small onPress={onAct}>
            {words}
            {on && <Kbd>F2</Kbd>}
          </Button>
        )}
        {other && (
          <Button kind="line" small onPress={other.onPress}>
            {other.words}
          </Button>
        )}
      </View>
    </View>
  )
}
