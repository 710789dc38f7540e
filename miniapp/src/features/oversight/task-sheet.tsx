import { View } from '@tarojs/components'
import type { FollowUpTask, GuidePart } from '@one-window/shared/follow-ups/follow-up'
import {
  appealFollowUp,
  rectifyFollowUp,
  settleExclusion,
  settleExtension,
} from '@one-window/shared/follow-ups/endpoints'
import { guidePartWords } from '@one-window/shared/follow-ups/told'
import { followUpSettings } from '@one-window/shared/follow-ups/settings'
import { isDay, type Day } from '@one-window/shared/foundation/time'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { fieldError, useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { WordsSheet } from './words-sheet'

/** What is done to a task in a sheet. */
export type TaskAct = 'rectify' | 'extension' | 'exclusion' | 'unit-appeal'

interface TaskSheetProps {
  task: FollowUpTask
  act: TaskAct
  today: Day
  onClose: () => void
  onDone: (told: string) => void
}

/** The sheet of a task; what was written stays until it is done. */
export function TaskSheet({ task, act, today, onClose, onDone }: TaskSheetProps) {
  const { followUpId, revision } = task
  const [draft, change, drop] = useDraft(`task:${followUpId}:${act}`, { words: '' })
  const extension = useAction(settleExtension)
  const exclusion = useAction(settleExclusion)
  const appeal = useAction(appealFollowUp)
  const words = draft.words.trim()
  const step = { followUpId, revision, ...(words && { words }) }
  const then = async (done: Promise<unknown>, told: string) => {
    if (!(await done)) return
    drop()
    onDone(told)
  }
  const shared = { words: draft.words, onChange: (next: string) => change({ words: next }), onClose }
  switch (act) {
    case 'extension':
      return (
        <WordsSheet
          {...shared}
          title="批延期"
          say={`监督员：${task.asked ?? ''}。批了再延${followUpSettings.extensionWorkingDays}个工作日，会告诉评价人。`}
          label="意见(可以不写)"
          hint=""
          action="同意延期"
          optional
          busy={extension.busy}
          trouble={extension.trouble}
          other={{
            words: '不同意',
            onPress: () => void then(extension.run({ ...step, approved: false }), '没有批延期，期限不变'),
          }}
          onSend={() => void then(extension.run({ ...step, approved: true }), '批准了，期限往后延了')}
        />
      )
    case 'exclusion':
      return (
        <WordsSheet
          {...shared}
          title="会签不予采纳"
          say={`监督员：${task.asked ?? ''}。您同意了，这条评价不计入成绩；记录都留着，评价人会知道，还可以要求重查。`}
          label="意见(可以不写)"
          hint=""
          action="同意，不予采纳"
          optional
          busy={exclusion.busy}
          trouble={exclusion.trouble}
          other={{
            words: '不同意，照常办',
            onPress: () => void then(exclusion.run({ ...step, agreed: false }), '没有同意，照常办'),
          }}
          onSend={() => void then(exclusion.run({ ...step, agreed: true }), '会签了，这条不计入成绩')}
        />
      )
    case 'unit-appeal':
      return (
        <WordsSheet
          {...shared}
          title="申诉"
          say="由没有办过这一件的监督员裁定。申诉不耽误整改。"
          label="申诉的理由"
          hint="为什么不是大厅的责任"
          action="交申诉"
          busy={appeal.busy}
          trouble={appeal.trouble}
          onSend={() => void then(appeal.run({ followUpId, revision, words }), '申诉交上去了')}
        />
      )
    case 'rectify':
      return <RectifySheet task={task} today={today} onClose={onClose} onDone={onDone} />
  }
}

type RectifyProps = Omit<TaskSheetProps, 'act'>

/** 整改: what was done, by whom, until when; and what of the guide was changed. */
function RectifySheet({ task, today, onClose, onDone }: RectifyProps) {
  const { followUpId, revision } = task
  const rectify = useAction(rectifyFollowUp)
  const [draft, change, drop] = useDraft(`task:${followUpId}:rectify`, {
    words: '',
    person: '',
    doneOn: today,
    part: undefined as GuidePart | undefined,
    before: '',
    after: '',
  })
  const { words, person, doneOn, part, before, after } = draft
  const send = async () => {
    const done = await rectify.run({
      followUpId,
      revision,
      words: words.trim(),
      person: person.trim(),
      doneOn,
      ...(part && { guide: { part, before: before.trim(), after: after.trim() } }),
    })
    if (!done) return
    drop()
    onDone('整改记下了，交给监督员答复')
  }
  return (
    <WordsSheet
      title="写整改"
      say={task.asked ? `核实的经过：${task.asked}` : '写清楚改了什么。'}
      label="整改措施"
      hint="改了什么，以后怎么不再发生"
      words={words}
      onChange={(next) => change({ words: next })}
      action="整改好了，交给监督员"
      ready={
        person.trim() !== '' && isDay(doneOn) && (!part || (before.trim() !== '' && after.trim() !== ''))
      }
      busy={rectify.busy}
      trouble={rectify.trouble}
      onClose={onClose}
      onSend={() => void send()}
    >
      <View className="ov-two">
        <Field
          id="rectify-person"
          label="责任人"
          maxLength={50}
          value={person}
          onChange={(next) => change({ person: next })}
          error={fieldError(rectify.trouble, '/person')}
        />
        <Field
          id="rectify-done"
          label="哪天改好"
          hint="2026-11-30"
          maxLength={10}
          value={doneOn}
          onChange={(next) => change({ doneOn: next.trim() })}
          error={doneOn !== '' && !isDay(doneOn) ? '没有这一天，请按 2026-11-28 这样写' : undefined}
        />
      </View>
      <View className="field-label mt-3">是不是办事指南没写清(改了的，评价人看得到)</View>
      <Chips label="改了指南的哪一块">
        <Chip on={part === undefined} onPress={() => change({ part: undefined })}>
          没改指南
        </Chip>
        {(Object.keys(guidePartWords) as GuidePart[]).map((each) => (
          <Chip key={each} on={part === each} onPress={() => change({ part: each })}>
            {guidePartWords[each]}
          </Chip>
        ))}
      </Chips>
      {part && (
        <View className="ov-two mt-2">
          <Field
            id="guide-before"
            label="原来怎么写的"
            maxLength={200}
            value={before}
            onChange={(next) => change({ before: next })}
          />
          <Field
            id="guide-after"
            label="现在怎么写"
            maxLength={200}
            value={after}
            onChange={(next) => change({ after: next })}
          />
        </View>
      )}
      <View className="mt-3" />
    </WordsSheet>
  )
}
