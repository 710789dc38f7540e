import { greatest, linkedRow, linkText, type Link } from '@one-window/shared/audit/chain'
import { log } from '../platform/log'
import { lookBack, MOST_ROWS, saveLink } from './chain-store'
import { sha256 } from './hash'
import { rowOf, type Image, type KeptRow } from './row-store'

/** A record of the audit's stream, as Lambda and the local run deliver it. */
interface StreamRecord {
  eventName?: string | undefined
  dynamodb?:
    | {
        SequenceNumber?: string | undefined
        Keys?: Image | undefined
        NewImage?: Image | undefined
      }
    | undefined
}

const ATTEMPTS = 20
/** The words of the security event that a changed or deleted row raises; an alarm waits for them. */
export const rowTouched = 'a row of the audit was changed or deleted'

/**
 * Links rows of one hall after its last link, each once, however often and by however many it is asked: what stands in
 * no link up to the last one is written as the next, and only if no other became that meanwhile.
 */
async function seal(hallId: string, rows: readonly KeptRow[], now: Date): Promise<void> {
  let waiting = [...new Map(rows.map((row) => [row.rowId, row])).values()]
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const least = waiting.reduce((least, { rowId }) => (rowId < least ? rowId : least), waiting[0]!.rowId)
    const { head, linked } = await lookBack(hallId, least)
    waiting = waiting.filter(({ rowId }) => !linked.has(rowId))
    const next = waiting.slice(0, MOST_ROWS)
    if (next.length > 0 && (await saveLink(aLink(hallId, head, next, now)))) {
      waiting = waiting.slice(MOST_ROWS)
      attempt = 0
    }
    if (waiting.length === 0) return
  }
  throw new Error('others kept sealing the same chain')
}

function aLink(hallId: string, head: Link | undefined, rows: readonly KeptRow[], now: Date): Link {
  const link = {
    hallId,
    seq: (head?.seq ?? 0) + 1,
    prev: head?.hash ?? '',
    rows: rows.map((row) => linkedRow(row, sha256)),
    count: (head?.count ?? 0) + rows.length,
    upTo: greatest(head?.upTo ?? '', rows),
    sealedAt: now.toISOString(),
  }
  return { ...link, hash: sha256(linkText(link)) }
}

/** Links what a batch holds; answers the first record that could not be, from which it is delivered again. */
export async function sealRows(
  records: readonly StreamRecord[],
  now: Date,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const byHall = new Map<string, { rows: KeptRow[]; places: number[] }>()
  records.forEach(({ eventName, dynamodb }, place) => {
    // nothing of ours changes or deletes one
    if (eventName !== 'INSERT') log.error(rowTouched, { eventName, rowId: dynamodb?.Keys?.rowId?.S })
    if (eventName !== 'INSERT' || !dynamodb?.NewImage) return
    const row = rowOf(dynamodb.NewImage)
    const of = byHall.get(row.hallId) ?? { rows: [], places: [] }
    of.rows.push(row)
    of.places.push(place)
    byHall.set(row.hallId, of)
  })
  const failed: number[] = []
  for (const [hallId, { rows, places }] of byHall)
    try {
      await seal(hallId, rows, now)
    } catch (error) {
      log.error('rows of the audit were not sealed', { hallId, error: error as Error })
      failed.push(...places)
    }
  if (failed.length === 0) return { batchItemFailures: [] }
  const first = records[Math.min(...failed)]
  return { batchItemFailures: [{ itemIdentifier: first?.dynamodb?.SequenceNumber ?? '' }] }
}

export const handler = (event: { Records: readonly StreamRecord[] }): ReturnType<typeof sealRows> =>
  sealRows(event.Records, new Date())
