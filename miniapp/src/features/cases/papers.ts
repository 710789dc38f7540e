import type { Case, CaseEvent } from '@one-window/shared/cases/case'

/** The papers of a case, by the name under which the printer page knows them. */
export type PaperKind =
  | 'receipt'
  | 'acceptance'
  | 'supplement'
  | 'decline'
  | 'gaps'
  | 'pause'
  | 'extension'
  | 'decision'
  | 'issue'
  | 'post'
  | 'one-off'

export interface CasePaper {
  kind: PaperKind
  words: string
}

const paper = (kind: PaperKind, words: string): CasePaper => ({ kind, words })
const papers = {
  accept: paper('acceptance', '受理通知书'),
  deem: paper('acceptance', '受理通知书'),
  supplement: paper('supplement', '补正告知书'),
  decline: paper('decline', '不予受理通知书'),
  inform: paper('one-off', '告知单'),
  pause: paper('pause', '暂停计时告知书'),
  extend: paper('extension', '延长期限告知书'),
  refuse: paper('decision', '决定书'),
  post: paper('post', '邮寄登记单'),
  issue: paper('issue', '出件签收单'),
} as const
const gaps = paper('gaps', '容缺受理通知书')

const has = <Key extends string>(record: Record<Key, CasePaper>, key: string): key is Key => key in record

/** The paper of one event; undefined for what nobody gets on paper. */
export const paperOf = ({ action, facts }: CaseEvent): CasePaper | undefined => {
  if (action === 'accept' && facts?.materials) return gaps
  return has(papers, action) ? papers[action] : undefined
}

/** Handed over at once when they come about: the next thing to do is to print them. */
const handedAtOnce: readonly PaperKind[] = [
  'acceptance',
  'gaps',
  'supplement',
  'decline',
  'one-off',
  'pause',
  'extension',
]

/** The paper that what was done last wants printed now. */
export const paperDue = ({ events }: Pick<Case, 'events'>): CasePaper | undefined => {
  const last = events[events.length - 1]
  const found = last && paperOf(last)
  return found && handedAtOnce.includes(found.kind) ? found : undefined
}

/** Every paper of a case that there is by now, each once, the newest first. */
export const papersOf = ({ events }: Pick<Case, 'events'>): CasePaper[] => {
  const found: CasePaper[] = [...events].reverse().flatMap((event) => {
    const one = paperOf(event)
    return one === gaps ? [gaps, papers.accept] : one ? [one] : []
  })
  found.push(paper('receipt', '收件凭证'))
  return found.filter(({ kind }, at) => found.findIndex((other) => other.kind === kind) === at)
}
