/** The promised day of a case that waited for a year of the calendar. */
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import { HEAD } from './case-parts'
import { onCase, table } from './case-store'
import { dueOrder, type KeptCase } from './kept-case'
import type { promisedFor } from './promised-for'

/** Sets the day a case was waiting for, or the further year it waits for now; false when it has moved on meanwhile. */
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
      ConditionExpression: 'seq = :read AND attribute_exists(promisedDayPending)',
      ExpressionAttributeValues: { ':due': promisedDay ?? promisedDayPending, ':order': order, ':read': seq },
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
