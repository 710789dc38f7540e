/** What a resident reads of a pre-check: one sentence, then what to do now. */
import { instantWords, shortDay } from '../foundation/time'
import { outcomeWords } from './answer'
import type { Precheck, PrecheckSummary } from './precheck'

/** The one sentence, and what follows. */
export function precheckWords({
  status,
  lines,
  goneOn,
  answeredAt,
}: Pick<Precheck, 'status' | 'lines' | 'goneOn' | 'answeredAt'>): { say: string; more: string } {
  switch (status) {
    case 'draft':
      return {
        say: lines.some(({ files }) => files.length > 0) ? '拍好了，就发给窗口看' : '照清单拍材料',
        more: `拍清楚、拍全就行。${goneOn ? `${shortDay(goneOn)}前没发出的会自动删掉。` : ''}`,
      }
    case 'submitted':
      return { say: '窗口在看', more: '看完马上告诉您，您不用守着。' }
    case 'answered': {
      const { say, more } = outcomeWords(lines)
      return { say, more: answeredAt ? `${more}${instantWords(answeredAt)}答复。` : more }
    }
    case 'used':
      return { say: '照片已交到窗口', more: '办到哪一步，看办件就知道。' }
    case 'withdrawn':
      return { say: '已撤回', more: '照片都删掉了。要办，随时可以再拍。' }
  }
}

/** How a row of the list stands, in a few words. */
export const precheckSideWords = ({
  status,
  outcome,
}: Pick<PrecheckSummary, 'status' | 'outcome'>): string =>
  status === 'answered'
    ? outcome === 'all-good'
      ? '都行，可以来了'
      : '还差几样'
    : { draft: '还没发出', submitted: '窗口在看', used: '已交到窗口', withdrawn: '已撤回' }[status]

/** What everybody is told, so that nobody takes it for more than it is. */
export const notAcceptance = '预审通过不等于受理：带原件到窗口，核对过才算。'
