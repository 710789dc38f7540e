/**
 * What checking the audit takes: 100,000 rows of a hall in an embedded database, sealed by the sealer in batches of
 * the stream's size, verified as `npm run audit:verify` does. Processor time is this process's own.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { testEnvironment } from '../support/environment'

const ROWS = 100_000
const DAYS = 20
const BATCH = 100
const MOST_CPU_MS = 5000

const cpuOf = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [result, Math.round((user + system) / 1000)]
}

export async function run(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'one-window-bench-'))
  const { startDatabase } = await import('../../functions/local/database')
  const database = await startDatabase(join(folder, 'bench.db'))
  testEnvironment(database.endpoint)
  const { client, database: documents } = await import('../../functions/platform/dynamo')
  const { audited, auditTable, bySystem } = await import('../../functions/platform/audit')
  const { sealRows } = await import('../../functions/audit/seal-rows.stream')
  const { verifyChain } = await import('../../functions/audit/verify')
  const { createMissingTables } = await import('../../functions/local/tables')
  try {
    await createMissingTables({ streams: false })
    const began = Date.parse('2026-11-02T08:00:00+08:00')
    const rows = Array.from({ length: ROWS }, (_, n) => {
      const day = Math.floor((n * DAYS) / ROWS)
      const now = new Date(began + day * 86_400_000 + (n % (ROWS / DAYS)) * 5000)
      const deed = { hallId: 'yonghe', object: `case:${n}`, before: { n }, after: { n, at: now } }
      return audited(bySystem('bench', now), deed).row.Put?.Item as Record<string, string>
    })
    for (let at = 0; at < rows.length; at += 25)
      await documents.send(
        new BatchWriteCommand({
          RequestItems: {
            [auditTable.name]: rows.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })),
          },
        }),
      )
    const records = rows.map((row, n) => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: String(n),
        NewImage: Object.fromEntries(
          Object.entries(row).flatMap(([name, S]) => (S === undefined ? [] : [[name, { S }]])),
        ),
      },
    }))
    const [, sealing] = await cpuOf(async () => {
      for (let at = 0; at < records.length; at += BATCH)
        await sealRows(records.slice(at, at + BATCH), new Date('2026-11-23T08:00:00+08:00'))
    })
    print({ action: 'to seal', rows: ROWS, links: ROWS / BATCH, cpuMs: sealing })
    const [verified, cpuMs] = await cpuOf(() => verifyChain('yonghe', new Date('2026-11-24T08:00:00+08:00')))
    const { findings, ...seen } = verified
    const [, bareHashMs] = await cpuOf(async () => {
      for (const row of rows) createHash('sha256').update(JSON.stringify(row)).digest('hex')
    })
    print({
      action: 'to verify',
      ...seen,
      findings: findings.length,
      cpuMs,
      bareHashMs,
      limit: { cpuMs: MOST_CPU_MS },
      ok: cpuMs <= MOST_CPU_MS && findings.length === 0 && seen.rows === ROWS,
    })
  } finally {
    client.destroy()
    await database.stop()
    rmSync(folder, { recursive: true })
  }
}
