/** A case in the words of its owner: one sentence first, then what to do now. No word sends anybody to an office. */
import type { WorkingCalendar } from '../foundation/calendar'
import { dayWords, shortDay, type Day } from '../foundation/time'
import type { Case, CaseSummary } from './case'
import { caseSteps, type CaseStep } from './case-steps'
import { whyThisDay, type WhyThisDay } from './why-this-day'

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** 12月7日(周一)前办好, 今天办好; or how many working days, while the year it reaches into is not announced. */
const dueWords = ({ promisedDay, promisedDays }: CaseSummary, today: Day): string => {
  if (promisedDay === undefined) return `${promisedDays}个工作日内办好`
  if (promisedDay === today) return '今天办好'
  return promisedDay < today
    ? `比说好的${shortDay(promisedDay, yearOf(today))}晚了`
    : `${dayWords(promisedDay, yearOf(today))}前办好`
}

const resultWaits: Readonly<Record<Case['handOver'], string>> = {
  'at-once': '请带身份证到大厅窗口领',
  'by-itself': '您不用来大厅',
  'post-or-window': '到大厅窗口领，也可以寄给您',
  window: '请带身份证到大厅窗口领',
}

/** The one sentence of a case: how it stands, and until when or what next. */
export const caseSentence = (told: CaseSummary, today: Day): [string, string] => {
  switch (told.status) {
    case 'received':
      return ['材料收下了', '正在看齐不齐']
    case 'accepted':
      return ['正在办', dueWords(told, today)]
    case 'declined':
      return ['这次没有受理', '原因写在下面']
    case 'concluded':
      return told.outcome === 'refused'
        ? ['没有批准', '请带身份证到大厅窗口领决定书']
        : ['办好了', resultWaits[told.handOver]]
    case 'issued':
      return ['办完了', '结果已经交给您']
  }
}

/** What its owner needs to do now; usually nothing. */
export const whatToDo = (told: CaseSummary, today: Day): { say: string; more: string } => {
  const nothing = '什么都不用做'
  switch (told.status) {
    case 'received':
      return { say: nothing, more: '受理了，这里马上看得到。' }
    case 'accepted':
      return told.promisedDay !== undefined && told.promisedDay < today
        ? { say: nothing, more: '办晚了，对不起。想问问办到哪了，可以打大厅电话。' }
        : { say: nothing, more: '办好了，这里看得到。' }
    case 'declined':
      return { say: '看一下原因', more: '按原因补好，再来大厅窗口就行。不清楚的，打电话问窗口。' }
    case 'concluded':
      if (told.outcome !== 'refused' && told.handOver === 'by-itself')
        return { say: nothing, more: '已经办到位，不用再跑一趟。' }
      return told.outcome !== 'refused' && told.handOver === 'post-or-window'
        ? {
            say: '到大厅窗口领结果',
            more: '带上身份证，哪个窗口都行，不用预约。想寄到家，打大厅电话说一声。',
          }
        : { say: '到大厅窗口领结果', more: '带上身份证，哪个窗口都行，不用预约。' }
    case 'issued':
      return { say: nothing, more: '有不对的地方，打电话或来窗口说一声。' }
  }
}

/** All that the page of a case says. */
export interface CaseWords {
  sentence: [string, string]
  todo: { say: string; more: string }
  steps: CaseStep[]
  /** Why it is due on that day; absent for what is done while the person waits. */
  why?: WhyThisDay
}

/** The words of a case for its owner as of today. */
export const caseWords = (told: Case, calendar: WorkingCalendar, today: Day): CaseWords => {
  const why = whyThisDay(told, calendar)
  return {
    sentence: caseSentence(told, today),
    todo: whatToDo(told, today),
    steps: caseSteps(told, today),
    ...(why && { why }),
  }
}
