/** One rung of the ladder for one follow-up, acted on once. */
import type { Rung } from '@one-window/shared/follow-ups/settings'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact } from '../platform/dynamo'
import { onFollowUp, table, type KeptFollowUp } from './follow-up-store'
import { deskOf, taskWrite } from './task-store'

/** Reminds a level of a follow-up that is late; false when it was reminded before. */
export async function remind(
  followUp: KeptFollowUp,
  { level, to }: { level: Rung['level']; to: readonly string[] },
  by: By,
): Promise<boolean> {
  const { followUpId, hallId } = followUp
  const since = by.now.toISOString()
  try {
    await transact(
      [
        {
          Update: {
            TableName: table.name,
            Key: { followUpId },
            UpdateExpression: 'SET escalated.#level = :at',
            ConditionExpression: 'attribute_not_exists(escalated.#level) AND #status <> :closed',
            ExpressionAttributeNames: { '#level': level, '#status': 'status' },
            ExpressionAttributeValues: { ':at': since, ':closed': 'closed' },
          },
        },
        taskWrite(deskOf(hallId, level), { kind: 'reminder', followUpId, since, to }),
      ],
      audited(by, { ...onFollowUp(followUp), after: { level, to } }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
