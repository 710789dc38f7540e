import type { FoundCase } from '@one-window/shared/cases/case'
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

/** The one sentence of a case that was found by its number: how it stands, and until when or what next. */
export const foundSentence = (found: FoundCase, today: Day): [string, string] => {
  switch (found.status) {
    case 'received':
      return ['材料收下了', '正在看齐不齐']
    case 'accepted':
      return ['正在办', dueWords(found, today)]
    case 'declined':
      return ['这次没有受理', '原因写在给本人的通知书上']
    case 'concluded':
      return ['有结果了', '请本人带身份证到大厅窗口领']
    case 'issued':
      return ['办完了', '结果已经交给本人']
  }
}

const line = [
  { action: 'receive', name: '收材料' },
  { action: 'accept', name: '受理' },
  { action: 'conclude', name: '出结果' },
  { action: 'issue', name: '领结果' },
] as const

/** The same line of steps as on the page of one's own case, as far as anybody may know it. */
export const foundSteps = (found: FoundCase, today: Day): CaseStep[] => {
  const on = (action: FoundCase['events'][number]['action']): string | undefined => {
    const event = found.events.find((one) => one.action === action)
    return event && shortDay(chinaDay(new Date(event.at)), yearOf(today))
  }
  const declined = on('decline')
  const steps = line.map(({ action, name }): CaseStep => {
    const time = on(action)
    return time ? { state: 'done', name, time } : { state: 'next', name }
  })
  const done = steps.filter(({ state }) => state === 'done')
  if (declined) return [...done, { state: 'stopped', name: '没有受理', time: declined }]
  return steps.map((step, at) => (at === done.length ? { ...step, state: 'now' } : step))
}
