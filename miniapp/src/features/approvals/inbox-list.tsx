import { Text, View } from '@tarojs/components'
import type { InboxRow } from '@one-window/shared/cases/case'
import { chinaClock, chinaDay, shortDay, type Day } from '@one-window/shared/foundation/time'
import { DueTag } from '@/components/due-tag/due-tag'
import { Press } from '@/components/press/press'
import { Tag } from '@/components/tag/tag'
import { leftWords, type DueWords } from '../desk/due-words'
import { aboutWords, isWaiting, rowKey, type InboxGroup } from './inbox-groups'

interface InboxListProps {
  groups: readonly InboxGroup[]
  at: Date
  picked: string | undefined
  onPick: (key: string) => void
}

/** What waits to be decided: who stands at the window first, then what is due first. */
export function InboxList({ groups, at, picked, onPick }: InboxListProps) {
  return (
    <View className="inbox">
      <View className="work-row is-head" {...{ 'aria-hidden': 'true' }}>
        <Text className="inbox-due">先到期的在前</Text>
        <Text className="inbox-what">事项</Text>
        <Text className="inbox-who">申请人</Text>
        <Text className="inbox-since">到这里</Text>
      </View>
      {groups.map(({ name, words, rows }) => (
        <View key={name} {...{ role: 'group', 'aria-label': words }}>
          <View className="work-group">
            <Text className="t-b">{words}</Text> <Text className="num">{rows.length}件</Text>
            {name === 'waiting' && <Text className="c-2"> 即办件，批了当场出件</Text>}
          </View>
          {rows.map((row) => (
            <Row
              key={rowKey(row)}
              row={row}
              at={at}
              on={rowKey(row) === picked}
              onPick={() => onPick(rowKey(row))}
            />
          ))}
        </View>
      ))}
    </View>
  )
}

const MINUTE_MS = 60_000

/** 等了4分 for who stands at the window; else what is left. */
const dueOf = (row: InboxRow, at: Date): DueWords => {
  if (isWaiting(row)) {
    const minutes = Math.max(0, Math.floor((at.getTime() - Date.parse(row.since)) / MINUTE_MS))
    return { words: minutes < 60 ? `等了${minutes}分` : `等了${Math.floor(minutes / 60)}小时`, kind: 'due' }
  }
  return row.promisedDay
    ? leftWords(row.promisedDay, chinaDay(at))
    : { words: row.promisedDays === 0 ? '即办件' : '到期日待定', kind: '' }
}

const sinceOf = (since: string, today: Day): string => {
  const day = chinaDay(new Date(since))
  return day === today ? chinaClock(new Date(since)).replace(/^0/, '') : shortDay(day)
}

function Row({ row, at, on, onPick }: { row: InboxRow; at: Date; on: boolean; onPick: () => void }) {
  const due = dueOf(row, at)
  return (
    <Press className={on ? 'work-row is-on' : 'work-row'} onPress={onPick}>
      <View className="inbox-due">
        {due.kind === '' ? (
          <Text className="t-2 t-b">{due.words}</Text>
        ) : (
          <DueTag kind={due.kind} icon={isWaiting(row) ? 'me' : 'clock'}>
            {due.words}
          </DueTag>
        )}
        {row.promisedDay && !isWaiting(row) && <Text className="t-1 c-2">{shortDay(row.promisedDay)}</Text>}
      </View>
      <View className="inbox-what">
        <View className="t-b">{row.serviceName}</View>
        <View className="t-2 c-2">{aboutWords(row)}</View>
        {row.urged > 0 && <Tag kind="warn">催了{row.urged}次</Tag>}
      </View>
      <Text className="inbox-who t-2">{row.applicantName}</Text>
      <Text className="inbox-since t-2 c-2 num">{sinceOf(row.since, chinaDay(at))}</Text>
    </Press>
  )
}
