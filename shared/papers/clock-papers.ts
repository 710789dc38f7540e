/** What changes the day of a case: 特别程序 (art. 45) and 延长 (art. 42), told in writing with the new day. */
import { dueDay } from '../cases/deadline'
import { clockedOf, extensionOf } from '../cases/life-of'
import type { DueDay } from '../foundation/calendar'
import { complaints, under } from './law'
import { rowsOf, type Paper } from './paper'
import type { Made } from './paper-sources'
import { ask, clauses, head, item, seal, TWO_COPIES, who } from './paper-parts'
import { paperDayOf, paperInstant, paperWeekday } from './paper-words'
import { isByLaw, pauseKindWords } from '../cases/pause-words'

/** The due day as the events up to the paper's own say, with it or before it. */
function dueAs({ told, ref, calendar, closes }: Made, isBefore = false): DueDay {
  const last = told.events.indexOf(ref.event)
  const events = told.events.slice(0, isBefore ? last : last + 1)
  const clocked = clockedOf({ acceptedAt: told.acceptedAt ?? told.receivedAt, events }, closes)
  return dueDay(calendar, clocked, told.promisedDays + extensionOf(events))
}

const boxOf = (made: Made, side: string[]): NonNullable<Paper['box']> => {
  const due = dueAs(made)
  return {
    say: '新的到期日，最晚在这一天办好',
    big: 'day' in due ? paperWeekday(due.day) : '待定',
    ...('pendingYear' in due && { more: `待${due.pendingYear}年放假安排公布后确定，确定了可以来窗口问` }),
    side,
  }
}

const before = (made: Made): string => {
  const due = dueAs(made, true)
  return 'day' in due ? paperWeekday(due.day) : `待${due.pendingYear}年放假安排公布后确定`
}

const rows = (made: Made, reason: string) =>
  rowsOf(
    item(made),
    ...who(made),
    { name: '受理时间', value: paperInstant(made.told.acceptedAt ?? made.told.receivedAt) },
    { name: '原来的到期日', value: before(made) },
    { name: reason, value: made.ref.event.note ?? '' },
  )

/** 特别程序告知书: which, why, how long, and that it is not in the limit. */
export function pausePaper(made: Made): Paper {
  const { told, ref, service } = made
  const { kind = 'other-organ', workingDays = 0 } = ref.event.facts ?? {}
  const words = pauseKindWords[kind]
  return {
    ...head(made),
    sentences: [
      `您申请办理的“${told.officialName}”需要${words}，从${paperDayOf(ref.at)}起暂停计时，预计需要${workingDays}个工作日。这段时间不算在办理时限里(${
        isByLaw(kind) ? under(service, '四十五条') : '按本事项办事指南'
      })。`,
    ],
    box: boxOf(made, [`预计${workingDays}个工作日`, '提前完成就提前算']),
    parts: [
      rows(made, '需要的原因'),
      clauses(
        '说明',
        `${words}完成后马上恢复计时，实际用的时间不到${workingDays}个工作日的，按实际用的算，到期日随着提前。`,
        `超过${workingDays}个工作日的部分照算在办理时限里。`,
        complaints,
      ),
    ],
    ask: ask(made),
    signs: ['申请人签收', '经办人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}

/** 延长期限告知书: the new day and why; once, with the approval of the head. */
export function extensionPaper(made: Made): Paper {
  const { told, ref, service } = made
  const { workingDays = 0 } = ref.event.facts ?? {}
  return {
    ...head(made),
    sentences: [
      `您申请办理的“${told.officialName}”在原来的期限里不能办结，经负责人批准，延长${workingDays}个工作日(${under(service, '四十二条')})。`,
    ],
    box: boxOf(made, [`延长${workingDays}个工作日`]),
    parts: [rows(made, '延长的原因'), clauses('说明', '一件事只能延长一次。', complaints)],
    ask: ask(made),
    signs: ['申请人签收', '经办人签字'],
    seal: seal(made),
    foot: [TWO_COPIES],
  }
}
