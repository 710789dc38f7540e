import { Text, View } from '@tarojs/components'
import { chinaDay, dayWords, instantWords, type Day } from '@one-window/shared/foundation/time'
import { followUpSteps, type FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'
import { SumRow } from '@/components/card/card'
import { DueTag } from '@/components/due-tag/due-tag'
import { Notice } from '@/components/notice/notice'
import { Steps, type Step } from '@/components/steps/steps'
import { Tag } from '@/components/tag/tag'
import { countedDays } from './counted-days'
import { deadlineWords } from './deadline-groups'
import { headWords, tagWords } from './follow-up-words'

const nextWords = {
  callback: { say: '回访评价人', more: '问清那天的经过，说声对不起，再告诉对方哪天有结果。' },
  verify: { say: '调查核实', more: '对方没有留名，打不了电话。对照办件经过，核实说的事。' },
  rectify: { say: '督促整改', more: '' },
  'report-back': { say: '把结果告诉对方', more: '' },
} as const

/** Why what was written is not shown (内容安全): nothing unchecked is. */
const hiddenWords = {
  pending: '对方还写了几句，正在做内容检查，查过了就显示在这里。',
  risky: '对方还写了几句，没通过内容检查，不显示。请按选的原因去核实。',
} as const

/** One poor rating whole: what was said, what to do next, by when, and why by then. */
export function FollowUpDetail({ followUp, today }: { followUp: FollowUp; today: Day }) {
  const next = nextStep(followUp)
  const due = deadlineWords(next.deadline, today)
  const words = tagWords(followUp)
  return (
    <View className="ov-detail">
      <View className="ov-detail-head">
        <Tag kind="bad">{ratingLevelWords[followUp.level]}</Tag>
        <Text className="t-2 c-2">{instantWords(followUp.openedAt)}评的</Text>
      </View>
      <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
        {headWords(followUp)}
      </View>
      <View className="t-2 c-2 mt-1">{followUp.serviceName}</View>
      <View className="ov-next">
        <View className="ov-next-top">
          <Text className="t-2 c-2">下一步</Text>
          {due.kind === '' ? (
            <Text className="t-2 t-b">{due.say}前</Text>
          ) : (
            <DueTag kind={due.kind}>{due.say}</DueTag>
          )}
        </View>
        <View className="t-4 t-b">{nextWords[next.step].say}</View>
        <View className="t-2 c-2">{nextWords[next.step].more}</View>
      </View>
      {followUp.text && <View className="ov-quote">“{followUp.text}”</View>}
      {followUp.textHidden && <Notice kind="info">{hiddenWords[followUp.textHidden]}</Notice>}
      {(words.length > 1 || (words.length > 0 && followUp.text)) && (
        <View className="ov-tags">
          {words.map((word) => (
            <Tag key={word}>{word}</Tag>
          ))}
        </View>
      )}
      <Notice kind="info" icon="shield">
        {followUp.anonymous
          ? '匿名评价：不留姓名电话，谁都查不到是谁。'
          : '实名评价：姓名和电话不在这里显示，被评的窗口也看不到。'}
      </Notice>
      <View className="ov-part">办到哪一步</View>
      <Steps steps={stepsOf(followUp, next.number)} />
      <View className="ov-part">期限怎么算的</View>
      <Arithmetic followUp={followUp} />
    </View>
  )
}

const stepsOf = (followUp: FollowUp, now: number): Step[] => {
  const finish = followUp.finishBy.day
  return [
    { state: 'done', name: '收到差评', time: instantWords(followUp.openedAt) },
    ...followUpSteps.map(({ step, words }, at): Step => ({
      state: at + 1 === now ? 'now' : at + 1 < now ? 'stopped' : 'next',
      name: words,
      note: step === 'callback' && followUp.anonymous ? '匿名，打不了电话，直接核实' : undefined,
      time:
        step === 'callback' && !followUp.anonymous && followUp.contactBy.day
          ? `${dayWords(followUp.contactBy.day)}前`
          : step === 'report-back' && finish
            ? `${dayWords(finish)}前办完`
            : undefined,
    })),
  ]
}

/** Which days counted and which were skipped, from the day of the rating to the last deadline. */
function Arithmetic({ followUp }: { followUp: FollowUp }) {
  const from = chinaDay(new Date(followUp.openedAt))
  const { contactBy, finishBy } = followUp
  if (!finishBy.day) {
    return (
      <View className="t-2 c-2">
        期限落到{finishBy.pendingYear ?? '下一'}年，那年的放假安排还没公布，公布后自动算出来。先办，不用等。
      </View>
    )
  }
  const days = countedDays(from, finishBy.day)
  const counted = days.filter(({ counts }) => counts).length
  return (
    <>
      <View className="days" {...{ role: 'list' }}>
        {days.map(({ day, short, weekday, says, counts, last }) => (
          <View
            key={day}
            className={['day-box', counts ? 'is-counted' : 'is-skipped', last && 'is-last']
              .filter(Boolean)
              .join(' ')}
            {...{ role: 'listitem' }}
          >
            <Text className="t-1">{weekday}</Text>
            <Text className="t-b num">{short.replace('月', '/').replace('日', '')}</Text>
            <Text className="t-1">{says}</Text>
          </View>
        ))}
      </View>
      <View className="t-2 mt-2">
        {contactBy.day && !followUp.anonymous && (
          <SumRow name="回访，1个工作日内" value={dayWords(contactBy.day)} />
        )}
        <SumRow name={`全部办完，${counted}个工作日内`} value={dayWords(finishBy.day)} total />
      </View>
      <View className="t-1 c-2">收到那天不算，从第二天数起；周末和放假跳过，调休上班的算。</View>
    </>
  )
}
