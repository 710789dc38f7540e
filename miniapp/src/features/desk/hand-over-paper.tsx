import { View } from '@tarojs/components'
import type { viewAuditState } from '@one-window/shared/audit/endpoints'
import type { Case } from '@one-window/shared/cases/case'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import type { Day } from '@one-window/shared/foundation/time'
import { dayWordsOf, type DaySheet } from './day-cases'
import { Paper } from './paper'
import { paperDayWithWeekday, paperInstant } from './paper-words'

interface HandOverPaperProps {
  sheet: DaySheet
  hallName: string
  day: Day
  /** How far the record is sealed; absent where it did not come. */
  seal: OutputOf<typeof viewAuditState> | undefined
  printedAt: string
}

/** 当日移交清单: what was taken in and handed out, the head of the day's record, and who signs for it. */
export function HandOverPaper({ sheet, hallName, day, seal, printedAt }: HandOverPaperProps) {
  const { received, issued, moved } = sheet
  return (
    <Paper>
      <View className="paper-number">{hallName}</View>
      <View className="paper-title">当日办件移交清单</View>
      <View className="paper-sub">
        {paperDayWithWeekday(day)}，收件{received.length}件，出件{issued.length}件
      </View>
      <CaseTable title={`今天收的 ${received.length}件`} cases={received} day={day} />
      <CaseTable title={`今天交到群众手里的 ${issued.length}件`} cases={issued} day={day} />
      {moved.length > 0 && <CaseTable title={`今天往前办了的 ${moved.length}件`} cases={moved} day={day} />}
      <View className="paper-grow" />
      <View className="paper-box">
        <View className="paper-chain">
          <View>当天记录的链头，改过一条就对不上</View>
          <View className="paper-hash num">{seal?.head ?? '还没有封存的记录'}</View>
          {seal?.head && (
            <View className="paper-note">
              共{seal.length}条{seal.sealedAt && `，${paperInstant(seal.sealedAt)}封存`}
              {seal.lagSeconds > 0 && '，还有记录在等封存，补打时链头会变'}
            </View>
          )}
        </View>
      </View>
      <View className="paper-sign">
        <View className="paper-lines">
          <View className="paper-line">移交人</View>
          <View className="paper-line">政务中心主任</View>
        </View>
        <View className="paper-lines">
          <View className="paper-line">接收人</View>
          <View className="paper-line">时间</View>
        </View>
      </View>
      <View className="paper-foot">
        一式两份，移交、接收各存一份。{paperInstant(printedAt)}打印。姓名照规定隐去中间的字，按编号对。
      </View>
    </Paper>
  )
}

function CaseTable({ title, cases, day }: { title: string; cases: readonly Case[]; day: Day }) {
  return (
    <View className="paper-table" {...{ role: 'table', 'aria-label': title }}>
      <View className="paper-tr is-head" {...{ role: 'row' }}>
        <View className="paper-td is-wide">{title}</View>
        {cases.length > 0 && (
          <>
            <View className="paper-td is-number">编号</View>
            <View className="paper-td">申请人</View>
            <View className="paper-td is-source">今天</View>
          </>
        )}
      </View>
      {cases.map((told, at) => (
        <View key={told.caseId} className="paper-tr" {...{ role: 'row' }}>
          <View className="paper-td is-wide">
            {at + 1}. {told.officialName}
          </View>
          <View className="paper-td is-number num">{told.caseNumber}</View>
          <View className="paper-td">{told.applicantName}</View>
          <View className="paper-td is-source num">{dayWordsOf(told, day)}</View>
        </View>
      ))}
    </View>
  )
}
