/** Checks the chains against the rows as they stand. */
import { findingsIn, type Finding, type Link } from '@one-window/shared/audit/chain'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { hallDayOf } from '../platform/audit'
import { linksOf } from './chain-store'
import { sha256 } from './hash'
import { listHeads } from './head-store'
import { rowsOfDay, type KeptRow } from './row-store'

/** Rows younger than this may still wait for their link. */
const SEALED_WITHIN_MS = 5 * 60_000
/** No row is older than the product. */
const FIRST_DAY = '2026-11-01'

export interface Verified {
  readonly hallId: string
  readonly links: number
  readonly rows: number
  readonly findings: readonly Finding[]
}

/**
 * Reads one chain, and the rows of all its days, and says what was changed. `noted` are heads on paper. The chain is
 * read before the rows, so that what is sealed meanwhile is not missed in it.
 */
export async function verifyChain(
  hallId: string,
  now: Date,
  { noted = [] }: { noted?: readonly string[] } = {},
): Promise<Verified> {
  const links: Link[] = []
  for await (const link of linksOf(hallId)) links.push(link)
  const heads = await listHeads(hallId)
  const days = links.flatMap((link) => link.rows.map(({ hallDay }) => hallDay.split('#')[1] ?? '')).sort()
  const [first = FIRST_DAY, last = FIRST_DAY] = [days[0], days.at(-1)]
  const until = [addDays(chinaDay(now), 1), last].sort().at(-1)!
  const rows: KeptRow[] = []
  for (let day = first < FIRST_DAY ? first : FIRST_DAY; day <= until; day = addDays(day, 1))
    for await (const row of rowsOfDay(hallDayOf(hallId, day))) rows.push(row)
  const sealedBy = new Date(now.getTime() - SEALED_WITHIN_MS).toISOString()
  const findings = findingsIn({ hallId, links, rows, heads, noted, sealedBy }, sha256)
  return { hallId, links: links.length, rows: rows.length, findings }
}
