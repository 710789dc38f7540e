import { ScanCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { database, tables } from '../platform/dynamo'

/** What the cloud does by itself and the embedded database does not: deletes items whose time is over. */
export async function forgetExpired(now: Date): Promise<number> {
  const seconds = Math.floor(now.getTime() / 1000)
  let forgotten = 0
  for (const { name, expires, definition } of tables.values()) {
    if (!expires) continue
    const keys = ((await definition()).KeySchema ?? []).map(({ AttributeName }) => AttributeName!)
    const over = {
      ExpressionAttributeNames: { '#expires': expires },
      ExpressionAttributeValues: { ':now': seconds },
    }
    const { Items = [] } = await database.send(
      new ScanCommand({ TableName: name, FilterExpression: '#expires < :now', ...over }),
    )
    for (const item of Items) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key] as string]))
      await database.send(
        new DeleteCommand({ TableName: name, Key, ConditionExpression: '#expires < :now', ...over }),
      )
      forgotten += 1
    }
  }
  return forgotten
}
