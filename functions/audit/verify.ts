/** Checks the chains against the rows as they stand. */
import {
  findingsIn,
  linkedRow,
  type Finding,
  type Link,
  type LinkedRow,
} from '@one-window/shared/audit/chain'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { hallDayOf } from '../platform/audit'
import { linksOf } from './chain-store'
import { sha256 } from './hash'
import { listHeads } from './head-store'
import { rowsOfDay } from './row-store'

/** Rows younger than this may still wait for their link; clocks differ by no more. */
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
  const hallDays = new Set(links.flatMap((link) => link.rows.map(({ hallDay }) => hallDay)))
  const tomorrow = addDays(chinaDay(now), 1)
  for (let day = FIRST_DAY; day <= tomorrow; day = addDays(day, 1)) hallDays.add(hallDayOf(hallId, day))
  const rows: LinkedRow[] = []
  for (const hallDay of hallDays)
    for await (const row of rowsOfDay(hallDay)) rows.push(linkedRow(row, sha256))
  const [waitingFrom, waitingUntil] = [-SEALED_WITHIN_MS, SEALED_WITHIN_MS].map((ms) =>
    new Date(now.getTime() + ms).toISOString(),
  ) as [string, string]
  const checked = { hallId, links, rows, heads, noted, waitingFrom, waitingUntil }
  const findings = findingsIn(checked, sha256)
  return { hallId, links: links.length, rows: rows.length, findings }
}
