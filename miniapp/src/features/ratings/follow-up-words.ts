import { chinaDay, dayWords, shortDay } from '@one-window/shared/foundation/time'
import type { FollowUpOpened } from '@one-window/shared/follow-ups/follow-up'
import type { Step } from '@/components/steps/steps'

type Deadline = FollowUpOpened['finishBy']

/** 11月27日(周五)前; or the year its day waits for. */
const before = ({ day, pendingYear }: Deadline, words: (day: string) => string): string =>
  day ? `${words(day)}前` : `待${pendingYear ?? ''}年放假安排公布后定`

/** The one sentence after a poor rating, first part and second. */
export const followUpSentence = ({ status, finishBy }: FollowUpOpened): [string, string?] => {
  if (status === 'closed') return ['查清楚了', '结果告诉您了']
  return finishBy.day ? ['正在查', `${dayWords(finishBy.day)}前答复您`] : ['正在查', '查清楚就答复您']
}

/** The four steps the policy names (回访 核实 整改 反馈) as the person who rated sees them. */
export const followUpLine = (followUp: FollowUpOpened, anonymous: boolean): Step[] => {
  const closed = followUp.status === 'closed'
  const then = (state: Step['state']): Step['state'] => (closed ? 'done' : state)
  return [
    { state: 'done', name: '收到您的评价', time: shortDay(chinaDay(new Date(followUp.openedAt))) },
    anonymous
      ? {
          state: then('now'),
          name: '监督员看您写的',
          time: closed ? undefined : '正在办',
          note: '您没留名字，不会给您打电话',
        }
      : {
          state: then('now'),
          name: '给您打电话问情况',
          time: closed ? undefined : before(followUp.contactBy, shortDay),
        },
    {
      state: then('next'),
      name: '查清楚是怎么回事',
      note: '由监督员来查，不是被评的人自己查',
    },
    { state: then('next'), name: '该改的马上改' },
    {
      state: then('next'),
      name: anonymous ? '把结果写在这里' : '把结果告诉您',
      time: closed ? undefined : before(followUp.finishBy, shortDay),
    },
  ]
}
