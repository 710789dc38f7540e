/** Ratings whose text waits to be checked. */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { TextCheck } from '@one-window/shared/ratings/rating'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, transact } from '../platform/dynamo'
import { objectOf, sealedText, table, UNCHECKED, type RatingKey } from './rating-store'

/** The ratings whose text is to be checked by now, the longest waiting first; so many at once. */
export async function uncheckedDue(now: Date, most: number): Promise<RatingKey[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byCheckAt',
      KeyConditionExpression: 'unchecked = :text AND checkAt <= :now',
      ExpressionAttributeValues: { ':text': UNCHECKED, ':now': now.toISOString() },
      Limit: most,
    }),
  )
  return (Items as RatingKey[]).map(({ caseId, contact }) => ({ caseId, contact }))
}

/** Keeps what WeChat said at last, and forgets who wrote it; false when that was known already. */
export async function saveVerdict(
  { caseId, contact }: RatingKey,
  text: string,
  textCheck: Exclude<TextCheck, 'pending'>,
  hallId: string,
  by: By,
): Promise<boolean> {
  const key = { caseId, contact }
  const passed = textCheck === 'passed'
  const write = {
    TableName: table.name,
    Key: key,
    UpdateExpression: passed
      ? 'SET #text = :text REMOVE unchecked, checkAt, recheck, hiddenText, textCheck'
      : 'SET textCheck = :risky REMOVE unchecked, checkAt, recheck',
    ConditionExpression: 'textCheck = :pending',
    ...(passed && { ExpressionAttributeNames: { '#text': 'text' } }),
    ExpressionAttributeValues: {
      ':pending': 'pending' satisfies TextCheck,
      ...(passed ? { ':text': sealedText(key, text, 'passed').text } : { ':risky': textCheck }),
    },
  }
  const deed = { hallId, object: objectOf(key), after: { textCheck } }
  try {
    await transact([{ Update: write }], audited(by, deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** Puts the next check off; only when it is tried is changed, so it carries no row. */
export async function putOff({ caseId, contact }: RatingKey, checkAt: string): Promise<void> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { caseId, contact },
        UpdateExpression: 'SET checkAt = :at',
        ConditionExpression: 'textCheck = :pending',
        ExpressionAttributeValues: { ':at': checkAt, ':pending': 'pending' satisfies TextCheck },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
