import { addWorkingDays, publishedCalendar, workingDaysBetween } from '@one-window/shared/foundation/calendar'
import { chinaDay, dayWords, shortDay } from '@one-window/shared/foundation/time'
import type { Case, CaseSummary, ServiceContact } from '@one-window/shared/cases/case'
import type { Step } from '@/components/steps/steps'

const at = (instant: string): string => shortDay(chinaDay(new Date(instant)))

type Told = Pick<Case, 'status' | 'receivedAt'> &
  Partial<Pick<Case, 'promisedDay' | 'promisedDays' | 'promisedDayPending' | 'outcome' | 'handlingType'>>

/** 12月7日(周一)前办好; or how many working days, while the year it reaches into is not announced. */
const dueWords = (told: Told): string => {
  if (told.promisedDay) return `${dayWords(told.promisedDay)}前办好`
  if (told.promisedDays !== undefined && told.promisedDayPending !== undefined) {
    return `${told.promisedDays}个工作日内办好`
  }
  return '办好了告诉您'
}

/** The one sentence of a case, first part and second. */
export const caseSentence = (told: Told | CaseSummary): [string, string?] => {
  switch (told.status) {
    case 'received':
      return ['材料收下了', '正在看齐不齐']
    case 'accepted':
      return ['正在办', dueWords(told)]
    case 'declined':
      return ['这次没有受理', '原因写在下面']
    case 'concluded':
      return 'outcome' in told && told.outcome === 'refused'
        ? ['没有批准', '来窗口拿决定书']
        : ['办好了', '来窗口领结果']
    case 'issued':
      return ['办完了', '结果已经交给您']
  }
}

/** What the resident needs to do now; usually nothing. */
export const whatToDo = (told: Case): { say: string; more: string } => {
  switch (told.status) {
    case 'received':
      return { say: '什么都不用做', more: '受理了，这里马上看得到。' }
    case 'accepted':
      return { say: '什么都不用做', more: '办好了，这里会告诉您。' }
    case 'declined':
      return { say: '看一下原因', more: '按原因补好，再来窗口就行。不清楚的，打电话问窗口。' }
    case 'concluded':
      return { say: '来窗口领结果', more: '带上身份证，哪个窗口都行，不用预约。' }
    case 'issued':
      return { say: '什么都不用做', more: '有不对的地方，来窗口说一声。' }
  }
}

const eventAt = (told: Case, action: Case['events'][number]['action']) =>
  told.events.find((event) => event.action === action)

/** The line of steps of a case with its dates. */
export const caseSteps = (told: Case): Step[] => {
  const received: Step = { state: 'done', name: '材料收齐', time: at(told.receivedAt) }
  const declined = eventAt(told, 'decline')
  if (declined) {
    return [received, { state: 'stopped', name: '没有受理', time: at(declined.at), note: declined.note }]
  }
  const accepted = eventAt(told, 'accept')
  const concluded = eventAt(told, 'conclude')
  const issued = eventAt(told, 'issue')
  const due = told.promisedDay ? `${shortDay(told.promisedDay)}前` : undefined
  return [
    received,
    accepted
      ? { state: 'done', name: '受理了', time: at(accepted.at) }
      : { state: 'now', name: '窗口看材料', time: '正在办' },
    concluded
      ? {
          state: 'done',
          name: told.outcome === 'refused' ? '没有批准' : '办好了',
          time: at(concluded.at),
          note: concluded.note,
        }
      : { state: accepted ? 'now' : 'next', name: '审批', time: accepted ? '正在办' : due },
    issued
      ? { state: 'done', name: '结果交给您', time: at(issued.at), note: issued.note }
      : { state: concluded ? 'now' : 'next', name: '窗口领结果', time: concluded ? '等您来领' : due },
  ]
}

/** How many of the promised working days are used; undefined when a day of them is not known. */
export const progressOf = (told: Case, now: Date): { used: number; all: number } | undefined => {
  if (told.status !== 'accepted' || !told.acceptedAt || told.promisedDays === 0) return undefined
  const used = workingDaysBetween(publishedCalendar, chinaDay(new Date(told.acceptedAt)), chinaDay(now))
  return used === undefined ? undefined : { used: Math.min(used, told.promisedDays), all: told.promisedDays }
}

/** The arithmetic of the promised day: rows of a sum, and what it rests on. */
export const whyThisDay = (told: Case) => {
  if (!told.acceptedAt || told.handlingType === 'immediate') return undefined
  const from = chinaDay(new Date(told.acceptedAt))
  if (told.promisedDay) {
    return {
      title: `为什么是${shortDay(told.promisedDay)}`,
      rows: [
        { name: '受理', value: dayWords(from) },
        { name: '从第二天起数', value: `${told.promisedDays}个工作日` },
      ],
      total: { name: '所以最晚', value: dayWords(told.promisedDay) },
      note: '周六、周日和放假不算工作日，调休上班的算。',
    }
  }
  const due = addWorkingDays(publishedCalendar, from, told.promisedDays)
  const year = told.promisedDayPending ?? ('pendingYear' in due ? due.pendingYear : undefined)
  return {
    title: '最晚哪天办好',
    rows: [{ name: '受理', value: dayWords(from) }],
    total: { name: '受理后', value: `${told.promisedDays}个工作日` },
    note: year
      ? `到期日待${year}年放假安排公布后确定，定了这里会写上。办理不受影响。`
      : '周六、周日和放假不算工作日，调休上班的算。',
  }
}

/** The service contact that may still be rated, the newest first. */
export const contactToRate = (told: Case, now: Date): ServiceContact | undefined =>
  [...told.contacts]
    .reverse()
    .find(({ rated, ratableUntil }) => rated === undefined && ratableUntil >= chinaDay(now))

/** The contacts that were rated, newest first. */
export const ratedContacts = (told: Case): ServiceContact[] =>
  [...told.contacts].reverse().filter(({ rated }) => rated !== undefined)

/** What a contact was, in words. */
export const contactWords = ({ contact }: Pick<ServiceContact, 'contact'>): string =>
  contact === 1 ? '窗口收件' : '窗口出件'
