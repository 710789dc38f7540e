import { View } from '@tarojs/components'
import { Card } from '../card/card'
import './skeleton.scss'

/** A grey piece where words or a picture will be; sizes as CSS lengths. */
export function Skel({
  width = '100%',
  height = '16px',
  round,
}: {
  width?: string
  height?: string
  round?: boolean
}) {
  return <View className={round ? 'skel is-round' : 'skel'} style={{ width, height }} />
}

/** The head of a page that is being fetched: its one sentence and a line under it. */
export function SkelHead() {
  return (
    <View {...{ 'aria-busy': 'true', 'aria-label': '正在打开' }}>
      <Skel width="72%" height="24px" />
      <Skel width="56%" height="14px" />
    </View>
  )
}

const widths = ['62%', '40%', '54%', '48%', '66%']

/** Rows of a list that is being fetched. */
export function SkelRows({ rows = 4, notes }: { rows?: number; notes?: boolean }) {
  return (
    <Card list>
      {widths.slice(0, rows).map((width) => (
        <View key={width} className="cell">
          <View className="cell-main">
            <Skel width={width} />
            {notes && <Skel width="80%" height="13px" />}
          </View>
        </View>
      ))}
    </Card>
  )
}

/** A card that is being fetched. */
export function SkelCard({ lines = 3 }: { lines?: number }) {
  return (
    <Card>
      {widths.slice(0, lines).map((width) => (
        <Skel key={width} width={width} />
      ))}
    </Card>
  )
}
