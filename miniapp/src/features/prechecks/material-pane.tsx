import { Text, View } from '@tarojs/components'
import { outcomeWords } from '@one-window/shared/prechecks/answer'
import type { PrecheckLine } from '@one-window/shared/prechecks/precheck'
import { Icon } from '@/components/icon/icon'
import { Kbd } from '@/components/kbd/kbd'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { answeredLines, isAnswered, sentOf, type Answers } from './answers'

interface MaterialPaneProps {
  lines: readonly PrecheckLine[]
  answers: Answers
  picked: string
  onPick: (materialId: string) => void
}

/** The guide's list: what was sent with a key each, what was not below; and what the resident will read. */
export function MaterialPane({ lines, answers, picked, onPick }: MaterialPaneProps) {
  const sent = sentOf(lines)
  const left = sent.filter(({ materialId }) => !isAnswered(answers[materialId])).length
  const others = lines.filter(({ files }) => files.length === 0)
  return (
    <View className="pck-r" {...{ role: 'region', 'aria-label': '材料' }}>
      <View className="pck-head">
        <Text className="t-b">发来{sent.length}样</Text>
        <Tag kind={left === 0 ? 'done' : ''}>{left === 0 ? '都答了' : `还有${left}样没答`}</Tag>
      </View>
      <View className="pck-scroll">
        {sent.map(({ materialId, name, files }, at) => (
          <Press
            key={materialId}
            role="radio"
            on={materialId === picked}
            className={materialId === picked ? 'pck-mat is-on' : 'pck-mat'}
            onPress={() => onPick(materialId)}
          >
            {at < 9 && <Kbd>{String(at + 1)}</Kbd>}
            <View className="pck-mat-main">
              <View>{name}</View>
              <View className="t-1 c-2">
                {files.length}张{answers[materialId]?.reason ? `，${answers[materialId]?.reason}` : ''}
              </View>
            </View>
            <StandTag answer={answers[materialId]} />
          </Press>
        ))}
        {others.length > 0 && <View className="pck-group">没有发的</View>}
        {others.map(({ materialId, name, isForm, necessity }) => (
          <View key={materialId} className="pck-mat is-off">
            <View className="pck-mat-main">{name}</View>
            <Text className="t-1 c-2">
              {isForm ? '当场填' : necessity === 'required' ? '还差' : '看情况'}
            </Text>
          </View>
        ))}
      </View>
      {left === 0 && <Outcome lines={answeredLines(lines, answers)} />}
    </View>
  )
}

function StandTag({ answer }: { answer: Answers[string] }) {
  if (!answer) return <Text className="t-1 c-2">没答</Text>
  if (answer.ok) return <Tag kind="done">行</Tag>
  return <Tag kind="bad">{isAnswered(answer) ? '不行' : '缺原因'}</Tag>
}

function Outcome({ lines }: { lines: readonly PrecheckLine[] }) {
  const { say, more } = outcomeWords(lines)
  return (
    <View className="pck-out">
      <View className="t-1 c-2">
        <Icon name="mail" /> 群众会看到
      </View>
      <View className="t-b mt-1">{say}</View>
      <View className="t-2 c-2">{more}</View>
    </View>
  )
}
