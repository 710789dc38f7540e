/** Ratings whose text waits to be checked. */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { TextCheck } from '@one-window/shared/ratings/rating'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, database, transact } from '../platform/dynamo'
import { keyOf, objectOf, ratingKeyOf, sealedText, table, type RatingKey } from './rating-store'

/** The key of the texts that wait to be checked. */
const UNCHECKED = 'text'
const WAITS = 'attribute_exists(hiddenText) AND attribute_not_exists(textCheck)'

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
  return (Items as { caseId: string; contact: number }[]).map(ratingKeyOf)
}

/** Keeps what WeChat said at last; false when that was known already. */
export async function saveVerdict(
  key: RatingKey,
  text: string,
  textCheck: Exclude<TextCheck, 'pending'>,
  hallId: string,
  by: By,
): Promise<boolean> {
  const passed = textCheck === 'passed'
  const write = {
    TableName: table.name,
    Key: keyOf(key),
    UpdateExpression: passed
      ? 'SET #text = :text REMOVE unchecked, checkAt, hiddenText'
      : 'SET textCheck = :risky REMOVE unchecked, checkAt',
    ConditionExpression: WAITS,
    ...(passed && { ExpressionAttributeNames: { '#text': 'text' } }),
    ExpressionAttributeValues: passed
      ? { ':text': sealedText(key, text, 'passed').text }
      : { ':risky': textCheck },
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

/** Sets when a text that waits is checked next; only when it is tried is changed, so it carries no row. */
export async function checkLater(key: RatingKey, checkAt: string): Promise<void> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keyOf(key),
        UpdateExpression: 'SET unchecked = :text, checkAt = :at',
        ConditionExpression: WAITS,
        ExpressionAttributeValues: { ':text': UNCHECKED, ':at': checkAt },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
