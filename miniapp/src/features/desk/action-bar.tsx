import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Kbd } from '@/components/kbd/kbd'
import { useKeys } from '@/gateways/keys'

export interface DeskAction {
  words: string
  run: () => void
  busy?: boolean
  busyWords?: string
}

/** Keys there are: Alt 1 to Alt 9. */
const KEYS = 9

interface ActionBarProps {
  /** Where the work stands, in a few words. */
  say: ReactNode
  more?: ReactNode
  kind?: 'plain' | 'warn' | 'done'
  /** The next action; always the same key. */
  next?: DeskAction
  /** The other ways on, Alt 1, Alt 2 …; each keeps its number where one is not open now. */
  others?: readonly (DeskAction | undefined)[]
  /** While something is asked in a sheet the keys belong to it. */
  quiet?: boolean
  /** What went wrong with the last action. */
  trouble?: ReactNode
}

/** What to do now: one action on F2, the others beside it. */
export function ActionBar({ say, more, kind = 'plain', next, others = [], quiet, trouble }: ActionBarProps) {
  const runs = (action: DeskAction | undefined) => (quiet || !action || action.busy ? undefined : action.run)
  useKeys({
    F2: runs(next),
    ...Object.fromEntries(others.slice(0, KEYS).map((action, at) => [`Alt+${at + 1}`, runs(action)])),
  })
  return (
    <View className="desk-act">
      {trouble}
      <View className="desk-act-row">
        <View className="desk-act-say" {...{ role: 'status', 'aria-live': 'polite' }}>
          <View className={kind === 'plain' ? 't-b' : `t-b c-${kind}`}>{say}</View>
          {more && <View className="t-2 c-2">{more}</View>}
        </View>
        {next && (
          <Button
            id="next-action"
            kind="main"
            className="desk-next"
            busy={next.busy}
            busyWords={next.busyWords ?? '正在办…'}
            onPress={next.run}
          >
            {next.words}
            <Kbd>F2</Kbd>
          </Button>
        )}
      </View>
      {others.some(Boolean) && (
        <View className="desk-others">
          {others.map(
            (action, at) =>
              action && (
                <Button
                  key={action.words}
                  kind="line"
                  small
                  className="desk-other"
                  busy={action.busy}
                  onPress={action.run}
                >
                  <Text>{action.words}</Text>
                  {at < KEYS && <Kbd>{`Alt ${at + 1}`}</Kbd>}
                </Button>
              ),
          )}
        </View>
      )}
    </View>
  )
}
