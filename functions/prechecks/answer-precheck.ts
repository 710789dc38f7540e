import { answerErrors, outcomeOf, outcomeWords } from '@one-window/shared/prechecks/answer'
import { answerPrecheck } from '@one-window/shared/prechecks/endpoints'
import { precheckAnsweredMessage } from '@one-window/shared/notifications/precheck-messages'
import { messageWrite } from '../notifications/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changed } from './changed'
import { linesOf } from './show-precheck'

/** The person is told in the same transaction. */
export default implement(answerPrecheck, ({ precheckId, answers }, context) =>
  changed(precheckId, 'answer', context, async (found) => {
    const { sent, serviceName, ownerId, hallId, round } = found
    const errors = answerErrors(Object.keys(sent), answers)
    if (errors.length > 0) throw new Problem('bad-input', { errors })
    const said = Object.fromEntries(
      answers.map(({ materialId, ok, reason }) => [
        materialId,
        { files: sent[materialId]!.files, ok, ...(!ok && reason && { reason }) },
      ]),
    )
    const answeredAt = context.now.toISOString()
    const lines = await linesOf({ ...found, sent: said }, (fileId) => fileId)
    const outcome = outcomeOf(lines)
    const words = precheckAnsweredMessage(
      { serviceName, isAllGood: outcome === 'all-good', ...outcomeWords(lines) },
      context.now,
    )
    const about = `${precheckId} ${round}`
    return {
      changes: { sent: said, answeredAt, outcome, waitsAt: null },
      beside: [messageWrite({ ...words, personId: ownerId, hallId, precheckId, about, at: answeredAt })],
    }
  }),
)
