import { chinaClock, chinaDay, dayWords, monthWords } from '../foundation/time'
import type { Paper } from '../papers/paper'
import type { MonthSheet } from './month-sheet'
import { sheetHeads, sheetRows } from './sheet-rows'

const shares = [2, 1.2, 1.6, 4, 1.2, 1.4]

/** The month on a sheet of A4, fit to be hung up: sums and no person. */
export function monthPaper(sheet: MonthSheet, hallName: string, printedAt: Date): Paper {
  const { month, frozen, before, corrections, contacts, finished } = sheet
  return {
    title: '政务服务好差评月度表',
    number: frozen?.snapshotId ?? '',
    hallName,
    under: frozen ? monthWords(month) : `${monthWords(month)}，还没公布，只供内部核对`,
    sentences: [],
    parts: [
      {
        table: {
          columns: sheetHeads.map((name, at) => ({ name, share: shares[at]! })),
          rows: sheetRows(sheet, before[before.length - 2]).map((row) => [
            row.name,
            row.value,
            row.share,
            row.parts,
            row.before,
            row.aim,
          ]),
        },
      },
      ...(corrections.length > 0
        ? [
            {
              title: '更正',
              clauses: corrections.map(
                ({ month: of, name, was, is }) => `${monthWords(of)}${name}：原来${was}，现在${is}`,
              ),
            },
          ]
        : []),
      {
        title: '看数前先看这里',
        clauses: [
          `服务次数${contacts}次，办结${finished}件。“—”是没有可算的，不是0，也不是100%。`,
          '好评为非常满意、满意、基本满意；差评为不满意、非常不满意。没有默认好评。',
          '不予采纳的经两人复核，不计入，单独列数；记录都留着。',
        ],
      },
    ],
    signs: [],
    foot: [`${dayWords(chinaDay(printedAt))}${chinaClock(printedAt)}打印。表里没有评价人的任何信息。`],
  }
}
