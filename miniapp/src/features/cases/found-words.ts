import type { FoundCase, FoundStep } from '@one-window/shared/cases/found-case'
import type { CaseStep } from '@one-window/shared/cases/case-steps'
import { chinaDay, dayWords, shortDay, type Day } from '@one-window/shared/foundation/time'

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const dueWords = ({ promisedDay, promisedDayPending }: FoundCase, today: Day): string => {
  if (promisedDayPending) return `${promisedDayPending}年放假安排公布后定日子`
  if (!promisedDay) return '办好了这里看得到'
  if (promisedDay === today) return '今天办好'
  return promisedDay < today
    ? `比说好的${shortDay(promisedDay, yearOf(today))}晚了`
    : `${dayWords(promisedDay, yearOf(today))}前办好`
}

/**
 * The one sentence of a case that was found by its number: how it stands, and until when or what next. Whether it was
 * granted is for its owner alone.
 */
export const foundSentence = (found: FoundCase, today: Day): [string, string] => {
  switch (found.status) {
    case 'received':
      return ['材料收下了', '正在看齐不齐']
    case 'supplementing':
      return ['还差几样材料', '缺什么写在给本人的告知书上']
    case 'in-review':
    case 'returned':
    case 'at-county':
      return ['正在办', dueWords(found, today)]
    case 'paused':
      return ['暂停计时', '原因写在给本人的告知书上']
    case 'coming-back':
      return ['有结果了', '正寄回大厅']
    case 'concluded':
      return ['有结果了', '请本人带身份证到大厅窗口领']
    case 'posted':
      return ['有结果了', '正寄给本人']
    case 'issued':
      return ['办完了', '结果已经交给本人']
    case 'declined':
    case 'not-needed':
      return ['这次没有受理', '原因写在给本人的通知书上']
    case 'withdrawn':
      return ['本人撤回了', '要办随时再来']
    case 'terminated':
      return ['这一件退了', '原因写在给本人的通知书上']
  }
}

/** The line that every case goes, each with the step that ends it. */
const line: readonly { name: string; by: FoundStep }[] = [
  { name: '收材料', by: 'received' },
  { name: '受理', by: 'accepted' },
  { name: '出结果', by: 'decided' },
  { name: '领结果', by: 'handed-over' },
]
const ends: Partial<Record<FoundStep, string>> = {
  'not-accepted': '没有受理',
  withdrawn: '撤回了',
  terminated: '退件了',
}
const decided: readonly FoundCase['status'][] = ['coming-back', 'concluded', 'posted', 'issued']

/** The same line of steps as on the page of one's own case, as far as anybody may know it. */
export const foundLine = ({ status, steps }: FoundCase, today: Day): CaseStep[] => {
  const on = (at: string): string => shortDay(chinaDay(new Date(at)), yearOf(today))
  const last = (by: FoundStep) => [...steps].reverse().find(({ step }) => step === by)
  const done = line.flatMap(({ name, by }): CaseStep[] => {
    const event = name === '出结果' && !decided.includes(status) ? undefined : last(by)
    return event ? [{ state: 'done', name, time: on(event.at) }] : []
  })
  const end = steps.find(({ step }) => ends[step])
  if (end) return [...done, { state: 'stopped', name: ends[end.step]!, time: on(end.at) }]
  return line.map(({ name }, at): CaseStep => {
    if (done[at]) return done[at]
    if (at > done.length) return { state: 'next', name }
    return status === 'paused' ? { state: 'paused', name, time: '暂停计时' } : { state: 'now', name }
  })
}
