/** Ratings without the words of who gave them. */
import type { Write } from '../platform/dynamo'
import { keyOf, table, type RatingKey } from './rating-store'

/** The write that takes a rating's words and giver away, and the check of them; level and tags stay, they name nobody. */
export const forgetTextWrite = (key: RatingKey): Write => ({
  Update: {
    TableName: table.name,
    Key: keyOf(key),
    UpdateExpression: 'REMOVE #text, hiddenText, textCheck, unchecked, checkAt, raterId',
    ConditionExpression: 'attribute_exists(caseId)',
    ExpressionAttributeNames: { '#text': 'text' },
  },
})
