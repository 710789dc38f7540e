import { monthWords, type Month } from '@one-window/shared/foundation/time'
import type { MonthRating } from '@one-window/shared/ratings/endpoints'
import type { MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { ratingHeads, ratingRow, sheetHeads, sheetRows } from '@one-window/shared/ratings/sheet-rows'
import { workbook, type WorkbookCell } from '../platform/workbook'

interface Told {
  readonly hallName: string
  readonly month: Month
  readonly sheet: MonthSheet
  readonly poor: readonly MonthRating[]
  /** Who took it, when and why. */
  readonly mark: string
}

/** The workbook of a month: its figures as the screen shows them, and its poor ratings. */
export async function monthWorkbook({ hallName, month, sheet, poor, mark }: Told): Promise<Buffer> {
  const bold = (text: string): WorkbookCell => ({ bold: text })
  const head = (title: string): WorkbookCell[][] => [
    [bold(`${hallName} ${title} ${monthWords(month)}`)],
    [sheet.frozen ? `已公布 快照${sheet.frozen.snapshotId}` : '本月未完，未公布'],
    [mark],
  ]
  const figures = sheetRows(sheet, sheet.before.at(-2)).map(({ name, value, share, parts, before, aim }) => [
    name,
    value,
    share,
    parts,
    before,
    aim,
  ])
  const corrections = sheet.corrections.map(({ month: of, name, was, is }) => [
    `更正：${monthWords(of)}${name}，原来${was}，现在${is}`,
  ])
  return workbook([
    {
      name: '指标',
      rows: [...head('好差评月度表'), sheetHeads.map(bold), ...figures, ...corrections],
      widths: [18, 10, 14, 44, 10, 14],
    },
    {
      name: '差评',
      rows: [...head('差评'), ratingHeads.map(bold), ...poor.map(ratingRow)],
      widths: ratingHeads.map(() => 16),
    },
  ])
}
