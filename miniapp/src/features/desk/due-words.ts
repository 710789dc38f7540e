import { publishedCalendar, workingDaysBetween } from '@one-window/shared/foundation/calendar'
import { dayWords, shortDay, type Day } from '@one-window/shared/foundation/time'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Case, CaseSummary } from '@one-window/shared/cases/case'
import { promisedDay } from '@one-window/shared/cases/deadline'

/** Words with the meaning their colour repeats. */
export interface DueWords {
  words: string
  kind: '' | 'warn' | 'due' | 'bad'
}

/** 今天到期, 剩1天, 剩7天 in working days, 超期2天; the date itself where the days between are not all known. */
export const leftWords = (due: Day, today: Day): DueWords => {
  if (due === today) return { words: '今天到期', kind: 'due' }
  if (due < today) {
    const over = workingDaysBetween(publishedCalendar, due, today)
    return { words: over ? `超期${over}天` : '已超期', kind: 'bad' }
  }
  const left = workingDaysBetween(publishedCalendar, today, due)
  if (left === undefined) return { words: `${shortDay(due)}前`, kind: '' }
  return { words: left <= 0 ? '快到期' : `剩${left}天`, kind: left <= 1 ? 'warn' : '' }
}

/** What the time of a case says in a list. */
export const caseDueWords = (told: CaseSummary, today: Day): DueWords => {
  if (told.status === 'issued' || told.status === 'declined') return { words: '', kind: '' }
  if (told.status === 'received') return { words: '等受理', kind: '' }
  if (told.status === 'concluded') return { words: '待领取', kind: '' }
  return told.promisedDay ? leftWords(told.promisedDay, today) : { words: '到期日待定', kind: '' }
}

/** The promise, said before it is given: accepted today, finished by when. */
export const promiseWords = (
  service: Pick<Service, 'handlingType' | 'promisedDays' | 'statutoryDays'>,
  today: Day,
): { say: string; more: string } => {
  if (service.handlingType === 'immediate') return { say: '当场办好', more: '即办件，今天办结' }
  const due = promisedDay(publishedCalendar, today, service.promisedDays)
  const legal = service.statutoryDays === null ? '' : `，法定${service.statutoryDays}天`
  return 'day' in due
    ? {
        say: dayWords(due.day, Number(today.slice(0, 4))),
        more: `承诺${service.promisedDays}天${legal}`,
      }
    : {
        say: `${service.promisedDays}个工作日`,
        more: `到期日待${due.pendingYear}年放假安排公布后确定`,
      }
}

/** The promise of a case that was accepted. */
export const promisedWords = (told: Case): { say: string; more: string } => {
  if (told.handlingType === 'immediate') return { say: '当场办好', more: '即办件' }
  const days = `承诺${told.promisedDays}个工作日`
  if (told.promisedDay) return { say: dayWords(told.promisedDay), more: days }
  return {
    say: `${told.promisedDays}个工作日`,
    more: told.promisedDayPending
      ? `到期日待${told.promisedDayPending}年放假安排公布后确定`
      : '受理那天的第二天起算',
  }
}
