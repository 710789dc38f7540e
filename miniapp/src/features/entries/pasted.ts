import type { EntryResult } from '@one-window/shared/entries/endpoints'
import { readPlatformNumber } from '@one-window/shared/entries/platform-number'

/** How many lines the service takes at once. */
const SLICE = 100

/** A line of the city platform's list: our number of a case, and theirs. */
export interface PastedLine {
  caseNumber: string
  platformNumber: string
}

/** Two columns as a spreadsheet copies them, or as they are typed; a head without a digit is left out. */
export function pastedLines(text: string): PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /\d/.test(line))
    .map((line) => {
      const [caseNumber = '', platformNumber = ''] = line.split(/\s*[\t,，]\s*|\s+/)
      return { caseNumber, platformNumber }
    })
}

const read = ({ caseNumber, platformNumber }: PastedLine): [string, string] => [
  caseNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase(),
  readPlatformNumber(platformNumber),
]

/** Which lines name a case, or a number, that another line names too: nobody guesses which of them is meant. */
export function repeated(lines: readonly PastedLine[]): boolean[] {
  const seen = new Map<string, number>()
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
  const keys = lines.map(read).map(([kase, platform]) => [`case ${kase}`, `platform ${platform}`])
  keys.flat().forEach(count)
  return keys.map((both) => both.some((key) => seen.get(key)! > 1))
}

/** The lines in slices the service takes. */
export const slicesOf = <Line>(lines: readonly Line[]): Line[][] =>
  Array.from({ length: Math.ceil(lines.length / SLICE) }, (_, at) =>
    lines.slice(at * SLICE, (at + 1) * SLICE),
  )

/** What becomes of a line, in words. */
export const resultWords: Readonly<
  Record<EntryResult, { words: string; kind: '' | 'done' | 'warn' | 'bad' }>
> = {
  enters: { words: '会填上', kind: 'done' },
  same: { words: '已经是这个号', kind: '' },
  'other-number': { words: '这件填着别的号，请到办件里改', kind: 'warn' },
  'number-taken': { words: '这个号在另一件上，请核对', kind: 'bad' },
  'no-such-case': { words: '没有这个办件编号', kind: 'bad' },
  'bad-number': { words: '平台编号不对，请照平台上的填', kind: 'bad' },
  twice: { words: '重复了，留一行', kind: 'warn' },
}
