import { View } from '@tarojs/components'
import { chinaClock, chinaDay, dayWords, monthWords } from '@one-window/shared/foundation/time'
import type { MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { sheetHeads, sheetRows } from '@one-window/shared/ratings/sheet-rows'
import { Paper } from '../desk/paper'

interface MonthPaperProps {
  sheet: MonthSheet
  hallName: string
  printedAt: Date
}

/** The month on a sheet of A4, fit to be hung up: sums and no person. */
export function MonthPaper({ sheet, hallName, printedAt }: MonthPaperProps) {
  const { frozen, before, corrections, contacts, finished } = sheet
  const widths = ['', '', '', 'is-wide', '', '']
  return (
    <Paper>
      <View className="paper-number">{frozen ? `快照 ${frozen.snapshotId}` : '未公布，仅供内部核对'}</View>
      <View className="paper-title">政务服务好差评月度表</View>
      <View className="paper-sub">
        {hallName}，{monthWords(sheet.month)}
      </View>
      <View className="paper-table" {...{ role: 'table', 'aria-label': '好差评月度表' }}>
        <View className="paper-tr is-head" {...{ role: 'row' }}>
          {sheetHeads.map((head, at) => (
            <View key={head} className={`paper-td ${widths[at]}`}>
              {head}
            </View>
          ))}
        </View>
        {sheetRows(sheet, before[before.length - 2]).map((row) => (
          <View key={row.name} className="paper-tr" {...{ role: 'row' }}>
            {[row.name, row.value, row.share, row.parts, row.before, row.aim].map((text, at) => (
              <View key={sheetHeads[at]} className={`paper-td ${widths[at]}`}>
                {text}
              </View>
            ))}
          </View>
        ))}
      </View>
      {corrections.length > 0 && (
        <View className="paper-text is-small">
          更正：
          {corrections
            .map(({ month, name, was, is }) => `${monthWords(month)}${name}原来${was}，现在${is}`)
            .join('；')}
          。
        </View>
      )}
      <View className="paper-text is-small">
        服务次数{contacts}次，办结{finished}
        件。“—”是没有可算的。好评为非常满意、满意、基本满意；差评为不满意、非常不满意。
        不予采纳的经两人复核，不计入，单独列数。没有默认好评。
      </View>
      <View className="paper-grow" />
      <View className="paper-foot">
        {dayWords(chinaDay(printedAt))}
        {chinaClock(printedAt)}打印。表里没有评价人的任何信息。
      </View>
    </Paper>
  )
}
