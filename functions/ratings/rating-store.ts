/** Ratings (好差评), one per case and contact, and one more after rectification. What a person wrote is sealed, and kept here only. */
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import {
  RatingChannel,
  type Rating,
  type RatingLevel,
  type TextCheck,
} from '@one-window/shared/ratings/rating'
import { audited, type By } from '../platform/audit'
import { derivedId, open, seal } from '../platform/crypto'
import { ConditionFailed, database, defineTable, readBatch, transact, type Write } from '../platform/dynamo'
import type { RequestMark } from '../platform/implement'

export const table = defineTable(
  'ratings',
  {
    caseId: { type: String, hashKey: true },
    contact: { type: Number, rangeKey: true },
    // only while WeChat has not said what it thinks of the text
    unchecked: {
      type: String,
      index: { name: 'byCheckAt', type: 'global', rangeKey: 'checkAt', project: false },
    },
    checkAt: String,
  },
  { streamed: true },
)

/** A rating as it is kept, with the heads of the request that gave it. */
export type KeptRating = Rating & {
  hallId: string
  request: RequestMark
  /** What WeChat said of the text; absent without one. */
  textCheck?: TextCheck
  /** What a good one counts for and who gave it; with a poor one the follow-up has it. */
  good?: RatedOf
}
/** What was rated, by whom. `raterId` is absent for who has no account, and for who has left. */
export interface RatedOf {
  readonly serviceId: string
  readonly serviceName: string
  readonly servedBy?: string
  readonly raterId?: string
  /** Seconds from the end of the contact. */
  readonly after: number
}
/** Which rating. */
export type RatingKey = Pick<Rating, 'caseId' | 'contact'> & { readonly again?: boolean | undefined }

/** The one more rating lies behind the first ones of its case. */
const AGAIN = 100
/** The key of a rating in its table. */
export const keyOf = ({ caseId, contact, again }: RatingKey) => ({
  caseId,
  contact: again ? AGAIN + contact : contact,
})
/** The rating of a key of the table. */
export const ratingKeyOf = ({ caseId, contact }: { caseId: string; contact: number }): RatingKey =>
  contact > AGAIN ? { caseId, contact: contact - AGAIN, again: true } : { caseId, contact }

/** A text that passed lies in `text`; any other in `hiddenText`, which is read for its writer and its check only. */
type TextField = 'text' | 'hiddenText'
const place = (key: RatingKey, field: TextField) => {
  const { caseId, contact } = keyOf(key)
  return { table: 'ratings', key: `${caseId}.${contact}`, field }
}

/** Packed, so that a rating with the longest text and every tag stays within one unit of writing. */
interface Item extends Partial<RatedOf> {
  caseId: string
  contact: number
  level: RatingLevel
  /** When, tags, channel and anonymous, hall, request. */
  facts: string
  text?: string
  hiddenText?: string
  /** Only of a text that did not pass. */
  textCheck?: 'risky'
}
const REQUEST_HEAD = 11
/** The heads of a request's marks: 66 bits tell a repeated request of this rating from another. */
export const requestHead = ({ id, body }: RequestMark): RequestMark => ({
  id: id.slice(0, REQUEST_HEAD),
  body: body.slice(0, REQUEST_HEAD),
})

const packed = (rating: KeptRating): Item => {
  const { level, tags, channel, anonymous, ratedAt, hallId, request, good } = rating
  const { id, body } = requestHead(request)
  return {
    ...keyOf(rating),
    level,
    facts: [
      Date.parse(ratedAt).toString(36),
      tags.join(''),
      `${RatingChannel.options.indexOf(channel)}${anonymous ? 'a' : ''}`,
      hallId,
      id + body,
    ].join('|'),
    ...good,
  }
}

/** A rating without what was written; nothing sealed is opened. */
const bareOf = (item: Item): KeptRating => {
  const [at = '', tags = '', flags = '', hallId = '', request = ''] = item.facts.split('|')
  const { level, hiddenText, serviceId, serviceName, servedBy, raterId, after } = item
  return {
    ...ratingKeyOf(item),
    level,
    tags: tags.match(/.{3}/g) ?? [],
    anonymous: flags.endsWith('a'),
    channel: RatingChannel.options[Number(flags.charAt(0))]!,
    ratedAt: new Date(parseInt(at, 36)).toISOString(),
    hallId,
    request: { id: request.slice(0, REQUEST_HEAD), body: request.slice(REQUEST_HEAD) },
    ...(item.text ? { textCheck: 'passed' as const } : {}),
    ...(hiddenText ? { textCheck: item.textCheck ?? ('pending' as const) } : {}),
    ...(serviceId !== undefined && {
      good: {
        serviceId,
        serviceName: serviceName ?? '',
        after: after ?? 0,
        ...(servedBy && { servedBy }),
        ...(raterId && { raterId }),
      },
    }),
  }
}
const opened = (raw: Record<string, unknown>): KeptRating => {
  const item = raw as unknown as Item
  const rating = bareOf(item)
  if (item.text) return { ...rating, text: open(item.text, place(rating, 'text')) }
  return item.hiddenText ? { ...rating, text: open(item.hiddenText, place(rating, 'hiddenText')) } : rating
}
/** A text as it is kept, sealed, by what the check said of it. */
export const sealedText = (key: RatingKey, text: string, textCheck: TextCheck) =>
  textCheck === 'passed'
    ? { text: seal(text, place(key, 'text')) }
    : {
        hiddenText: seal(text, place(key, 'hiddenText')),
        ...(textCheck === 'risky' && { textCheck }),
      }

