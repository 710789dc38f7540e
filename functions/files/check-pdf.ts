/** A PDF: whole, open, and doing nothing by itself. It is kept as it came, without a watermark. */
import { inflateSync } from 'node:zlib'
import type { Checked } from './check-bytes'
import { isSomethingElseToo } from './hidden-content'

const TAIL = 1024
/** What runs, starts, sends or carries something. */
const ACTIVE = /\/(?:JS|JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b/
const PAGE = /\/Type\s*\/Page\b(?!s)/g
/** Objects that lie packed in a stream, unpacked at most so large in all. */
const PACKED = /\/Type\s*\/ObjStm\b[^>]*>>\s*stream\r?\n/g
const MOST_UNPACKED = 50 * 1024 * 1024

/** `/J#61vaScript` is the same name: a letter may be written by its number. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

export function checkPdf(bytes: Buffer): Checked {
  const text = bytes.toString('latin1')
  if (!/%%EOF\s*$/.test(text.slice(-TAIL))) return { refusal: 'unreadable' }
  if (isSomethingElseToo(bytes, { isPdf: true })) return { refusal: 'hidden-content' }
  const names = plainNames(text)
  if (/\/Encrypt\b/.test(names)) return { refusal: 'locked' }
  const packed = unpacked(bytes, text)
  if (packed === undefined) return { refusal: 'unreadable' }
  const all = `${names}\n${plainNames(packed)}`
  if (ACTIVE.test(all)) return { refusal: 'active-content' }
  const pages = all.match(PAGE)?.length ?? 0
  if (pages === 0) return { refusal: 'unreadable' }
  return { bytes, type: 'application/pdf', pages }
}

/** The packed objects as text; undefined when one does not open, or they are too large. */
function unpacked(bytes: Buffer, text: string): string | undefined {
  const parts: string[] = []
  let left = MOST_UNPACKED
  try {
    for (const { index, 0: head } of text.matchAll(PACKED)) {
      const from = index + head.length
      const to = text.indexOf('endstream', from)
      const part = inflateSync(bytes.subarray(from, to < 0 ? undefined : to), { maxOutputLength: left })
      left -= part.length
      parts.push(part.toString('latin1'))
    }
  } catch {
    return undefined
  }
  return parts.join('\n')
}
