/** Checks the chains against the rows as they stand. */
import { findingsIn, type Finding, type KeptHead, type Link } from '@one-window/shared/audit/chain'
import { PEOPLE } from '@one-window/shared/audit/deed'
import { addDays, chinaDay } from '@one-window/shared/foundation/time'
import { halls } from '@one-window/shared/halls/halls'
import { hallDayOf } from '../platform/audit'
import { linksOf } from './chain-store'
import { sha256 } from './hash'
import { listHeads } from './head-store'
import { rowsOfDay, type KeptRow } from './row-store'

/** Rows younger than this may still wait for their link. */
const SEALED_WITHIN_MS = 5 * 60_000

export interface Verified {
  readonly hallId: string
  readonly links: number
  readonly rows: number
  readonly findings: readonly Finding[]
}

/** Reads one chain, and the rows of all its days until today, and says what was changed. */
export async function verifyChain(
  hallId: string,
  now: Date,
  { noted = [], since }: { noted?: readonly KeptHead[]; since?: string } = {},
): Promise<Verified> {
  const links: Link[] = []
  for await (const link of linksOf(hallId)) links.push(link)
  const heads = [...(await listHeads(hallId)), ...noted.filter((head) => head.hallId === hallId)]
  const named = links.flatMap((link) => link.rows.map(({ hallDay }) => hallDay)).sort()
  const today = chinaDay(now)
  const rows: KeptRow[] = []
  const first = named[0]?.split('#')[1] ?? since ?? today
  for (let day = since !== undefined && since < first ? since : first; day <= today; day = addDays(day, 1))
    for await (const row of rowsOfDay(hallDayOf(hallId, day))) rows.push(row)
  const sealedBy = new Date(now.getTime() - SEALED_WITHIN_MS).toISOString()
  const findings = findingsIn({ hallId, links, rows, heads, sealedBy }, sha256)
  return { hallId, links: links.length, rows: rows.length, findings }
}

/** Every chain there is. */
export const chainIds: readonly string[] = [...halls.map(({ hallId }) => hallId), PEOPLE]
