/** What the owner of a case reads when it has moved on. The case's own sentences are used, so page and message agree. */
import type { CaseSummary } from '../cases/case'
import { caseSentence, whatToDo } from '../cases/case-words'
import type { CaseAction, CaseStatus } from '../cases/lifecycle'
import { chinaClock, chinaDay } from '../foundation/time'
import type { MessageWords } from './booking-messages'
import type { MessageKind } from './message'
import { thing, timeField } from './template-fields'

/** What the words of a case need. */
export type ToldCase = Omit<CaseSummary, 'applicantName'>

/** The phrase of a status in a WeChat template, five characters at most. */
const phrases: Partial<Record<CaseStatus, string>> = {
  supplementing: '待补材料',
  'in-review': '已受理',
  'at-county': '已受理',
  paused: '暂停计时',
  'coming-back': '寄回途中',
  concluded: '已办好',
  posted: '已寄出',
  terminated: '已退件',
}

/** What each step that its owner does not stand beside tells them; what happens at the window needs no message. */
const kindAfter = (action: CaseAction, told: ToldCase): MessageKind | undefined => {
  switch (action) {
    case 'accept':
    case 'deem':
      return 'case-accepted'
    case 'supplement':
      return 'case-supplement'
    case 'pause':
    case 'resume':
    case 'extend':
      return 'case-paused'
    case 'post':
      return 'case-posted'
    case 'terminate':
      return 'case-concluded'
    case 'pass':
    case 'approve':
    case 'refuse':
    case 'record-county':
    case 'sign-for':
      if (told.status === 'concluded') return isToFetch(told) ? 'case-ready' : 'case-concluded'
      return told.status === 'coming-back' ? 'case-concluded' : undefined
    default:
      return undefined
  }
}

const newsOf = (action: CaseAction, next: string, { say, more }: { say: string; more: string }): string => {
  switch (action) {
    case 'accept':
      return `已经受理，${next}。${more}`
    case 'deem':
      return `5个工作日里没有告诉您缺材料，按规定从收件那天起算受理，${next}。${more}`
    case 'supplement':
      return `还差材料。${more}`
    case 'pause':
      return `暂停计时。${more}`
    case 'resume':
      return `恢复计时，${next}。`
    case 'extend':
      return `时限延长了，${next}。原因写在办件里。`
    case 'post':
      return `寄出来了。${more}`
    default:
      return `：${say}。${more}`
  }
}

/** The message of a step that has just been done; undefined when its owner stands at the window, or need not know. */
export function caseMessage(told: ToldCase, action: CaseAction, now: Date): MessageWords | undefined {
  const kind = kindAfter(action, told)
  if (!kind) return undefined
  const today = chinaDay(now)
  const shown = { ...told, applicantName: '' }
  const [stands, next] = caseSentence(shown, today)
  const { say, more } = whatToDo(shown, today)
  const todo = { say, more: more.replace('写在下面', '写在办件里') }
  const refused = told.outcome === 'refused'
  const title =
    action === 'accept' || action === 'deem'
      ? '受理了'
      : action === 'resume'
        ? '恢复计时了'
        : action === 'extend'
          ? '时限延长了'
          : stands
  return {
    kind,
    title,
    body: `“${told.serviceName}”${refused ? `没有批准，${next}。` : newsOf(action, next, todo)}`,
    fields: {
      thing1: thing(told.serviceName),
      character_string2: told.caseNumber,
      phrase3: refused ? '未批准' : (phrases[told.status] ?? '办理中'),
      time4: timeField(today, chinaClock(now)),
      thing5: thing(kind === 'case-accepted' || kind === 'case-paused' || refused ? next : todo.say),
    },
  }
}

/** A result waits for its owner to come: what takes effect by itself nowhere. */
const isToFetch = ({ outcome, handOver }: ToldCase): boolean =>
  outcome !== 'refused' && (handOver === 'window' || handOver === 'post-or-window')
