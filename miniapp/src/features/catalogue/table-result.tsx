import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CellNote, CheckedTable } from '@one-window/shared/catalogue/curated'
import { Button } from '@/components/button/button'
import { SectionTitle } from '@/components/page/section-title'
import { Tag } from '@/components/tag/tag'
import { Differences } from './differences'

const FIRST = 50

/** The first fifty of a list, and the rest when they are wanted. */
function Few<Item>({ items, children }: { items: readonly Item[]; children: (item: Item) => ReactNode }) {
  const [all, setAll] = useState(false)
  return (
    <>
      {(all ? items : items.slice(0, FIRST)).map(children)}
      {!all && items.length > FIRST && (
        <View className="mt-3">
          <Button kind="line" small onPress={() => setAll(true)}>
            {`全部${items.length}条`}
          </Button>
        </View>
      )}
    </>
  )
}

function Notes({ notes }: { notes: readonly CellNote[] }) {
  return (
    <Few items={notes}>
      {({ row, column, message }) => (
        <View key={`${row} ${column} ${message}`} className="table-note" {...{ role: 'listitem' }}>
          <View className="table-place num">{`第${row}行 ${column}`}</View>
          <View className="table-said">{message}</View>
        </View>
      )}
    </Few>
  )
}

/** What the trial found: problems first, then what would change. */
export function TableResult({
  checked: { problems, warnings, counts, changes, missing },
}: {
  checked: CheckedTable
}) {
  return (
    <>
      <View className="table-sums" {...{ role: 'status' }}>
        <Tag kind={problems.length > 0 ? 'bad' : 'done'}>{`要改 ${problems.length}`}</Tag>
        <Tag>{`新的 ${counts.fresh}`}</Tag>
        <Tag>{`有改动 ${counts.changed}`}</Tag>
        <Tag>{`没变 ${counts.unchanged}`}</Tag>
        <Tag>{`表里没有 ${counts.missing}`}</Tag>
      </View>
      {problems.length > 0 && (
        <>
          <SectionTitle title="要改的" count={problems.length} />
          <Notes notes={problems} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <SectionTitle title="留意一下" count={warnings.length} />
          <Notes notes={warnings} />
        </>
      )}
      {changes.length > 0 && (
        <>
          <SectionTitle title="会改什么" count={changes.length} />
          <Few items={changes}>
            {({ row, name, isNew, differences }) => (
              <View key={row} className="table-note">
                <View className="table-place num">{`第${row}行`}</View>
                <View className="table-said">
                  <View className="t-b">{name}</View>
                  {isNew ? <View className="t-2 c-2">新的一件事</View> : <Differences lines={differences} />}
                </View>
              </View>
            )}
          </Few>
        </>
      )}
      {missing.length > 0 && (
        <>
          <SectionTitle title="表里没有的，照旧办" count={missing.length} />
          <View className="t-2 c-2">
            {missing
              .slice(0, FIRST)
              .map(({ name }) => name)
              .join('、')}
          </View>
        </>
      )}
    </>
  )
}
