import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { viewFollowUp } from '@one-window/shared/follow-ups/endpoints'
import type { FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { chinaDay, type Day } from '@one-window/shared/foundation/time'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'
import { Icon } from '@/components/icon/icon'
import { SkelCard } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { DeadlineCalendar } from '@/features/oversight/deadline-calendar'
import { contactWords, headWords } from '@/features/oversight/follow-up-words'
import { NextForm } from '@/features/oversight/next-forms'
import { OversightPage } from '@/features/oversight/oversight-page'
import { RaterLine } from '@/features/oversight/rater-line'
import { SideActs, SideSheet, type SideAct } from '@/features/oversight/side-acts'
import { CheckTable, Part, Said, StepHeads, Story } from '@/features/oversight/whole-story'
import { go, query } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['F2', '下一步(总是它)'],
  ['Alt 1…', '别的办法'],
  ['Esc', '回到列表'],
] as const

/** One poor rating on one page: its story, its arithmetic, the one next step and its deadline. */
export default function FollowUpPage() {
  return (
    <StaffGate title="一件差评" roles={['supervisor']}>
      {(staff) => <One staff={staff} />}
    </StaffGate>
  )
}

function One({ staff }: { staff: Staff }) {
  const at = useNow()
  const { followUpId = '' } = query()
  const loaded = useLoad(viewFollowUp, { followUpId }, { fresh: true })
  const [moved, setMoved] = useState<FollowUpWhole>()
  const [asking, setAsking] = useState<SideAct>()
  useKeys({ Escape: asking ? undefined : go.back })
  const later = (read: FollowUpWhole): FollowUpWhole =>
    moved && moved.revision > read.revision ? moved : read
  const value = loaded.state === 'ready' || loaded.state === 'stale' ? later(loaded.value) : undefined
  return (
    <OversightPage
      title="一件差评"
      staff={staff}
      on="follow-ups"
      at={at}
      loaded={loaded}
      keys={keys}
      over={
        asking &&
        value && (
          <SideSheet
            followUp={value}
            act={asking}
            onClose={() => setAsking(undefined)}
            onMoved={(next) => {
              setAsking(undefined)
              setMoved(next)
            }}
          />
        )
      }
    >
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {() =>
          value && (
            <Whole
              followUp={value}
              today={chinaDay(at)}
              asking={asking}
              onAsk={setAsking}
              onMoved={setMoved}
              onOpened={loaded.reload}
            />
          )
        }
      </WhenLoaded>
    </OversightPage>
  )
}

interface WholeProps {
  followUp: FollowUpWhole
  today: Day
  asking: SideAct | undefined
  onAsk: (act: SideAct | undefined) => void
  onMoved: (moved: FollowUpWhole) => void
  onOpened: () => void
}

function Whole({ followUp, today, asking, onAsk, onMoved, onOpened }: WholeProps) {
  return (
    <View className="ov-one">
      <View className="ov-one-top">
        <Tag kind="bad">
          <Icon name="face1" /> {ratingLevelWords[followUp.level]}
        </Tag>
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          {headWords(followUp)}
        </View>
        <Text className="t-2 c-2">
          {followUp.serviceName}，{contactWords(followUp)}
        </Text>
      </View>
      <StepHeads followUp={followUp} />
      <View className="ov-one-side">
        <View className="ov-next-box">
          <NextForm
            key={`${followUp.status} ${followUp.revision}`}
            followUp={followUp}
            today={today}
            quiet={asking !== undefined}
            onMoved={onMoved}
          />
          <SideActs followUp={followUp} asking={asking} onAsk={onAsk} />
        </View>
        <Part title="期限怎么来的">
          <DeadlineCalendar followUp={followUp} today={today} />
        </Part>
      </View>
      <View className="ov-one-main">
        <Part title="评价">
          <Said followUp={followUp} />
          <RaterLine followUp={followUp} onOpened={onOpened} />
        </Part>
        <Part title="评价里说的，和系统里的事实" side="自动比对，供核实参考">
          <CheckTable checks={followUp.checks} />
        </Part>
        <Part title="经过">
          <Story followUp={followUp} />
        </Part>
      </View>
    </View>
  )
}
