import { addWorkingDays, publishedCalendar, workingDaysBetween } from '@one-window/shared/foundation/calendar'
import { dayWords, shortDay, type Day } from '@one-window/shared/foundation/time'
import type { Service } from '@one-window/shared/catalogue/service'
import type { CaseSummary } from '@one-window/shared/cases/case'
import { isUnderWay } from '@one-window/shared/cases/lifecycle'

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

/** What the time of a case says in a list; nothing for one that is over. */
export const caseDueWords = (told: CaseSummary, today: Day): DueWords => {
  const { status, promisedDay } = told
  if (status === 'received') return { words: '等受理', kind: '' }
  if (status === 'supplementing') return { words: '等补正', kind: '' }
  if (status === 'paused') return { words: '暂停', kind: '' }
  if (!isUnderWay(status)) return { words: '', kind: '' }
  return promisedDay ? leftWords(promisedDay, today) : { words: '到期日待定', kind: '' }
}

/** The day a case accepted today is promised for; undefined while its year is not announced. */
export const promisedBy = ({ promisedDays }: Pick<Service, 'promisedDays'>, today: Day): Day | undefined => {
  const due = addWorkingDays(publishedCalendar, today, promisedDays)
  return 'day' in due ? due.day : undefined
}

/** The promise, said before it is given: accepted today, finished by when. */
export const promiseWords = (
  service: Pick<Service, 'handlingType' | 'promisedDays' | 'statutoryDays'>,
  today: Day,
): { say: string; more: string } => {
  if (service.handlingType === 'immediate') return { say: '当场办好', more: '即办件，今天办结' }
  const due = addWorkingDays(publishedCalendar, today, service.promisedDays)
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
