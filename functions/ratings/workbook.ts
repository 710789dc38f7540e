import { monthWords, type Month } from '@one-window/shared/foundation/time'
import type { MonthRating } from '@one-window/shared/ratings/endpoints'
import type { MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { ratingHeads, ratingRow, sheetHeads, sheetRows } from '@one-window/shared/ratings/sheet-rows'

type Cell = { value: string; type: StringConstructor; fontWeight?: 'bold'; wrap?: boolean }
/** Every cell is typed as text, so that no program reads one as a formula, whatever a word begins with. */
const cell = (value: string, bold = false): Cell => ({
  value,
  type: String,
  ...(bold && { fontWeight: 'bold' as const }),
})

interface Told {
  readonly hallName: string
  readonly month: Month
  readonly sheet: MonthSheet
  readonly poor: readonly MonthRating[]
  /** Who took it, when and why. */
  readonly mark: string
}

/** The workbook of a month: its figures as the screen shows them, and its poor ratings. */
export async function workbookOf({ hallName, month, sheet, poor, mark }: Told): Promise<Buffer> {
  // read only when somebody exports: a cold start does without
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const head = (title: string): Cell[][] => [
    [cell(`${hallName} ${title} ${monthWords(month)}`, true)],
    [cell(sheet.frozen ? `已公布 快照${sheet.frozen.snapshotId}` : '本月未完，未公布')],
    [cell(mark)],
  ]
  const figures = sheetRows(sheet, sheet.before.at(-2)).map(({ name, value, share, parts, before, aim }) =>
    [name, value, share, parts, before, aim].map((text) => cell(text)),
  )
  const corrections = sheet.corrections.map(({ month: of, name, was, is }) => [
    cell(`更正：${monthWords(of)}${name}，原来${was}，现在${is}`),
  ])
  const written = await writeExcelFile([
    {
      sheet: '指标',
      data: [...head('好差评月度表'), sheetHeads.map((text) => cell(text, true)), ...figures, ...corrections],
      columns: [{ width: 18 }, { width: 10 }, { width: 14 }, { width: 44 }, { width: 10 }, { width: 14 }],
    },
    {
      sheet: '差评',
      data: [
        ...head('差评'),
        ratingHeads.map((text) => cell(text, true)),
        ...poor.map((rating) => ratingRow(rating).map((text) => cell(text))),
      ],
      columns: ratingHeads.map(() => ({ width: 16 })),
    },
  ])
  return written.toBuffer()
}
