import { Text, View } from '@tarojs/components'
import {
  indicatorsOf,
  isFew,
  shareWords,
  valueOf,
  valueWords,
  type Indicator,
} from '@one-window/shared/ratings/indicators'
import { type Figure, type MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { monthWords } from '@one-window/shared/foundation/time'
import { fewWords, sheetRows } from '@one-window/shared/ratings/sheet-rows'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { Spark } from './spark'

interface MonthTableProps {
  sheet: MonthSheet
  /** Opens the ratings behind a figure; absent for who reads sums only. */
  onOpen?: (figure: Figure) => void
}

/** The figures of a month: value, counts beside it, its parts, the month before, the months as a small chart, the aim. */
export function MonthTable({ sheet, onOpen }: MonthTableProps) {
  const { before } = sheet
  const history = before.map((month) => indicatorsOf(month))
  return (
    <View className="mo-table" {...{ role: 'table', 'aria-label': `${monthWords(sheet.month)}的指标` }}>
      <View className="mo-row is-head" {...{ 'aria-hidden': 'true' }}>
        <Text className="mo-name">指标</Text>
        <Text className="mo-value">本月</Text>
        <Text className="mo-parts">其中</Text>
        <Text className="mo-before">上月</Text>
        <Text className="mo-spark">近{before.length}个月</Text>
        <Text className="mo-aim">目标</Text>
      </View>
      {sheetRows(sheet, before[before.length - 2]).map((row, place) => {
        const { indicator } = row
        return (
          <View key={indicator.key} className="mo-row" {...{ role: 'row' }}>
            <View className="mo-name t-b" {...{ role: 'rowheader' }}>
              {row.name}
            </View>
            <View className="mo-value" {...{ role: 'cell' }}>
              <FigureWord words={row.value} indicator={indicator} onOpen={onOpen} strong />
              <Text className="t-2 c-2 num"> {shareWords(indicator)}</Text>
              {isFew(indicator) && <Tag>{fewWords}</Tag>}
            </View>
            <View className="mo-parts t-2" {...{ role: 'cell' }}>
              {indicator.parts.map((part) => (
                <View key={part.name} className="mo-part">
                  <Text className="c-2">{part.name} </Text>
                  <FigureWord words={String(part.count)} indicator={part} onOpen={onOpen} />
                </View>
              ))}
            </View>
            <View className="mo-before t-2 c-2 num" {...{ role: 'cell' }}>
              <Text className="mo-label">上月 </Text>
              {row.before}
            </View>
            <View className="mo-spark" {...{ role: 'cell' }}>
              <Spark
                values={history.map((month) => valueOf(month[place]!))}
                words={before
                  .map(({ month }, at) => `${monthWords(month)}${valueWords(history[at]![place]!)}`)
                  .join('，')}
              />
            </View>
            <View className="mo-aim t-2 c-2" {...{ role: 'cell' }}>
              {row.aim}
              {row.aim === '100%' && <Aim indicator={indicator} />}
            </View>
          </View>
        )
      })}
    </View>
  )
}

/** Whether what should be whole is whole; nothing while there is nothing to count. */
function Aim({ indicator }: { indicator: Indicator }) {
  const value = valueOf(indicator)
  if (value === undefined) return null
  const short = (indicator.of ?? 0) - indicator.count
  return short === 0 ? <Tag kind="done">达到</Tag> : <Tag kind="warn">{`差${short}件`}</Tag>
}

interface FigureWordProps {
  words: string
  indicator: Pick<Indicator, 'opens' | 'count' | 'name'>
  onOpen: ((figure: Figure) => void) | undefined
  strong?: boolean
}

/** A figure, underlined where it opens what it counts. */
function FigureWord({ words, indicator, onOpen, strong }: FigureWordProps) {
  const { opens, count, name } = indicator
  const className = strong ? 'num t-b t-4' : 'num t-b'
  if (!onOpen || !opens || count === 0) return <Text className={className}>{words}</Text>
  return (
    <Press
      className={`mo-figure ${className}`}
      label={`${name}${words}，点开看是哪几条`}
      onPress={() => onOpen(opens)}
    >
      {words}
    </Press>
  )
}
