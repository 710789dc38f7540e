import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { verdictWords } from '@one-window/shared/follow-ups/cross-check'
import { followUpSteps, type CheckedTag, type FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'
import { dayWords, instantWords } from '@one-window/shared/foundation/time'
import { ratingChannelWords, ratingLevelWords } from '@one-window/shared/ratings/rating'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Steps, type Step } from '@/components/steps/steps'
import { Tag } from '@/components/tag/tag'
import { callWords, deedWords, eventNote, tagWords } from './follow-up-words'

/** The four steps across the page: where it stands, and what each says. */
export function StepHeads({ followUp }: { followUp: FollowUpWhole }) {
  const at = followUp.status === 'closed' ? followUpSteps.length + 1 : nextStep(followUp).number
  const { anonymous, contactBy, finishBy, finding, rectifier } = followUp
  const notes = [
    anonymous
      ? '没留名，不打电话'
      : [at === 1 && contactBy.day && `${dayWords(contactBy.day)}前`, callWords(followUp)]
          .filter(Boolean)
          .join('，'),
    finding ? deedWords({ deed: 'verify', choice: finding }).replace('核实：', '') : '',
    rectifier ? (rectifier === 'approver' ? '业务办公室' : '大厅') : '',
    finishBy.day ? `${dayWords(finishBy.day)}前办结` : '',
  ]
  return (
    <View className="ov-heads" {...{ role: 'list', 'aria-label': '走到哪一步' }}>
      {followUpSteps.map(({ step, words }, index) => (
        <View
          key={step}
          className={index + 1 < at ? 'ov-head is-done' : index + 1 === at ? 'ov-head is-now' : 'ov-head'}
          {...{ role: 'listitem' }}
        >
          <View className="t-b">
            {index + 1} {words} {index + 1 < at && <Icon name="check" />}
          </View>
          <View className="t-2 c-2">{notes[index]}</View>
        </View>
      ))}
    </View>
  )
}

/** Why what was written is not shown (内容安全): nothing unchecked is. */
const hiddenWords = {
  pending: '对方还写了几句，正在做内容检查，查过了就显示在这里。',
  risky: '对方还写了几句，没通过内容检查，不显示。请按选的原因去核实。',
} as const

/** What was said, in the person's own words. */
export function Said({ followUp }: { followUp: FollowUpWhole }) {
  const { text, textHidden, again } = followUp
  return (
    <>
      {text && <View className="ov-quote">“{text}”</View>}
      {textHidden && <Notice kind="info">{hiddenWords[textHidden]}</Notice>}
      <View className="ov-tags">
        {tagWords(followUp).map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </View>
      {again && (
        <Notice kind="info" icon="rate">
          整改后又评了一次：{ratingLevelWords[again.level]}
          {again.text && `，“${again.text}”`}
        </Notice>
      )}
    </>
  )
}

const verdictKind = { agrees: 'warn', differs: 'done', unknown: '' } as const
const verdictIcon = { agrees: 'check', differs: 'x', unknown: 'info' } as const

/** What was said beside what the system knows; it decides nothing. */
export function CheckTable({ checks }: { checks: readonly CheckedTag[] }) {
  if (checks.length === 0) return <View className="t-2 c-2">没有选原因，没有能自动比对的。</View>
  return (
    <View className="ov-checks" {...{ role: 'table', 'aria-label': '评价里说的，和系统里的事实' }}>
      {checks.map(({ said, fact, verdict }) => (
        <View key={said} className="ov-check" {...{ role: 'row' }}>
          <View className="ov-check-said" {...{ role: 'cell' }}>
            <View className="t-b">{said}</View>
          </View>
          <View className="ov-check-fact" {...{ role: 'cell' }}>
            {fact}
          </View>
          <View className="ov-check-verdict" {...{ role: 'cell' }}>
            <Tag kind={verdictKind[verdict]}>
              <Icon name={verdictIcon[verdict]} /> {verdictWords[verdict]}
            </Tag>
          </View>
        </View>
      ))}
    </View>
  )
}

/** Everything that happened, oldest first. */
export function Story({ followUp }: { followUp: FollowUpWhole }) {
  const { openedAt, channel, level, anonymous, events } = followUp
  const lines: Step[] = [
    {
      state: 'done',
      name: `评价：${ratingLevelWords[level]}`,
      time: instantWords(openedAt),
      note: `${ratingChannelWords[channel]}，${anonymous ? '没留名' : '实名'}`,
    },
    ...events.map((event): Step => {
      const note = eventNote(event)
      return {
        state: event.deed === 'exclude' ? 'stopped' : 'done',
        name: deedWords(event),
        time: instantWords(event.at),
        note: [event.by, note].filter(Boolean).join('：'),
      }
    }),
  ]
  return <Steps steps={lines} />
}

/** A part of the page with its name. */
export function Part({ title, side, children }: { title: string; side?: string; children: ReactNode }) {
  return (
    <View className="ov-card">
      <View className="ov-card-title">
        <Text className="t-b">{title}</Text>
        {side && <Text className="t-2 c-2"> {side}</Text>}
      </View>
      <View className="ov-card-in">{children}</View>
    </View>
  )
}
