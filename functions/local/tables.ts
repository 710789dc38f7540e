import { client, tables } from '../platform/dynamo'

/**
 * Creates the tables of the loaded stores that do not exist yet; returns the names of the created ones. Without
 * streams where nobody follows them: the embedded database looks through all records of a stream at every write.
 */
export async function createMissingTables({ streams = true } = {}): Promise<string[]> {
  const { TableNames: existing = [] } = await client.listTables({})
  const created: string[] = []
  for (const table of tables.values()) {
    if (existing.includes(table.name)) continue
    await client.createTable({
      ...(await table.definition()),
      ...(streams &&
        table.streamed && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
    })
    if (table.expires)
      await client.updateTimeToLive({
        TableName: table.name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: table.expires },
      })
    created.push(table.name)
  }
  return created
}
