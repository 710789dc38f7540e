import { View } from '@tarojs/components'
import {
  materialFormWords,
  materialSourceWords,
  necessityWords,
} from '@one-window/shared/catalogue/item-words'
import type { Material, Question, Service, Step } from '@one-window/shared/catalogue/service'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Choice, DaysField } from './editor-fields'

type Lists = Pick<Service, 'materials' | 'questions' | 'steps'>
interface ListProps {
  service: Lists
  error: (pointer: string) => string | undefined
  onChange: (change: Partial<Lists>) => void
}

const replaced = <Item,>(items: readonly Item[], at: number, by: readonly Item[]): Item[] => [
  ...items.slice(0, at),
  ...by,
  ...items.slice(at + 1),
]
/** The next free id of a list: m1, m2, … */
const nextId = (letter: string, ids: readonly string[]): string =>
  `${letter}${1 + Math.max(0, ...ids.map((id) => Number(id.slice(1))))}`

/** The list of materials; one that only some must bring has the question that decides it. */
export function MaterialFields({ service, error, onChange }: ListProps) {
  const { materials, questions } = service
  const set = (at: number, change: Partial<Material>) => {
    const before = materials[at]!
    const after = { ...before, ...change }
    const asked = questions.some(({ materialId }) => materialId === after.materialId)
    const fresh: Question = {
      questionId: nextId(
        'q',
        questions.map(({ questionId }) => questionId),
      ),
      text: '',
      materialId: after.materialId,
    }
    onChange({
      materials: replaced(materials, at, [after]),
      ...(after.necessity === 'required' && asked && { questions: without(questions, after) }),
      ...(after.necessity === 'conditional' && !asked && { questions: [...questions, fresh] }),
    })
  }
  const add = () =>
    onChange({
      materials: [
        ...materials,
        {
          materialId: nextId(
            'm',
            materials.map(({ materialId }) => materialId),
          ),
          ...{ name: '', form: 'original', copies: 1, necessity: 'required', source: 'applicant' },
        },
      ],
    })
  return (
    <>
      {materials.map((material, at) => {
        const question = questions.find(({ materialId }) => materialId === material.materialId)
        return (
          <View
            key={material.materialId}
            className="editor-entry"
            {...{ role: 'group', 'aria-label': `第${at + 1}样材料` }}
          >
            <Field
              id={`material-${at}`}
              label={`第${at + 1}样`}
              value={material.name}
              error={error(`/materials/${at}`)}
              onChange={(name) => set(at, { name })}
            />
            <Choice
              label="原件还是复印件"
              words={materialFormWords}
              chosen={material.form}
              onChoose={(form) => set(at, { form })}
            />
            <Field
              id={`copies-${at}`}
              label="几份"
              kind="code"
              maxLength={2}
              value={String(material.copies)}
              onChange={(text) => set(at, { copies: Number(text.replace(/\D/g, '')) || 1 })}
            />
            <Choice
              label="哪里来"
              words={materialSourceWords}
              chosen={material.source}
              onChoose={(source) => set(at, { source })}
            />
            <Choice
              label="是不是都要带"
              words={necessityWords}
              chosen={material.necessity}
              onChoose={(necessity) => set(at, { necessity })}
            />
            {question && (
              <Field
                id={`question-${at}`}
                label="问一句，答“是”就要带"
                hint="您是外地户口吗？"
                value={question.text}
                onChange={(text) =>
                  onChange({
                    questions: replaced(questions, questions.indexOf(question), [{ ...question, text }]),
                  })
                }
              />
            )}
            <Field
              id={`material-note-${at}`}
              label="说明（可以不写）"
              value={material.note ?? ''}
              onChange={(note) => set(at, { note: note || undefined })}
            />
            <Button
              kind="bad"
              small
              label={`去掉${material.name}`}
              onPress={() =>
                onChange({ materials: replaced(materials, at, []), questions: without(questions, material) })
              }
            >
              去掉这样材料
            </Button>
          </View>
        )
      })}
      <View className="mt-3">
        <Button kind="soft" id="add-material" onPress={add}>
          加一样材料
        </Button>
      </View>
    </>
  )
}

const without = (questions: readonly Question[], { materialId }: Material): Question[] =>
  questions.filter((question) => question.materialId !== materialId)

/** Who does what, in order. */
export function StepFields({ service: { steps }, error, onChange }: ListProps) {
  const set = (at: number, change: Partial<Step>) =>
    onChange({ steps: replaced(steps, at, [{ ...steps[at]!, ...change }]) })
  return (
    <>
      {steps.map((step, at) => (
        <View key={at} className="editor-entry" {...{ role: 'group', 'aria-label': `第${at + 1}步` }}>
          <Field
            id={`step-${at}`}
            label={`第${at + 1}步做什么`}
            value={step.name}
            onChange={(name) => set(at, { name })}
          />
          <Field
            id={`actor-${at}`}
            label="谁来做"
            hint="综合窗口受理员"
            value={step.actor}
            error={error(`/steps/${at}`)}
            onChange={(actor) => set(at, { actor })}
          />
          <DaysField
            id={`step-days-${at}`}
            label="几天"
            value={step.days}
            onChange={(days) => set(at, { days: days ?? 0 })}
          />
          <Button
            kind="bad"
            small
            label={`去掉${step.name}`}
            onPress={() => onChange({ steps: replaced(steps, at, []) })}
          >
            去掉这一步
          </Button>
        </View>
      ))}
      <View className="mt-3">
        <Button
          kind="soft"
          id="add-step"
          onPress={() => onChange({ steps: [...steps, { name: '', actor: '', days: 0 }] })}
        >
          加一步
        </Button>
      </View>
    </>
  )
}
