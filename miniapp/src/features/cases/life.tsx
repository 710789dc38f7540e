import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { isOver } from '@one-window/shared/cases/lifecycle'
import { chinaClock, chinaDay, shortDay } from '@one-window/shared/foundation/time'
import { Icon } from '@/components/icon/icon'
import { eventLine } from './event-words'
import './life.scss'

const whenOf = (instant: string): string => {
  const at = new Date(instant)
  return `${shortDay(chinaDay(at))} ${chinaClock(at).replace(/^0/, '')}`
}

interface Row {
  state: 'done' | 'stopped' | 'paused' | 'now' | 'next'
  when: string
  what: string
  by?: string
  notes: readonly string[]
}

/** What was done, with what was said; then whose turn it is, and what follows. */
const rowsOf = (told: Case): Row[] => {
  const done = told.events.map((event): Row => {
    const { state, what, by, notes } = eventLine(event)
    return { state, when: whenOf(event.at), what, by, notes }
  })
  if (isOver(told.status)) return done
  const ahead = told.route.flatMap(({ name, actor, days, state }): Row[] => {
    if (state === 'done') return []
    const limit = days > 0 ? [`这一步${days}个工作日`] : []
    return state === 'now'
      ? [
          {
            state: told.status === 'paused' ? 'paused' : 'now',
            when: '现在',
            what: told.status === 'returned' ? `退回窗口，改好再送${actor}` : `${name}，在${actor}手里`,
            notes: limit,
          },
        ]
      : [{ state: 'next', when: '之后', what: name, by: actor, notes: [] }]
  })
  return [...done, ...ahead, { state: 'next', when: '最后', what: handOverWords[told.handOver], notes: [] }]
}

const handOverWords: Readonly<Record<Case['handOver'], string>> = {
  'at-once': '当场出件',
  'by-itself': '结果直接给到',
  'post-or-window': '窗口领，或者寄到家',
  window: '窗口领',
}

/** The life of a case (经过): one line for everything that happened, and what is still to come. */
export function Life({ told }: { told: Case }) {
  return (
    <View {...{ role: 'list', 'aria-label': '经过' }}>
      {rowsOf(told).map(({ state, when, what, by, notes }, at) => (
        <View key={`${at} ${what}`} className={`life is-${state}`} {...{ role: 'listitem' }}>
          <Text className="life-when num">{when}</Text>
          <View className="life-dot">
            {state === 'done' && <Icon name="check" />}
            {state === 'stopped' && <Icon name="x" />}
            {state === 'paused' && <Icon name="pause" />}
          </View>
          <View className="life-main">
            <View>
              <Text className="life-what">{what}</Text>
              {by && <Text className="life-by">{by}</Text>}
            </View>
            {notes.map((note) => (
              <View key={note} className="life-note">
                {note}
              </View>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
