/** The desk's second screens: a number the clerk types, and what is to be rated on it now. Each ends by itself. */
import { randomBytes, randomInt } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { database, defineTable } from '../platform/dynamo'
import { derivedId } from '../platform/crypto'
import { readItem } from '../platform/read-item'

const table = defineTable(
  'rating-screens',
  { screenId: { type: String, hashKey: true } },
  { expires: 'expiresAt' },
)

/** As long as a working day. */
const SCREEN_MS = 12 * 3_600_000
const ATTEMPTS = 5

/** What is to be rated, until when; the rating uses it up, for there is one for a contact. */
export interface Asking {
  readonly caseId: string
  readonly contact: number
  readonly serviceName: string
  /** Who asked, so that nobody else's hand is in it. */
  readonly askedBy: string
  readonly until: string
}

/** A screen as it is kept; its secret never. */
export interface Screen {
  readonly screenId: string
  readonly secret: string
  /** The hall that first asked on it; no other may. */
  readonly hallId?: string
  readonly asking?: Asking
  readonly expiresAt: number
}

const epoch = (date: Date): number => Math.floor(date.getTime() / 1000)
const fingerprintOf = (secret: string): string => derivedId('rating-screen', secret)

/** A new screen with a number nobody has now. */
export async function openScreen(
  now: Date,
): Promise<{ screenId: string; secret: string; expiresAt: string }> {
  const until = new Date(now.getTime() + SCREEN_MS)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const screenId = String(randomInt(1_000_000)).padStart(6, '0')
    const secret = randomBytes(24).toString('base64url')
    try {
      await database.send(
        new PutCommand({
          TableName: table.name,
          Item: { screenId, secret: fingerprintOf(secret), expiresAt: epoch(until) },
          ConditionExpression: 'attribute_not_exists(screenId) OR expiresAt < :now',
          ExpressionAttributeValues: { ':now': epoch(now) },
        }),
      )
      return { screenId, secret, expiresAt: until.toISOString() }
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
  throw new Error('no number was free')
}

/** The screen of a number and its secret; undefined for every other. */
export async function findScreen(screenId: string, secret: string, now: Date): Promise<Screen | undefined> {
  const screen = (await readItem(table.name, { screenId })) as Screen | undefined
  return screen && screen.secret === fingerprintOf(secret) && screen.expiresAt > epoch(now)
    ? screen
    : undefined
}

/** What a screen is to ask now; undefined once that is over. */
export const askingOf = ({ asking }: Screen, now: Date): Asking | undefined =>
  asking && now.toISOString() < asking.until ? asking : undefined

/** Puts something to rate on a screen of a hall, in place of what was there; false when the screen is not the hall's. */
export async function ask(screenId: string, hallId: string, asking: Asking, now: Date): Promise<boolean> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { screenId },
        UpdateExpression: 'SET asking = :asking, hallId = :hall',
        ConditionExpression:
          'attribute_exists(screenId) AND expiresAt > :now AND (attribute_not_exists(hallId) OR hallId = :hall)',
        ExpressionAttributeValues: { ':asking': asking, ':hall': hallId, ':now': epoch(now) },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
