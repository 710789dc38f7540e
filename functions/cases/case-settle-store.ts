/** The promised day of a case whose calendar came, or was changed. */
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import { HEAD } from './case-parts'
import { onCase, table } from './case-store'
import { dueOrder, type KeptCase } from './kept-case'
import type { promisedFor } from './promised-for'

/** Sets the day of a case, or the further year it waits for now; false when it has moved on meanwhile. */
export async function settlePromisedDay(
  kept: KeptCase,
  { promisedDay, promisedDayPending }: ReturnType<typeof promisedFor>,
  by: By,
): Promise<boolean> {
  const { caseId, receivedAt, seq } = kept
  const order = dueOrder({
    receivedAt,
    ...(promisedDay !== null ? { promisedDay } : { promisedDayPending: promisedDayPending ?? undefined }),
  })
  const update: Write = {
    Update: {
      TableName: table.name,
      Key: { caseId, part: HEAD },
      UpdateExpression:
        promisedDay !== null
          ? 'SET promisedDay = :due, dueOrder = :order REMOVE promisedDayPending'
          : 'SET promisedDayPending = :due, dueOrder = :order',
      ConditionExpression: 'seq = :read AND dueOrder = :before',
      ExpressionAttributeValues: {
        ':due': promisedDay ?? promisedDayPending,
        ':order': order,
        ':read': seq,
        ':before': dueOrder(kept),
      },
    },
  }
  try {
    await transact([update], audited(by, { ...onCase(kept), after: { promisedDay, promisedDayPending } }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
