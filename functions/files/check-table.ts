/** Lists to read in: a workbook without macros, or plain text. Who reads them checks what they say. */
import { unzipSync, type UnzipFileInfo } from 'fflate'
import type { Checked } from './check-bytes'

const MOST_ENTRIES = 1000
const MOST_UNPACKED = 100 * 1024 * 1024
const TYPES = '[Content_Types].xml'
const WORKBOOK = 'spreadsheetml.sheet.main+xml'

const isAstray = (name: string): boolean => /^\/|\\|(^|\/)\.\.(\/|$)/.test(name)
const isProgram = (name: string): boolean => /vbaProject|activeX|embeddings\/|\.(exe|dll|js|vbs)$/i.test(name)

export function checkXlsx(bytes: Buffer): Checked {
  const entries: UnzipFileInfo[] = []
  let types: string
  try {
    const read = unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry)
        return entry.name === TYPES && entry.originalSize < MOST_UNPACKED / 100
      },
    })
    types = new TextDecoder().decode(read[TYPES])
  } catch {
    return { refusal: 'unreadable' }
  }
  if (!types.includes(WORKBOOK) || !entries.some(({ name }) => name === 'xl/workbook.xml'))
    return { refusal: 'other-type' }
  if (entries.some(({ name }) => isProgram(name))) return { refusal: 'active-content' }
  const unpacked = entries.reduce((sum, { originalSize }) => sum + originalSize, 0)
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED || entries.some(({ name }) => isAstray(name)))
    return { refusal: 'hidden-content' }
  return { bytes, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
}

/** Text in UTF-8 or, as Chinese spreadsheets write it, GB 18030. */
export function checkCsv(bytes: Buffer): Checked {
  if (bytes.includes(0)) return { refusal: 'other-type' }
  const text = textOf(bytes)
  if (text === undefined) return { refusal: 'unreadable' }
  if (/^\s*</.test(text)) return { refusal: 'other-type' }
  return { bytes, type: 'text/csv' }
}

function textOf(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return undefined
}
