/** Ratings (好差评), one per case and contact. What a person wrote is sealed, and kept here only. */
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Rating, RatingLevel } from '@one-window/shared/ratings/rating'
import { audited, type By } from '../platform/audit'
import { derivedId, open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, readBatch, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'

const table = defineTable('ratings', {
  caseId: { type: String, hashKey: true },
  contact: { type: Number, rangeKey: true },
})

/** A rating as it is kept, with the request that gave it. */
export type KeptRating = Rating & { request: RequestMark }
/** Which rating. */
export type RatingKey = Pick<Rating, 'caseId' | 'contact'>

const place = ({ caseId, contact }: RatingKey) => ({
  table: 'ratings',
  key: `${caseId}.${contact}`,
  field: 'text',
})
const opened = (item: Record<string, unknown>): KeptRating => {
  const rating = item as KeptRating
  return rating.text ? { ...rating, text: open(rating.text, place(rating)) } : rating
}

/** The rating of a contact; undefined while there is none. */
export async function findRating({ caseId, contact }: RatingKey): Promise<KeptRating | undefined> {
  const { Item } = await database.send(
    new GetCommand({ TableName: table.name, Key: { caseId, contact }, ConsistentRead: true }),
  )
  return Item && opened(Item)
}

/** The ratings of a case, by contact. */
export async function listRatingsOf(caseId: string): Promise<KeptRating[]> {
  const { Items = [] } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'caseId = :case',
      ExpressionAttributeValues: { ':case': caseId },
      ConsistentRead: true,
    }),
  )
  return Items.map(opened)
}

/** What each contact of a case was rated, for its owner. */
export const findLevels = async (caseId: string): Promise<ReadonlyMap<number, RatingLevel>> =>
  new Map((await listRatingsOf(caseId)).map(({ contact, level }) => [contact, level]))

/** The texts of ratings, by case and contact as `textKey` writes them; at most 100 at once. */
export async function findTexts(keys: readonly RatingKey[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const items = await readBatch({
    [table.name]: { Keys: keys.map(({ caseId, contact }) => ({ caseId, contact })) },
  })
  return new Map((items[table.name] ?? []).map(opened).map((rating) => [textKey(rating), rating.text ?? '']))
}
/** The key of a text in the answer of `findTexts`. */
export const textKey = ({ caseId, contact }: RatingKey): string => `${caseId}.${contact}`

/** Saves a rating once, with its follow-up when it is poor, all or nothing; false when the contact is rated already. */
export async function saveRating(
  rating: KeptRating,
  followUp: Write | undefined,
  by: By,
  hallId: string,
): Promise<boolean> {
  const put: Write = {
    Put: {
      TableName: table.name,
      Item: { ...rating, ...(rating.text && { text: seal(rating.text, place(rating)) }) },
      ConditionExpression: 'attribute_not_exists(caseId)',
    },
  }
  try {
    // the chain of a hall is read by its director: no row there says who rated
    const unnamed = {
      ...by,
      caller: { personId: derivedId('rater', by.caller.personId, rating.caseId), role: by.caller.role },
    }
    const object = `rating:${derivedId('rating', rating.caseId, String(rating.contact))}`
    await transact(followUp ? [put, followUp] : [put], audited(unnamed, { hallId, object, after: rating }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
