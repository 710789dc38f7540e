/** Which papers a case has: they follow from what has happened. */
import type { Case, CaseEvent } from '../cases/case'
import type { Instant } from '../foundation/time'

export const paperKinds = [
  'receipt',
  'supplement',
  'acceptance',
  'promise',
  'gaps',
  'decline',
  'inform',
  'terminate',
  'pause',
  'extension',
  'decision',
  'post',
  'issue',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** The letters behind the case number; two papers of a case never have the same number. */
const letters: Readonly<Record<PaperKind, string>> = {
  receipt: 'SJ',
  supplement: 'BZ',
  acceptance: 'SL',
  promise: 'RQCN',
  gaps: 'RQ',
  decline: 'BYSL',
  inform: 'BXBL',
  terminate: 'TJ',
  pause: 'TB',
  extension: 'YQ',
  decision: 'JD',
  post: 'YJ',
  issue: 'SD',
}

const titles: Readonly<Record<Exclude<PaperKind, 'decision'>, string>> = {
  receipt: '收件凭证',
  supplement: '补正告知书',
  acceptance: '受理通知书',
  promise: '容缺受理承诺书',
  gaps: '容缺受理通知书',
  decline: '不予受理通知书',
  inform: '不需办理告知书',
  terminate: '退件通知书',
  pause: '特别程序告知书',
  extension: '延长期限告知书',
  post: '邮寄登记表',
  issue: '送达回证',
}

/** What a case's papers are told by. */
export type PaperedCase = Pick<Case, 'caseNumber' | 'receivedAt' | 'outcome' | 'route' | 'events'>

/** A paper of a case in a list. */
export interface PaperRef {
  /** `receipt`; `pause-2` for the second of its kind. */
  paper: string
  kind: PaperKind
  title: string
  number: string
  at: Instant
  /** What made it; the receipt of the case comes with its first. */
  event: CaseEvent
  /** Kept by the hall: registers with who came and where it went. */
  isInside: boolean
}

/** The county decides and makes the paper of it; the hall tells what it says. */
export const isDecidedByCounty = ({ route }: Pick<Case, 'route'>): boolean =>
  route.find(({ decides }) => decides)?.kind === 'outside'

const decisionTitle = (told: PaperedCase): string =>
  isDecidedByCounty(told) ? '审批结果告知书' : told.outcome === 'refused' ? '不予决定书' : '准予决定书'

const kindsOf = ({ action, facts }: CaseEvent, { outcome, route, events }: PaperedCase): PaperKind[] => {
  switch (action) {
    case 'receive':
      return ['receipt']
    case 'accept':
      return facts?.until ? ['acceptance', 'promise', 'gaps'] : ['acceptance']
    case 'deem':
      return ['acceptance']
    case 'supplement':
    case 'decline':
    case 'inform':
    case 'terminate':
    case 'pause':
    case 'post':
    case 'issue':
      return [action]
    case 'extend':
      return ['extension']
    case 'note-post':
      return []
    case 'sign-for':
      return events.some((one) => one.action === 'post') ? [] : ['post']
    case 'refuse':
      return ['decision']
    case 'approve':
      return outcome === 'granted' ? ['decision'] : []
    case 'record-county':
      return facts?.outcome === 'refused' || route.find(({ decides }) => decides)?.name === facts?.step
        ? ['decision']
        : []
    default:
      return []
  }
}

/** The papers of a case, oldest first; what is for its applicant and what the hall keeps. */
export function papersOf(told: PaperedCase): PaperRef[] {
  const count = new Map<PaperKind, number>()
  return told.events.flatMap((event) =>
    kindsOf(event, told).map((kind): PaperRef => {
      const nth = (count.get(kind) ?? 0) + 1
      count.set(kind, nth)
      const again = nth > 1 ? String(nth) : ''
      return {
        paper: again ? `${kind}-${again}` : kind,
        kind,
        title: kind === 'decision' ? decisionTitle(told) : titles[kind],
        number: `${told.caseNumber}-${letters[kind]}${again}`,
        at: event.at,
        event,
        isInside: kind === 'issue' || kind === 'post',
      }
    }),
  )
}
