/** What the owner of a case reads when it has moved on. The case's own sentences are used, so page and message agree. */
import type { CaseSummary } from '../cases/case'
import { caseSentence, whatToDo } from '../cases/case-words'
import { chinaClock, chinaDay } from '../foundation/time'
import type { MessageWords } from './booking-messages'
import { thing, timeField } from './template-fields'

/** What the words of a case need. */
export type ToldCase = Omit<CaseSummary, 'applicantName'>

/**
 * The message of a case that has just been accepted or concluded; undefined for every other step: whoever hands in or
 * takes a result stands at the window.
 */
export function caseMessage(told: ToldCase, now: Date): MessageWords | undefined {
  if (told.status !== 'accepted' && told.status !== 'concluded') return undefined
  const today = chinaDay(now)
  const shown = { ...told, applicantName: '' }
  const [stands, next] = caseSentence(shown, today)
  const { say, more } = whatToDo(shown, today)
  const accepted = told.status === 'accepted'
  const refused = told.outcome === 'refused'
  const news = accepted ? `已经受理，${next}。${more}` : refused ? `没有批准，${next}。` : `：${say}。${more}`
  return {
    kind: accepted ? 'case-accepted' : isToFetch(told) ? 'case-ready' : 'case-concluded',
    title: accepted ? '受理了' : stands,
    body: `“${told.serviceName}”${news}`,
    fields: {
      thing1: thing(told.serviceName),
      character_string2: told.caseNumber,
      phrase3: accepted ? '已受理' : refused ? '未批准' : '已办好',
      time4: timeField(today, chinaClock(now)),
      thing5: thing(accepted || refused ? next : say),
    },
  }
}

/** A result waits for its owner to come: what is done at once is handed over on the spot, what takes effect by itself nowhere. */
const isToFetch = ({ outcome, handOver }: ToldCase): boolean =>
  outcome !== 'refused' && (handOver === 'window' || handOver === 'post-or-window')
