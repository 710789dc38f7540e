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
    case 'supplementing':
      return ['还差几样材料', '缺什么写在给本人的告知书上']
    case 'in-review':
    case 'returned':
    case 'at-county':
      return ['正在办', dueWords(found, today)]
    case 'paused':
      return ['暂停计时', '有了结果马上接着办']
    case 'coming-back':
      return ['有结果了', '正寄回大厅']
    case 'concluded':
      return ['有结果了', '请本人带身份证到大厅窗口领']
    case 'posted':
      return ['有结果了', '正寄给本人']
    case 'issued':
      return ['办完了', '结果已经交给本人']
    case 'declined':
      return ['这次没有受理', '原因写在给本人的通知书上']
    case 'not-needed':
      return ['这件事不用办', '原因当面告诉过本人']
    case 'withdrawn':
      return ['本人撤回了', '要办随时再来']
    case 'terminated':
      return ['这一件退了', '原因写在给本人的通知书上']
  }
}

type Action = FoundCase['events'][number]['action']

const line: readonly { actions: readonly Action[]; name: string }[] = [
  { actions: ['receive'], name: '收材料' },
  { actions: ['accept', 'deem'], name: '受理' },
  { actions: [], name: '出结果' },
  { actions: ['issue'], name: '领结果' },
]
/** What may be the step that ended in a result. */
const decisions: readonly Action[] = ['pass', 'approve', 'refuse', 'record-county']
const decided: readonly FoundCase['status'][] = ['coming-back', 'concluded', 'posted', 'issued']
const endNames: readonly (readonly [Action, string])[] = [
  ['decline', '没有受理'],
  ['inform', '这件事不用办'],
  ['withdraw', '本人撤回了'],
  ['terminate', '退件了'],
]

/** The same line of steps as on the page of one's own case, as far as anybody may know it. */
export const foundSteps = (found: FoundCase, today: Day): CaseStep[] => {
  const on = (actions: readonly Action[]): string | undefined => {
    const event = [...found.events].reverse().find(({ action }) => actions.includes(action))
    return event && shortDay(chinaDay(new Date(event.at)), yearOf(today))
  }
  const hasResult = decided.includes(found.status)
  const steps = line.map(({ actions, name }): CaseStep => {
    const time = actions.length > 0 ? on(actions) : hasResult ? on(decisions) : undefined
    return time ? { state: 'done', name, time } : { state: 'next', name }
  })
  const done = steps.filter(({ state }) => state === 'done')
  for (const [action, name] of endNames) {
    const time = on([action])
    if (time) return [...done, { state: 'stopped', name, time }]
  }
  return steps.map((step, at) => (at === done.length ? { ...step, state: 'now' } : step))
}
