import { View } from '@tarojs/components'
import type { Paper, PaperPart, PaperTable } from '@one-window/shared/papers/paper'
import { paperDay } from '@one-window/shared/papers/paper-words'
import { Qr } from '@/components/qr/qr'
import './paper.scss'

/** Paper of the printer: a sheet of A4, or a roll of 80 mm. */
export type PaperWidth = 'a4' | 'roll'

/** A paper as it comes out of the printer: white in the dark too, small on a phone, whole on a printer. */
export function PaperView({ paper, width = 'a4' }: { paper: Paper; width?: PaperWidth }) {
  const { title, number, hallName, under, addressee, sentences, box, parts, ask, signs, seal, foot } = paper
  return (
    <View className="bench">
      <View className={`paper is-${width}`} {...{ role: 'document', 'aria-label': title }}>
        <View className="paper-top">
          <View>{hallName}</View>
          {number !== '' && <View className="num">编号 {number}</View>}
        </View>
        <View className="paper-title">{title}</View>
        {under && <View className="paper-sub">{under}</View>}
        {addressee && <View className="paper-text t-b">{addressee}：</View>}
        {sentences.map((sentence) => (
          <View key={sentence} className="paper-text is-in">
            {sentence}
          </View>
        ))}
        {box && (
          <View className="paper-box">
            <View>
              <View>{box.say}</View>
              <View className="paper-big">{box.big}</View>
              {box.more && <View>{box.more}</View>}
            </View>
            {box.side && (
              <View className="paper-box-side">
                {box.side.map((line) => (
                  <View key={line}>{line}</View>
                ))}
              </View>
            )}
          </View>
        )}
        {parts.map((part, at) => (
          <Part key={at} part={part} />
        ))}
        {ask && (
          <View className="paper-ask">
            <Qr text={ask.code} label={`办件编号${ask.code}的二维码`} />
            <View className="paper-ask-words">
              {ask.lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
            </View>
          </View>
        )}
        <View className="paper-grow" />
        <View className={seal ? 'paper-sign' : 'paper-sign is-wide'}>
          <View className="paper-lines">
            {signs.map((line, at) => (
              <View key={at} className="paper-line">
                {line}
              </View>
            ))}
          </View>
          {seal && (
            <View className="paper-seal">
              <View>{seal.by}</View>
              <View>{paperDay(seal.on)}</View>
              <View>盖章处</View>
            </View>
          )}
        </View>
        <View className="paper-foot">
          {foot.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      </View>
    </View>
  )
}

function Part({ part }: { part: PaperPart }) {
  if ('table' in part) return <Table table={part.table} />
  if ('clauses' in part)
    return (
      <View className="paper-clauses">
        <View className="t-b">{part.title}</View>
        {part.clauses.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    )
  return (
    <View className="paper-rows">
      {part.rows.map(({ name, value }) => (
        <View key={name} className="paper-row">
          <View className="paper-name">{name}</View>
          <View className="paper-value">
            {[value].flat().map((line, at) => (
              <View key={at}>{line}</View>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

interface RowProps {
  columns: PaperTable['columns']
  cells: readonly string[]
  isHead?: boolean
}

function Row({ columns, cells, isHead }: RowProps) {
  return (
    <View className={isHead ? 'paper-tr is-head' : 'paper-tr'} {...{ role: 'row' }}>
      {columns.map(({ name, share, isFigure }, at) => (
        <View
          key={name}
          className={isFigure ? 'paper-td is-figure' : 'paper-td'}
          style={{ flexGrow: share }}
          {...{ role: 'cell' }}
        >
          {cells[at]}
        </View>
      ))}
    </View>
  )
}

function Table({ table: { columns, rows, total } }: { table: PaperTable }) {
  return (
    <View className="paper-table" {...{ role: 'table' }}>
      <Row columns={columns} cells={columns.map(({ name }) => name)} isHead />
      {rows.map((row, at) =>
        typeof row === 'string' ? (
          <Row key={at} columns={[{ name: row, share: 1 }]} cells={[row]} isHead />
        ) : (
          <Row key={at} columns={columns} cells={row} />
        ),
      )}
      {total && <Row columns={columns} cells={total} isHead />}
    </View>
  )
}
