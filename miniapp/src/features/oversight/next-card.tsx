import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { nextStep } from '@one-window/shared/follow-ups/next-step'
import type { Day } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { DueTag } from '@/components/due-tag/due-tag'
import { Kbd } from '@/components/kbd/kbd'
import { useKeys } from '@/gateways/keys'
import type { Trouble } from '@/gateways/refusal'
import { TroubleNotice } from '../foundation/states'
import { deadlineWords } from './deadline-groups'

interface NextCardProps {
  followUp: FollowUpWhole
  today: Day
  say: string
  /** How to do it. */
  tip?: ReactNode
  /** The one action; absent while somebody else is to act. */
  action?: { words: string; ready: boolean; run: () => void }
  /** While a sheet asks something the keys belong to it. */
  quiet: boolean
  busy?: boolean
  trouble?: Trouble | undefined
  children?: ReactNode
}

/** The one next step of a follow-up, by when, and what it takes. */
export function NextCard(props: NextCardProps) {
  const { followUp, today, say, tip, action, quiet, busy, trouble, children } = props
  const due = deadlineWords(nextStep(followUp).deadline, today)
  useKeys({ F2: quiet || busy || !action?.ready ? undefined : action.run })
  return (
    <View className="ov-next" {...{ role: 'region', 'aria-label': '下一步' }}>
      <View className="ov-next-top">
        <View className="t-2 c-2">{action ? '下一步，您来办' : '现在'}</View>
        {followUp.status !== 'closed' &&
          (due.kind === '' ? (
            <View className="t-2 t-b">{due.say}</View>
          ) : (
            <DueTag kind={due.kind}>{due.say}</DueTag>
          ))}
      </View>
      <View className="t-4 t-b">{say}</View>
      {tip && <View className="ov-tip t-2">{tip}</View>}
      {children}
      <TroubleNotice trouble={trouble} what="没记上" />
      {action && (
        <Button id="next-action" kind="main" busy={busy} disabled={!action.ready} onPress={action.run}>
          {action.words}
          <Kbd>F2</Kbd>
        </Button>
      )}
    </View>
  )
}
