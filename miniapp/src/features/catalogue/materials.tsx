import { View } from '@tarojs/components'
import { materialWords } from '@one-window/shared/catalogue/guide'
import type { Question, Service } from '@one-window/shared/catalogue/service'
import { Bar, Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { SectionTitle } from '@/components/page/section-title'
import { Segment } from '@/components/segment/segment'
import { Tick, TickGroup } from '@/components/ticks/ticks'
import { usePreparation } from './use-preparation'
import './materials.scss'

const yesOrNo = [
  { value: 'yes', words: '有' },
  { value: 'no', words: '没有' },
] as const
const isOrNot = [
  { value: 'yes', words: '是' },
  { value: 'no', words: '不是' },
] as const

/** The words of the answers, as the question asks for them. */
const optionsFor = ({ text }: Question) => (/有没有|^.{0,12}有.*吗|有无/.test(text) ? yesOrNo : isOrNot)

/** What to bring: questions that shorten the list, ticks that are remembered and counted. */
export function Materials({ service }: { service: Service }) {
  const preparation = usePreparation(service)
  const { bring, undecided, missing, hints, answers } = preparation
  const ready = bring.length - missing.length
  return (
    <>
      <SectionTitle title="要带什么" count={`已备${ready}/${bring.length}`} />
      {service.questions.length > 0 && (
        <Card title="先问您几句" side="答了，只留您要带的">
          {service.questions.map((question) => {
            const said = answers[question.questionId]
            return (
              <View key={question.questionId} className="ask">
                <View className="ask-words">{question.text}</View>
                <View className="ask-answer">
                  <Segment
                    label={question.text}
                    options={optionsFor(question)}
                    chosen={said === undefined ? undefined : said ? 'yes' : 'no'}
                    onChoose={(value) => preparation.answer(question.questionId, value === 'yes')}
                  />
                </View>
              </View>
            )
          })}
        </Card>
      )}
      <Card list>
        <View className="ready">
          <Bar part={bring.length ? ready / bring.length : 0} words={`${bring.length}样备好了${ready}样`} />
        </View>
        {bring.map((material) => (
          <Tick
            key={material.materialId}
            on={preparation.isReady(material)}
            title={material.name}
            note={materialWords(material)}
            onPress={() => preparation.toggle(material)}
          />
        ))}
        {undecided.length > 0 && <TickGroup>看您的情况，可能还要带</TickGroup>}
        {undecided.map(({ material }) => (
          <Tick
            key={material.materialId}
            on={preparation.isReady(material)}
            title={material.name}
            note={materialWords(material)}
            onPress={() => preparation.toggle(material)}
          />
        ))}
      </Card>
      {hints.map((hint) => (
        <Notice key={hint} kind="quiet">
          {hint}
        </Notice>
      ))}
    </>
  )
}
