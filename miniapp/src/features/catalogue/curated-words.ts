import type { GuideRow } from '@one-window/shared/catalogue/curated'
import { handlingWords } from '@one-window/shared/catalogue/guide'
import { serviceStateWords } from '@one-window/shared/catalogue/item-words'
import { shortDay } from '@one-window/shared/foundation/time'

interface Said {
  words: string
  kind: '' | 'action' | 'done' | 'warn' | 'bad'
}

/** How far a service is, for its row: what somebody works on first, else whether it is in use. */
export const rowState = ({ open, state, version }: GuideRow): Said => {
  if (open?.state === 'awaiting-approval') return { words: '待批准', kind: 'warn' }
  if (open) return { words: version === undefined ? '新的草稿' : '草稿', kind: 'action' }
  if (state !== 'in-use') return { words: serviceStateWords[state], kind: 'bad' }
  return { words: '生效', kind: 'done' }
}

/** 民政 · 20个工作日 · 第2版 */
export const rowNote = (row: GuideRow): string =>
  [
    row.domain,
    handlingWords(row),
    row.version !== undefined && row.version > 1 && `第${row.version}版`,
    row.open && `${shortDay(row.open.effectiveFrom)}起`,
  ]
    .filter(Boolean)
    .join(' · ')
