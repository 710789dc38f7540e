import type { FileRefusal } from '@one-window/shared/files/file'
import { fileSettings } from '@one-window/shared/files/settings'
import { checkImage } from './check-image'
import { checkPdf } from './check-pdf'
import { checkCsv, checkXlsx } from './check-table'

/** What is kept of an upload, or why nothing is. */
export type Checked =
  | { refusal: FileRefusal }
  /** `small`: the picture for a list. */
  | { bytes: Buffer; small?: Buffer; type: string; pages?: number }

const startsWith = (bytes: Buffer, hex: string, at = 0): boolean =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
const brandOf = (bytes: Buffer): string =>
  startsWith(bytes, '66747970', 4) ? bytes.subarray(8, 12).toString('latin1') : ''

/** What the first bytes say it is; undefined for anything that is not taken. */
export function typeOf(bytes: Buffer): string | undefined {
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (startsWith(bytes, '52494646') && startsWith(bytes, '57454250', 8)) return 'image/webp'
  if (startsWith(bytes, '255044462d')) return 'application/pdf'
  if (startsWith(bytes, '504b0304'))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}

/** Looks an upload through: it must be what its ticket says, whole, and nothing else besides. */
export async function checkBytes(
  bytes: Buffer,
  { type, mark }: { type: string; mark?: string },
): Promise<Checked> {
  if (bytes.length > fileSettings.mostBytes) return { refusal: 'too-large' }
  if (/^(heic|heix|hevc|mif1|msf1|heim|heis)$/.test(brandOf(bytes))) return { refusal: 'heic' }
  if (type === 'text/csv') return checkCsv(bytes)
  if (typeOf(bytes) !== type) return { refusal: 'other-type' }
  if (type === 'application/pdf') return checkPdf(bytes)
  if (!type.startsWith('image/')) return checkXlsx(bytes)
  return checkImage(bytes, type, mark)
}
