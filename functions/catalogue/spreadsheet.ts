/** Reads XLSX. */
import type { Cell } from '@one-window/shared/catalogue/item-cells'
import { log } from '../platform/log'
import { Problem } from '../platform/problem'

const MOST_BYTES = 2 * 1024 * 1024
/** A table of 5,000 rows unpacks to some 10 MB. */
const MOST_UNPACKED = 40 * 1024 * 1024
const CENTRAL_ENTRY = 0x02014b50
const ENTRY_LENGTH = 46

/** How large the parts of an archive say they are: a bomb is told before it is unpacked. */
function unpackedSize(file: Buffer): number {
  let sum = 0
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0 && at + ENTRY_LENGTH <= file.length;) {
    if (file.readUInt32LE(at) === CENTRAL_ENTRY) sum += file.readUInt32LE(at + 24)
    at = file.indexOf('PK\u0001\u0002', at + 4)
  }
  return sum
}

/** The cells of the first sheet, row by row from row 1. Throws `table-unreadable`. */
export async function readSheet(file: Uint8Array): Promise<Cell[][]> {
  const bytes = Buffer.from(file)
  const unpacked = unpackedSize(bytes)
  if (bytes.length > MOST_BYTES || unpacked === 0 || unpacked > MOST_UNPACKED)
    throw new Problem('table-unreadable')
  const { readSheet: read } = await import('../platform/xlsx.lazy')
  try {
    return (await read(new Blob([bytes]))) as Cell[][]
  } catch (error) {
    log.info('a table could not be read', { reason: String(error) })
    throw new Problem('table-unreadable')
  }
}
