/**
 * The stream records in the data file of the embedded database. It looks for the last one at every write, through all
 * of them and without an index, and forgets none: each write would cost more than the one before.
 */
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readCheckpoints } from './follow-stream'

const INDEX = 'one_window_last_record'
const KEPT_SECONDS = 86_400

/** True when the database ended in order and nobody has the file open: what it wrote last is in the file itself. */
export const isAtRest = (file: string): boolean => existsSync(file) && !existsSync(`${file}-wal`)

/** How far each table's stream was read by whoever is furthest behind. */
function readUpTo(folder: string): Map<string, number> {
  const read = new Map<string, number>()
  for (const [mark, sequenceNumber] of Object.entries(readCheckpoints(join(folder, 'streams.json')))) {
    const table = /:table\/([^/]+)\//.exec(mark)?.[1]
    if (table) read.set(table, Math.min(read.get(table) ?? Infinity, Number(sequenceNumber)))
  }
  return read
}

/**
 * Gives a file at rest its index, and forgets, as the cloud does, records older than a day: only those that were read,
 * and never a table's last, from which the next one gets its number. Throws what SQLite says of a damaged file.
 */
export function tendStreamRecords(file: string, now: Date): void {
  const from = createRequire(join(process.cwd(), 'package.json'))
  const { Database } = from('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')
  // left behind by a run that was killed here
  rmSync(`${file}.lock`, { recursive: true, force: true })
  const database = new Database(file)
  try {
    // without shared memory SQLite opens a file with a write-ahead log only for one process alone
    database.exec('PRAGMA locking_mode=EXCLUSIVE')
    const known = database.all(
      `SELECT name FROM sqlite_master WHERE name IN ('_stream_records', '${INDEX}')`,
    ) as { name: string }[]
    if (!known.some(({ name }) => name === '_stream_records')) return
    if (known.length === 1)
      database.exec(`CREATE INDEX ${INDEX} ON _stream_records(table_name, CAST(sequence_number AS INTEGER))`)
    const before = Math.floor(now.getTime() / 1000) - KEPT_SECONDS
    for (const [table, read] of readUpTo(dirname(file)))
      database.run(
        `DELETE FROM _stream_records WHERE table_name = ?1 AND created_at < ?2
           AND CAST(sequence_number AS INTEGER) <= ?3 AND CAST(sequence_number AS INTEGER) <
             (SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?1)`,
        [table, before, read],
      )
  } finally {
    database.close()
  }
}
