/**
 * The chain (链) of a hall's audit rows. Each link names its rows with their hashes, the link before it, and how many
 * rows stand in the chain by then: whoever changes, adds or takes away a row or a link cannot hide it.
 */
import * as z from 'zod/mini'
import { Instant } from '../foundation/time'
import type { AuditRow } from './deed'

/** A row as a link holds it. */
export const LinkedRow = z.object({ hallDay: z.string(), rowId: z.string(), hash: z.string() })
export type LinkedRow = z.infer<typeof LinkedRow>

export const Link = z.object({
  hallId: z.string(),
  /** 1, 2, 3, … without a gap. */
  seq: z.number(),
  /** The hash of the link before; empty in the first. */
  prev: z.string(),
  rows: z.array(LinkedRow),
  /** Rows in the chain with this link's. */
  count: z.number(),
  /** The greatest id of a row in the chain with this link's: a row beyond it is in none of them. */
  upTo: z.string(),
  sealedAt: Instant,
  hash: z.string(),
})
export type Link = z.infer<typeof Link>

/** The one text of a row, whatever the order its attributes come in. */
export const rowText = (row: AuditRow & { hallDay: string }): string => {
  const attributes: Readonly<Record<string, unknown>> = row
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((name) => [name, attributes[name]]),
  )
}

/** A row as it stands, by what a link says of it; `hashOf` is SHA-256, in hex. */
export const linkedRow = (
  row: AuditRow & { hallDay: string },
  hashOf: (text: string) => string,
): LinkedRow => ({ hallDay: row.hallDay, rowId: row.rowId, hash: hashOf(rowText(row)) })

/** The one text of a link, without its own hash. */
export const linkText = ({ hallId, seq, prev, rows, count, upTo, sealedAt }: Omit<Link, 'hash'>): string =>
  JSON.stringify([
    hallId,
    seq,
    prev,
    rows.map(({ hallDay, rowId, hash }) => [hallDay, rowId, hash]),
    count,
    upTo,
    sealedAt,
  ])

/** The greatest id of a row by now: ids begin with their instant. */
export const greatest = (upTo: string, rows: readonly { readonly rowId: string }[]): string =>
  rows.reduce((most, { rowId }) => (rowId > most ? rowId : most), upTo)

/** What is wrong with a chain, and where. */
export interface Finding {
  readonly kind:
    | 'row-edited'
    | 'row-deleted'
    | 'row-inserted'
    | 'row-linked-twice'
    | 'link-edited'
    | 'link-missing'
    | 'tail-cut'
    | 'head-unknown'
  readonly hallId: string
  /** The link it concerns; absent for a row in no link. */
  readonly seq?: number
  readonly rowId?: string
}

/** A head that was kept at the end of a day. */
export interface KeptHead {
  readonly hallId: string
  readonly seq: number
  readonly hash: string
}

/** What a chain is checked against. */
export interface Checked {
  readonly hallId: string
  /** In the order of `seq`. */
  readonly links: readonly Link[]
  /** The rows as they stand, each hashed as it was read. */
  readonly rows: readonly LinkedRow[]
  readonly heads: readonly KeptHead[]
  /** Hashes of heads on paper. */
  readonly noted: readonly string[]
  /** Between these instants rows may still wait for their link. */
  readonly waitingFrom: string
  readonly waitingUntil: string
}

/** Everything that is wrong with a hall's chain; empty when nothing was changed. `hashOf` is SHA-256, in hex. */
export function findingsIn(
  { hallId, links, rows, heads, noted, waitingFrom, waitingUntil }: Checked,
  hashOf: (text: string) => string,
): Finding[] {
  const findings: Finding[] = []
  const standing = new Map(rows.map((row) => [row.rowId, row]))
  const hashes = new Map(links.map(({ seq, hash }) => [seq, hash]))
  const linked = new Set<string>()
  let before: Pick<Link, 'seq' | 'hash' | 'count' | 'upTo'> = { seq: 0, hash: '', count: 0, upTo: '' }
  for (const link of links) {
    const { seq } = link
    for (let gone = before.seq + 1; gone < seq; gone++)
      findings.push({ kind: 'link-missing', hallId, seq: gone })
    const follows =
      link.prev === before.hash &&
      link.count === before.count + link.rows.length &&
      link.upTo === greatest(before.upTo, link.rows)
    const whole = hashOf(linkText(link)) === link.hash && link.hallId === hallId
    // after a missing link nothing tells what it should follow
    if (!whole || (seq === before.seq + 1 && !follows)) findings.push({ kind: 'link-edited', hallId, seq })
    for (const { rowId, hallDay, hash } of link.rows) {
      const row = standing.get(rowId)
      if (linked.has(rowId)) findings.push({ kind: 'row-linked-twice', hallId, seq, rowId })
      else if (!row) findings.push({ kind: 'row-deleted', hallId, seq, rowId })
      else if (row.hallDay !== hallDay || row.hash !== hash)
        findings.push({ kind: 'row-edited', hallId, seq, rowId })
      linked.add(rowId)
    }
    before = link
  }
  // a row's id begins with its instant
  const mayWait = (rowId: string): boolean => rowId >= waitingFrom && rowId <= waitingUntil
  for (const { rowId } of rows)
    if (!linked.has(rowId) && !mayWait(rowId)) findings.push({ kind: 'row-inserted', hallId, rowId })
  for (const { seq, hash } of heads) {
    const standsAs = hashes.get(seq)
    if (standsAs === undefined) findings.push({ kind: 'tail-cut', hallId, seq })
    else if (standsAs !== hash) findings.push({ kind: 'link-edited', hallId, seq })
  }
  const known = new Set(hashes.values())
  for (const hash of noted) if (!known.has(hash)) findings.push({ kind: 'head-unknown', hallId })
  return findings
}