const itemOf = async (key: RatingKey): Promise<Record<string, unknown> | undefined> =>
  (await database.send(new GetCommand({ TableName: table.name, Key: keyOf(key), ConsistentRead: true }))).Item

/** The rating of a contact; undefined while there is none. */
export async function findRating(key: RatingKey): Promise<KeptRating | undefined> {
  const item = await itemOf(key)
  return item && opened(item)
}

/** The rating of a key without its text, for whoever counts. */
export async function findBareRating(key: RatingKey): Promise<KeptRating | undefined> {
  const item = await itemOf(key)
  return item && bareOf(item as unknown as Item)
}

/** The ratings of a case, by contact, the one more after its first. */
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

/** What each contact was rated first. */
export const levelsOf = (ratings: readonly KeptRating[]): ReadonlyMap<number, RatingLevel> =>
  new Map(ratings.filter(({ again }) => !again).map(({ contact, level }) => [contact, level]))

/** What each contact of a case was rated, for its owner. */
export const findLevels = async (caseId: string): Promise<ReadonlyMap<number, RatingLevel>> =>
  levelsOf(await listRatingsOf(caseId))

/** A text for others than its writer: shown once it passed the check, else why not. */
export type ShownText = { text: string } | { textHidden: Exclude<TextCheck, 'passed'> }

/** The first ratings' texts as others may read them, by case and contact as `textKey` writes them; at most 100 at once. */
export async function findTexts(keys: readonly RatingKey[]): Promise<ReadonlyMap<string, ShownText>> {
  if (keys.length === 0) return new Map()
  const distinct = new Map(keys.map((key) => [textKey(key), { caseId: key.caseId, contact: key.contact }]))
  const items = await readBatch({ [table.name]: { Keys: [...distinct.values()] } })
  return new Map((items[table.name] ?? []).map(opened).map((rating) => [textKey(rating), shownText(rating)]))
}
const shownText = ({ text = '', textCheck = 'pending' }: KeptRating): ShownText =>
  textCheck === 'passed' ? { text } : { textHidden: textCheck }

/** The one more rating as others may read it. */
export async function findAgain(
  key: RatingKey,
): Promise<Pick<Rating, 'level' | 'ratedAt' | 'tags' | 'text'> | undefined> {
  const found = await findRating({ ...key, again: true })
  if (!found) return undefined
  const { level, ratedAt, tags, text, textCheck } = found
  return { level, ratedAt, tags, ...(textCheck === 'passed' && { text }) }
}

/** The key of a text in the answer of `findTexts`. */
export const textKey = ({ caseId, contact }: RatingKey): string => `${caseId}.${contact}`

/** A rating as the audit names it: it does not lead back to the case. */
export const objectOf = (key: RatingKey): string => {
  const { caseId, contact } = keyOf(key)
  return `rating:${derivedId('rating', caseId, String(contact))}`
}

/** Who rates, as the audit names them: the chain of a hall is read by its director, so no row there says who rated. */
export const unnamed = <Whose extends By>(by: Whose, caseId: string): Whose => ({
  ...by,
  caller: { ...by.caller, personId: derivedId('rater', by.caller.personId, caseId), sessionId: undefined },
})

/** The write of a rating, once. */
export function ratingWrite(rating: KeptRating): Write {
  const { text, textCheck = 'pending' } = rating
  return {
    Put: {
      TableName: table.name,
      Item: { ...packed(rating), ...(text && sealedText(rating, text, textCheck)) },
      ConditionExpression: 'attribute_not_exists(caseId)',
    },
  }
}

/** Saves a rating once, with its follow-up when it is poor, all or nothing; false when the contact is rated already. */
export async function saveRating(rating: KeptRating, beside: readonly Write[], by: By): Promise<boolean> {
  const deed = { hallId: rating.hallId, object: objectOf(rating), after: rating }
  try {
    await transact([ratingWrite(rating), ...beside], audited(unnamed(by, rating.caseId), deed))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
