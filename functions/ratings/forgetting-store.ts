/** Ratings without the words of who gave them. */
import type { Write } from '../platform/dynamo'
import { table, type RatingKey } from './rating-store'

/** The write that takes a rating's words away, and the check of them; level and tags stay, they name nobody. */
export const forgetTextWrite = ({ caseId, contact }: RatingKey): Write => ({
  Update: {
    TableName: table.name,
    Key: { caseId, contact },
    UpdateExpression: 'REMOVE #text, hiddenText, textCheck, unchecked, checkAt, recheck',
    ConditionExpression: 'attribute_exists(caseId)',
    ExpressionAttributeNames: { '#text': 'text' },
  },
})
