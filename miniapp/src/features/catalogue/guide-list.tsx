import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { listGuides } from '@one-window/shared/catalogue/endpoints'
import type { GuideRow } from '@one-window/shared/catalogue/curated'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Chip, Chips } from '@/components/chip/chip'
import { SearchBox } from '@/components/search-box/search-box'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { TroubleNotice, WhenLoaded } from '../foundation/states'
import type { Loading } from '../foundation/use-load'
import { useMore } from '../foundation/use-more'
import { rowNote, rowState } from './curated-words'

export type Show = 'all' | 'open' | 'awaiting' | 'stopped'
const shows: readonly (readonly [Show, string])[] = [
  ['all', '全部'],
  ['open', '在改的'],
  ['awaiting', '待批准'],
  ['stopped', '停用的'],
]
const empty: Readonly<Record<Show, readonly [string, string]>> = {
  all: ['没有找到', '换个说法再找，或者新增一件。'],
  open: ['没有在改的指南', '选一件事，点“改这份指南”。'],
  awaiting: ['没有等批准的指南', '主任送来批准的，会在这里。'],
  stopped: ['没有停用的', '暂停和取消的事，会在这里。'],
}

interface GuideListProps {
  hallId: string
  loaded: Loading<OutputOf<typeof listGuides>>
  query: string
  show: Show
  chosen: string | undefined
  onQuery: (query: string) => void
  onShow: (show: Show) => void
  onPick: (serviceId: string) => void
  /** What may be done with everything that is listed. */
  bulk?: (rows: readonly GuideRow[]) => ReactNode
}

/** The services of the hall, to find one by its words or by how far it is. */
export function GuideList(props: GuideListProps) {
  const { loaded, query, show, onQuery, onShow } = props
  const awaiting = loaded.state === 'ready' ? loaded.value.awaiting : 0
  return (
    <>
      <SearchBox value={query} hint="找一件事" onChange={onQuery} />
      <Chips label="看哪些">
        {shows.map(([value, words]) => (
          <Chip key={value} on={value === show} onPress={() => onShow(value)}>
            {value === 'awaiting' && awaiting > 0 ? `${words} ${awaiting}` : words}
          </Chip>
        ))}
      </Chips>
      <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
        {(first) => <Rows key={`${query} ${show}`} {...props} first={first} />}
      </WhenLoaded>
    </>
  )
}

function Rows({
  hallId,
  query,
  show,
  chosen,
  onPick,
  bulk,
  first,
}: GuideListProps & { first: OutputOf<typeof listGuides> }) {
  const more = useMore<GuideRow>(first.cursor, async (cursor, ask) => {
    const page = await ask(listGuides, { hallId, query, show, cursor })
    return { rows: page.guides, ...(page.cursor && { cursor: page.cursor }) }
  })
  const rows = [...first.guides, ...more.rows]
  if (rows.length === 0) return <Blank icon="guide" say={empty[show][0]} more={empty[show][1]} />
  return (
    <>
      {bulk?.(rows)}
      <Card list>
        {rows.map((row) => (
          <Row key={row.serviceId} row={row} on={row.serviceId === chosen} onPick={onPick} />
        ))}
        <View className="curate-more">
          <Text className="t-2 c-2">
            {rows.length < first.total ? `列出${rows.length}件，共${first.total}件` : `共${first.total}件`}
          </Text>
          <TroubleNotice trouble={more.trouble} what="没翻出来" />
          {more.cursor && (
            <Button kind="line" small busy={more.busy} busyWords="正在找…" onPress={more.load}>
              再看50件
            </Button>
          )}
        </View>
      </Card>
    </>
  )
}

function Row({ row, on, onPick }: { row: GuideRow; on: boolean; onPick: (serviceId: string) => void }) {
  const { words, kind } = rowState(row)
  return (
    <View className={on ? 'curate-row is-on' : 'curate-row'}>
      <Cell
        line
        title={row.plainName}
        note={rowNote(row)}
        end={<Tag kind={kind}>{words}</Tag>}
        onPress={() => onPick(row.serviceId)}
      />
    </View>
  )
}
