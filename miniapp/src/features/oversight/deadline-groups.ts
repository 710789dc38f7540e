import { publishedCalendar, workingDaysBetween } from '@one-window/shared/foundation/calendar'
import { addDays, dayWords, weekdayOf, type Day } from '@one-window/shared/foundation/time'
import type { FollowUp } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'

const groupWords = {
  over: '已超期',
  today: '今天到期',
  tomorrow: '明天到期',
  week: '这周',
  later: '以后',
  pending: '到期日待定',
} as const

export type GroupName = keyof typeof groupWords

/** When something is due, seen from a day. A week ends on Sunday. */
export const groupOf = (due: Day | undefined, today: Day): GroupName => {
  if (due === undefined) return 'pending'
  if (due < today) return 'over'
  if (due === today) return 'today'
  if (due === addDays(today, 1)) return 'tomorrow'
  return due <= addDays(today, (7 - weekdayOf(today)) % 7) ? 'week' : 'later'
}

export interface DeadlineGroup {
  name: GroupName
  words: string
  followUps: FollowUp[]
}

/** The follow-ups by what they wait for next, the first deadline first; a deadline that is not set yet comes last. */
export const groupsOf = (followUps: readonly FollowUp[], today: Day): DeadlineGroup[] => {
  const order = (followUp: FollowUp) => `${nextStep(followUp).deadline.day ?? '9999'} ${followUp.openedAt}`
  const sorted = [...followUps].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return (Object.keys(groupWords) as GroupName[])
    .map((name) => ({
      name,
      words: groupWords[name],
      followUps: sorted.filter((followUp) => groupOf(nextStep(followUp).deadline.day, today) === name),
    }))
    .filter(({ followUps: found }) => found.length > 0)
}

export interface DeadlineWords {
  say: string
  more: string
  kind: '' | 'warn' | 'due' | 'bad'
}

/** A deadline as a row says it: 今天, 明天, or its date with the working days left. */
export const deadlineWords = ({ day, pendingYear }: FollowUp['contactBy'], today: Day): DeadlineWords => {
  if (day === undefined) {
    return { say: '到期日待定', more: pendingYear ? `等${pendingYear}年放假安排公布` : '', kind: '' }
  }
  const group = groupOf(day, today)
  if (group === 'over') {
    const over = workingDaysBetween(publishedCalendar, day, today)
    return { say: over ? `超期${over}天` : '已超期', more: dayWords(day), kind: 'bad' }
  }
  if (group === 'today') return { say: '今天到期', more: '下班前', kind: 'due' }
  if (group === 'tomorrow') return { say: '明天到期', more: dayWords(day), kind: 'warn' }
  const left = workingDaysBetween(publishedCalendar, today, day)
  return { say: dayWords(day), more: left === undefined ? '' : `剩${left}个工作日`, kind: '' }
}
