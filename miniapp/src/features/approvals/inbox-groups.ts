import type { InboxRow } from '@one-window/shared/cases/case'
import type { Day } from '@one-window/shared/foundation/time'
import { groupOf, type GroupName } from '../oversight/deadline-groups'

const groupWords: Readonly<Record<GroupName | 'waiting', string>> = {
  waiting: '人在窗口等着',
  over: '已超期',
  today: '今天到期',
  tomorrow: '明天到期',
  week: '这周到期',
  later: '之后到期',
  pending: '到期日待定',
}

export interface InboxGroup {
  name: GroupName | 'waiting'
  words: string
  rows: InboxRow[]
}

/** Somebody stands at the window until it is decided (即办件). */
export const isWaiting = ({ promisedDays, row }: InboxRow): boolean => promisedDays === 0 && row === 'step'

/** The inbox by what presses: who waits at the window first, then by the promised day. */
export const inboxGroups = (rows: readonly InboxRow[], today: Day): InboxGroup[] =>
  (Object.keys(groupWords) as InboxGroup['name'][])
    .map((name) => ({
      name,
      words: groupWords[name],
      rows: rows.filter((row) => (isWaiting(row) ? 'waiting' : groupOf(row.promisedDay, today)) === name),
    }))
    .filter(({ rows: found }) => found.length > 0)

/** One row among others: a case may stand in an inbox by its step and by what is asked for. */
export const rowKey = ({ caseId, row }: Pick<InboxRow, 'caseId' | 'row'>): string => `${caseId} ${row}`

/** What the row is about: 审核, 申请暂停, 联席会意见. */
export const aboutWords = ({ row, about }: InboxRow): string =>
  row === 'step' ? about : row === 'meeting' ? '联席会意见' : about === 'pause' ? '申请暂停' : '申请延长'
