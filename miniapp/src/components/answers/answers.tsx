import { View } from '@tarojs/components'
import { Tag } from '../tag/tag'
import './answers.scss'

export interface Answer {
  question: string
  answer: string
  notes: readonly string[]
  /** A word under the answer that it is not certain yet. */
  doubt?: string
}

/** Short answers to short questions, two by two. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <View className="answers">
      {answers.map(({ question, answer, notes, doubt }) => (
        <View key={question} className="answer">
          <View className="answer-q">{question}</View>
          <View className="answer-main">
            <View className="answer-a">{answer}</View>
            {notes.length > 0 && <View className="answer-n">{notes.join('，')}</View>}
            {doubt && (
              <View className="answer-tag">
                <Tag kind="warn">{doubt}</Tag>
              </View>
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

/** Sentences, each with a dot before it. */
export function Bullets({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line} className="bullet">
          {line}
        </View>
      ))}
    </>
  )
}
