/** Second factors, changed only as they were read: of two tries at once, each counts. */
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact } from '../platform/dynamo'
import { accounts, sealedFactor, type Account, type SecondFactor } from './account-store'

/** Saves what a try made of a second factor; false when another try was faster. */
export async function saveFactor(
  { personId, secondFactor: seen, posts }: Account,
  factor: SecondFactor,
  by: By,
  right: boolean,
): Promise<boolean> {
  const write = {
    TableName: accounts.name,
    Key: { personId },
    UpdateExpression: 'SET secondFactor = :factor',
    ConditionExpression: `secondFactor.usedStep = :step AND secondFactor.failures = :failures AND ${
      seen?.lockedUntil === undefined
        ? 'attribute_not_exists(secondFactor.lockedUntil)'
        : 'secondFactor.lockedUntil = :locked'
    }`,
    ExpressionAttributeValues: {
      ':factor': sealedFactor(personId, factor),
      ':step': seen?.usedStep,
      ':failures': seen?.failures,
      ...(seen?.lockedUntil !== undefined && { ':locked': seen.lockedUntil }),
    },
  }
  const as = { ...by, caller: { ...by.caller, personId } }
  const deed = {
    hallId: posts?.[0]?.hallId,
    object: `second-factor:${personId}`,
    reason: right ? 'right' : factor.lockedUntil ? 'wrong, locked' : 'wrong',
  }
  try {
    await transact([{ Update: write }], audited(as, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
