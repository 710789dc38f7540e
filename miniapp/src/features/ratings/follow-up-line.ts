import { followUpSteps, type FollowUpOpened } from '@one-window/shared/follow-ups/follow-up'
import type { FollowUpStatus } from '@one-window/shared/follow-ups/lifecycle'
import { toldDay } from '@one-window/shared/follow-ups/told'
import { shortDay } from '@one-window/shared/foundation/time'
import type { Step } from '@/components/steps/steps'

type Deadline = FollowUpOpened['finishBy']

/** 11月27日前; or the year its day waits for. */
const before = ({ day, pendingYear }: Deadline): string =>
  day ? `${shortDay(day)}前` : `待${pendingYear ?? ''}年放假安排公布后定`

const reached: Readonly<Record<FollowUpStatus, number>> = {
  triage: 0,
  callback: 0,
  verify: 1,
  rectify: 2,
  report: 3,
  check: 4,
  closed: 4,
}

/** The four steps the policy names (回访 核实 整改 反馈) as the person who rated sees them. */
export const followUpLine = (followUp: FollowUpOpened, anonymous: boolean): Step[] => {
  const at = reached[followUp.status]
  const names = [
    anonymous ? '监督员看您写的' : '给您打电话问情况',
    '查清楚是怎么回事',
    '该改的马上改',
    anonymous ? '把结果写在这里' : '把结果告诉您',
  ]
  const notes = [
    anonymous ? '您没留名字，不会给您打电话' : undefined,
    '由监督员来查，不是被评的人自己查',
    undefined,
    undefined,
  ]
  const due = [
    anonymous ? undefined : before(followUp.contactBy),
    undefined,
    undefined,
    before(followUp.finishBy),
  ]
  return [
    { state: 'done', name: '收到您的评价', time: toldDay(followUp.openedAt) },
    ...followUpSteps.map((_, place): Step => {
      const state = place < at ? 'done' : place === at ? 'now' : 'next'
      return {
        state,
        name: names[place]!,
        time: state === 'done' ? undefined : (due[place] ?? (state === 'now' ? '正在办' : undefined)),
        note: notes[place],
      }
    }),
  ]
}
