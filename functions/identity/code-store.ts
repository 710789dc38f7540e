/** Login codes that were used, each with the request that used it, so that a repeated request is told from a replay. */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { derivedId } from '../platform/crypto'
import { database, defineTable } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const table = defineTable('used-codes', { codeId: { type: String, hashKey: true } }, { expires: 'expiresAt' })
const SECONDS_KEPT = 24 * 3600

/** What a code was used for. */
export interface UsedCode {
  readonly requestId: string
  /** Set once WeChat has said whose code it is. */
  readonly personId?: string
}

const codeIdOf = (code: string): string => derivedId('login code', code)

/** How a code was used; undefined while it was not. */
export const findUsedCode = async (code: string): Promise<UsedCode | undefined> =>
  (await readItem(table.name, { codeId: codeIdOf(code) })) as UsedCode | undefined

/** Notes that a code was used by a request and whose it is; false when another was faster. A ticket, so without a row. */
export async function saveUsedCode(code: string, used: UsedCode, now: Date): Promise<boolean> {
  try {
    await database.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...used, codeId: codeIdOf(code), expiresAt: Math.floor(now.getTime() / 1000) + SECONDS_KEPT },
        ConditionExpression: 'attribute_not_exists(codeId)',
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
