import { View } from '@tarojs/components'

/** A small chart of the last months: bars for counts and rates alike, this month in colour; a gap where nothing is to be counted. */
export function Spark({ values, words }: { values: readonly (number | undefined)[]; words: string }) {
  const most = Math.max(...values.map((value) => value ?? 0), 1)
  return (
    <View className="spark" {...{ role: 'img', 'aria-role': 'img', 'aria-label': words }}>
      {values.map((value, at) => (
        <View
          // months have no other name here
          key={String(at)}
          className={at === values.length - 1 ? 'spark-bar is-now' : 'spark-bar'}
          style={{ height: value === undefined ? '0' : `${Math.max(8, Math.round((value / most) * 100))}%` }}
        />
      ))}
    </View>
  )
}
