import { Text, View } from '@tarojs/components'
import type { AuditRow } from '@one-window/shared/audit/deed'
import { roleWords } from '@one-window/shared/foundation/roles'
import { chinaClock } from '@one-window/shared/foundation/time'

/** Who, as a row says it: the post, and enough of the number to tell two persons apart. */
const whoWords = ({ by, role }: AuditRow): string =>
  role === 'system' ? '系统自动' : `${roleWords[role]} ${by.slice(-6)}`

/** The rows of a day, in the order they happened. */
export function AuditRows({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <View {...{ role: 'list' }}>
      {rows.map((row) => (
        <View key={row.rowId} className="audit-row" {...{ role: 'listitem' }}>
          <Text className="audit-when num">{chinaClock(new Date(row.at))}</Text>
          <View className="audit-what">
            <View className="t-b">{row.action}</View>
            <View className="t-2 c-2">{row.object}</View>
            {row.reason && <View className="t-2">原因：{row.reason}</View>}
          </View>
          <Text className="audit-who num">{whoWords(row)}</Text>
        </View>
      ))}
    </View>
  )
}
