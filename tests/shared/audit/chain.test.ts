/** A chain that was tampered with: every way is found, with its place. */
import { createHash } from 'node:crypto'
import {
  findingsIn,
  greatest,
  linkedRow,
  linkText,
  type Checked,
  type Link,
} from '@one-window/shared/audit/chain'
import type { AuditRow } from '@one-window/shared/audit/deed'
import { seeded } from '../../support/seeded'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
type Row = AuditRow & { hallDay: string }

const aRow = (n: number): Row => {
  const at = new Date(Date.parse('2026-11-24T01:00:00Z') + n * 1000).toISOString()
  return {
    hallDay: 'yonghe#2026-11-24',
    rowId: `${at}.${n}`,
    at,
    hallId: 'yonghe',
    by: `s_${n % 3}`,
    role: 'window-staff',
    action: '受理',
    object: `case:${n}`,
    requestId: `r${n}`,
  }
}

type Chain = Omit<Checked, 'rows'> & { links: Link[]; rows: Row[] }
/** 20 rows in 5 links, as the sealer would have written them. */
function aChain(): Chain {
  const rows = Array.from({ length: 20 }, (_, n) => aRow(n))
  const links: Link[] = []
  for (let seq = 1; seq <= 5; seq++) {
    const of = rows.slice((seq - 1) * 4, seq * 4)
    const link = {
      hallId: 'yonghe',
      seq,
      prev: links.at(-1)?.hash ?? '',
      rows: of.map((row) => linkedRow(row, sha256)),
      count: seq * 4,
      upTo: greatest(links.at(-1)?.upTo ?? '', of),
      sealedAt: '2026-11-24T01:10:00.000Z',
    }
    links.push({ ...link, hash: sha256(linkText(link)) })
  }
  const last = links.at(-1)!
  const heads = [{ hallId: 'yonghe', seq: last.seq, hash: last.hash }]
  const waiting = { waitingFrom: '2026-11-24T02:00:00.000Z', waitingUntil: '2026-11-24T02:10:00.000Z' }
  return { hallId: 'yonghe', links, rows, heads, noted: [last.hash], ...waiting }
}
const found = ({ rows, ...chain }: Chain) =>
  findingsIn({ ...chain, rows: rows.map((row) => linkedRow(row, sha256)) }, sha256).map(
    ({ kind, seq, rowId }) => [kind, seq, rowId],
  )

test('a chain nobody touched has no finding, in whatever order a row’s attributes come', () => {
  const chain = aChain()
  expect(found(chain)).toEqual([])
  const turned = chain.rows.map((row) => Object.fromEntries(Object.entries(row).reverse()) as unknown as Row)
  expect(found({ ...chain, rows: turned })).toEqual([])
})

test('S80 every attribute of every row: an edit is found where it is', () => {
  const { rows } = aChain()
  for (let n = 0; n < rows.length; n++)
    for (const name of Object.keys(rows[n]!) as (keyof Row)[]) {
      if (name === 'rowId') continue
      const chain = aChain()
      chain.rows[n] = { ...chain.rows[n]!, [name]: `${String(chain.rows[n]![name])}x` }
      expect(found(chain)).toEqual([['row-edited', Math.floor(n / 4) + 1, chain.rows[n]!.rowId]])
    }
})

test('S80 a deleted row, an added one, two that changed places', () => {
  const deleted = aChain()
  const [gone] = deleted.rows.splice(6, 1)
  expect(found(deleted)).toEqual([['row-deleted', 2, gone!.rowId]])

  const added = aChain()
  added.rows.push(aRow(99))
  expect(found(added)).toEqual([['row-inserted', undefined, aRow(99).rowId]])
  expect(found({ ...added, waitingFrom: aRow(99).at })).toEqual([])
  const early = { waitingFrom: aRow(50).at, waitingUntil: aRow(60).at }
  expect(found({ ...added, ...early })).toHaveLength(1)

  const swapped = aChain()
  const [one, other] = [swapped.rows[1]!, swapped.rows[9]!]
  swapped.rows[1] = { ...other, rowId: one.rowId }
  swapped.rows[9] = { ...one, rowId: other.rowId }
  expect(found(swapped)).toEqual([
    ['row-edited', 1, one.rowId],
    ['row-edited', 3, other.rowId],
  ])
})

test('S80 links: edited, rewritten whole, taken out, swapped, cut off', () => {
  const edited = aChain()
  edited.links[2] = { ...edited.links[2]!, sealedAt: '2026-11-25T00:00:00.000Z' }
  expect(found(edited)).toEqual([['link-edited', 3, undefined]])

  const rewritten = aChain()
  const rows = rewritten.links[2]!.rows.slice(0, 3)
  const forged = { ...rewritten.links[2]!, rows }
  rewritten.links[2] = { ...forged, hash: sha256(linkText(forged)) }
  expect(found(rewritten).map(([kind, seq]) => [kind, seq])).toEqual(
    expect.arrayContaining([
      ['link-edited', 3],
      ['link-edited', 4],
      ['row-inserted', undefined],
    ]),
  )

  const without = aChain()
  without.links.splice(2, 1)
  expect(found(without).map(([kind, seq]) => [kind, seq])).toContainEqual(['link-missing', 3])

  const swapped = aChain()
  ;[swapped.links[1], swapped.links[2]] = [
    { ...swapped.links[2]!, seq: 2 },
    { ...swapped.links[1]!, seq: 3 },
  ]
  expect(found(swapped).map(([kind, seq]) => [kind, seq])).toEqual(
    expect.arrayContaining([
      ['link-edited', 2],
      ['link-edited', 3],
    ]),
  )

  const cut = aChain()
  cut.links.pop()
  cut.rows.splice(16)
  const places = [
    ['tail-cut', 5, undefined],
    ['head-unknown', undefined, undefined],
  ]
  expect(found(cut)).toEqual(places)
  expect(found({ ...cut, noted: [] })).toEqual(places.slice(0, 1))
  expect(found({ ...cut, heads: [] })).toEqual(places.slice(1))
})

test('a tail that was cut and grown again is not the one whose head was kept', () => {
  const chain = aChain()
  const again = { ...chain.links[4]!, sealedAt: '2026-11-24T01:11:00.000Z' }
  chain.links[4] = { ...again, hash: sha256(linkText(again)) }
  expect(found({ ...chain, noted: [] })).toEqual([['link-edited', 5, undefined]])
  expect(found({ ...chain, heads: [] })).toEqual([['head-unknown', undefined, undefined]])
})

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'any one change at random is found, seed %i',
  (seed) => {
    const random = seeded(seed + 1)
    const pick = (most: number): number => Math.floor(random() * most)
    const chain = aChain()
    const [row, link] = [pick(20), pick(5)]
    const ways = [
      () => chain.rows.splice(row, 1),
      () => (chain.rows[row] = { ...chain.rows[row]!, action: '出件' }),
      () => chain.links.splice(link, 1),
      () => (chain.links[link] = { ...chain.links[link]!, count: 7 }),
      () => (chain.links[link] = { ...chain.links[link]!, prev: 'x' }),
      () => (chain.links[link] = { ...chain.links[link]!, upTo: 'x' }),
      () => chain.rows.push(aRow(50 + row)),
    ]
    ways[pick(ways.length)]!()
    expect(found(chain).length).toBeGreaterThan(0)
  },
)
