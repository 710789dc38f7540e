import { Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './steps.scss'

/** One step of a line. `plain` is numbered and says nothing about progress. */
export interface Step {
  state: 'done' | 'now' | 'next' | 'paused' | 'stopped' | 'plain'
  name: string
  time?: string
  note?: string
}

const spoken: Record<Step['state'], string | undefined> = {
  done: '已完成',
  now: '正在办',
  next: '还没到',
  paused: '暂停计时',
  stopped: '停在这里',
  plain: undefined,
}

/** The same line of steps everywhere: a case, a follow-up, how a thing is done. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View {...{ role: 'list' }}>
      {steps.map(({ state, name, time, note }, at) => (
        <View key={`${at} ${name}`} className={`step is-${state}`} {...{ role: 'listitem' }}>
          <View className="step-dot" {...(spoken[state] ? { 'aria-label': spoken[state], role: 'img' } : {})}>
            {state === 'done' && <Icon name="check" />}
            {state === 'paused' && <Icon name="pause" />}
            {state === 'stopped' && <Icon name="x" />}
            {state === 'plain' && at + 1}
          </View>
          <View className="step-main">
            <View className="step-name">
              <Text>{name}</Text>
              {time && <Text className="step-time">{time}</Text>}
            </View>
            {note && <View className="step-note">{note}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
