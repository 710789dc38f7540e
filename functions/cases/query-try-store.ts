/** Tries at the query code of a number, whether there is such a case or not. Counters only, so without audit rows. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { querySettings } from '@one-window/shared/cases/query-settings'
import { derivedId } from '../platform/crypto'
import { database, defineTable } from '../platform/dynamo'

const table = defineTable('query-tries', { tryId: { type: String, hashKey: true } }, { expires: 'expiresAt' })

/** Whatever a stranger typed as a number stands in no key. */
const keyOf = (caseNumber: string) => ({ tryId: derivedId('case query', caseNumber) })

async function updated(update: Omit<UpdateCommandInput, 'TableName'>): Promise<boolean> {
  try {
    await database.send(new UpdateCommand({ TableName: table.name, ...update }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Takes one of the tries; false while there are none. They are whole again when nobody has tried for 15 minutes. */
export async function takeTry(caseNumber: string, now: Date): Promise<boolean> {
  const Key = keyOf(caseNumber)
  const until = now.getTime() + querySettings.restMs
  const times = { ':now': now.getTime(), ':until': until, ':expires': Math.ceil(until / 1000), ':one': 1 }
  const oneMore = (): Promise<boolean> =>
    updated({
      Key,
      UpdateExpression: 'SET restsUntil = :until, expiresAt = :expires ADD tries :one',
      ConditionExpression: 'restsUntil > :now AND tries < :most',
      ExpressionAttributeValues: { ...times, ':most': querySettings.tries },
    })
  const theFirst = (): Promise<boolean> =>
    updated({
      Key,
      UpdateExpression: 'SET restsUntil = :until, expiresAt = :expires, tries = :one',
      ConditionExpression: 'attribute_not_exists(tryId) OR restsUntil <= :now',
      ExpressionAttributeValues: times,
    })
  // asked last again by whom another was faster to be the first
  return (await oneMore()) || (await theFirst()) || (await oneMore())
}

/** Gives the try of a right code back. */
export const giveTryBack = (caseNumber: string): Promise<boolean> =>
  updated({
    Key: keyOf(caseNumber),
    UpdateExpression: 'ADD tries :less',
    ConditionExpression: 'tries > :none',
    ExpressionAttributeValues: { ':less': -1, ':none': 0 },
  })
