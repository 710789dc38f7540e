/** Ratings (好差评), one per case and contact. What a person wrote is sealed, and kept here only. */
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Rating, RatingLevel, TextCheck } from '@one-window/shared/ratings/rating'
import { audited, type By } from '../platform/audit'
import { derivedId, open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, readBatch, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'

export const table = defineTable('ratings', {
  caseId: { type: String, hashKey: true },
  contact: { type: Number, rangeKey: true },
  // only while WeChat has not said what it thinks of the text
  unchecked: {
    type: String,
    index: { name: 'byCheckAt', type: 'global', rangeKey: 'checkAt', project: false },
  },
  checkAt: String,
})

/** The key of the texts that wait to be checked. */
export const UNCHECKED = 'text'

/** A rating as it is kept, with the request that gave it. */
export type KeptRating = Rating & {
  request: RequestMark
  /** What WeChat said of the text; absent without one. */
  textCheck?: TextCheck
  /** Whose text of which hall is checked again, and when; only while it is not checked. */
  recheck?: { writerId: string; hallId: string }
  checkAt?: string
}
/** Which rating. */
export type RatingKey = Pick<Rating, 'caseId' | 'contact'>

/** A text that passed lies in `text`; any other in `hiddenText`, which is read for its writer and its check only. */
type TextField = 'text' | 'hiddenText'
const place = ({ caseId, contact }: RatingKey, field: TextField) => ({
  table: 'ratings',
  key: `${caseId}.${contact}`,
  field,
})
/** Packed, so that a rating with the longest text and every tag stays within one unit of writing. */
type Item = Omit<KeptRating, 'anonymous' | 'request' | 'tags'> & {
  anonymous?: true
  request: string
  tags: string
  hiddenText?: string
}
const packed = ({ anonymous, request, tags, ...kept }: KeptRating): Item => ({
  ...kept,
  ...(anonymous && { anonymous }),
  request: `${request.id}.${request.body}`,
  tags: tags.join(' '),
})
const opened = (item: Record<string, unknown>): KeptRating => {
  const { hiddenText, request, tags, ...kept } = item as unknown as Item
  const [id = '', body = ''] = request.split('.')
  const rating: KeptRating = {
    ...kept,
    anonymous: kept.anonymous === true,
    request: { id, body },
    tags: tags === '' ? [] : tags.split(' '),
  }
  if (rating.text) return { ...rating, text: open(rating.text, place(rating, 'text')), textCheck: 'passed' }
  return hiddenText ? { ...rating, text: open(hiddenText, place(rating, 'hiddenText')) } : rating
}
/** A text as it is kept, sealed, by what the check said of it. */
export const sealedText = (key: RatingKey, text: string, textCheck: TextCheck) =>
  textCheck === 'passed'
    ? { text: seal(text, place(key, 'text')) }
    : { hiddenText: seal(text, place(key, 'hiddenText')), textCheck }

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

/** A text for others than its writer: shown once it passed the check, else why not. */
export type ShownText = { text: string } | { textHidden: Exclude<TextCheck, 'passed'> }

/** The texts of ratings as others may read them, by case and contact as `textKey` writes them; at most 100 at once. */
export async function findTexts(keys: readonly RatingKey[]): Promise<ReadonlyMap<string, ShownText>> {
  if (keys.length === 0) return new Map()
  const items = await readBatch({
    [table.name]: { Keys: keys.map(({ caseId, contact }) => ({ caseId, contact })) },
  })
  return new Map((items[table.name] ?? []).map(opened).map((rating) => [textKey(rating), shownText(rating)]))
}
const shownText = ({ text = '', textCheck = 'pending' }: KeptRating): ShownText =>
  textCheck === 'passed' ? { text } : { textHidden: textCheck }

/** The key of a text in the answer of `findTexts`. */
export const textKey = ({ caseId, contact }: RatingKey): string => `${caseId}.${contact}`

/** A rating as the audit names it: it does not lead back to the case. */
export const objectOf = ({ caseId, contact }: RatingKey): string =>
  `rating:${derivedId('rating', caseId, String(contact))}`

/** Saves a rating once, with its follow-up when it is poor, all or nothing; false when the contact is rated already. */
export async function saveRating(
  rating: KeptRating,
  followUp: Write | undefined,
  by: By,
  hallId: string,
): Promise<boolean> {
  const { text, textCheck = 'pending', ...kept } = rating
  const put: Write = {
    Put: {
      TableName: table.name,
      Item: {
        ...packed(kept),
        ...(text && sealedText(rating, text, textCheck)),
        ...(text && textCheck === 'pending' && { unchecked: UNCHECKED }),
      },
      ConditionExpression: 'attribute_not_exists(caseId)',
    },
  }
  try {
    // the chain of a hall is read by its director: no row there says who rated
    const unnamed = {
      ...by,
      caller: { personId: derivedId('rater', by.caller.personId, rating.caseId), role: by.caller.role },
    }
    const object = objectOf(rating)
    await transact(followUp ? [put, followUp] : [put], audited(unnamed, { hallId, object, after: rating }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
