import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import {
  chinaClock,
  chinaDay,
  clockWords,
  dayWords,
  shortDay,
  type Day,
} from '@one-window/shared/foundation/time'
import { listDeskPrechecks } from '@one-window/shared/prechecks/endpoints'
import type { WaitingPrecheck } from '@one-window/shared/prechecks/precheck'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Press } from '@/components/press/press'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { deskTabs } from '@/features/desk/desk-tabs'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { AnswerWork } from '@/features/prechecks/answer-work'
import { useKeys } from '@/gateways/keys'
import './index.scss'

const keys = [
  ['↑ ↓', '换人'],
  ['1–9', '选材料'],
  ['Enter', '行'],
  ['F4', '不行'],
  ['Alt 1–5', '原因'],
  ['F2', '发答复'],
] as const

/** 预审 at the window: who waits on the left, the photos in the middle, an answer for each on the right. */
export default function PrecheckDesk() {
  return (
    <StaffGate title="预审" roles={['window-staff', 'director']}>
      {(staff) => <Work staff={staff} />}
    </StaffGate>
  )
}

function Work({ staff }: { staff: Staff }) {
  const at = useNow()
  const loaded = useLoad(listDeskPrechecks, { hallId: staff.hallId }, { fresh: true })
  const rows = valueOf(loaded)?.prechecks ?? []
  const [picked, setPicked] = useState<string>()
  const [told, setTold] = useState('')
  const move = (step: number) => {
    const from = rows.findIndex(({ precheckId }) => precheckId === picked)
    const next = rows[Math.min(Math.max(from + step, 0), rows.length - 1)]
    if (next) setPicked(next.precheckId)
  }
  useKeys({
    ArrowDown: rows.length > 0 ? () => move(1) : undefined,
    ArrowUp: rows.length > 0 ? () => move(-1) : undefined,
    Escape: picked ? () => setPicked(undefined) : undefined,
  })
  const answered = (words: string) => {
    setTold(words)
    const place = rows.findIndex(({ precheckId }) => precheckId === picked)
    setPicked((rows[place + 1] ?? rows[place - 1])?.precheckId)
    loaded.reload()
  }
  return (
    <Page
      title="预审"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={deskTabs(staff.session, 'prechecks', valueOf(loaded)?.prechecks.length)}
          when={`${dayWords(chinaDay(at))} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
    >
      <StaleLine loaded={loaded} reload={loaded.reload} />
      {told && <Notice kind="done">{told}</Notice>}
      <View className={picked ? 'pck is-open' : 'pck'}>
        <View className="pck-l" {...{ role: 'region', 'aria-label': '等着看的' }}>
          <View className="pck-scroll">
            <WhenLoaded loaded={loaded} loading={<SkelRows rows={5} notes />}>
              {({ prechecks, cursor }) =>
                prechecks.length === 0 ? (
                  <Blank
                    icon="camera"
                    kind="done"
                    say="没有等着看的"
                    more="群众先拍的照片会出现在这里，等得最久的在最上面。"
                    way={{ words: '再看一次', onPress: loaded.reload }}
                  />
                ) : (
                  <>
                    {prechecks.map((row) => (
                      <WaitingRow
                        key={row.precheckId}
                        row={row}
                        today={chinaDay(at)}
                        on={row.precheckId === picked}
                        onPick={() => setPicked(row.precheckId)}
                      />
                    ))}
                    {cursor && <View className="pck-note">先列出{prechecks.length}位，答完再看后面的。</View>}
                  </>
                )
              }
            </WhenLoaded>
          </View>
        </View>
        {picked && (
          <View className="pck-back">
            <Button kind="text" icon="back" onPress={() => setPicked(undefined)}>
              回到名单
            </Button>
          </View>
        )}
        {picked ? (
          <AnswerWork key={picked} precheckId={picked} onAnswered={answered} />
        ) : (
          <View className="pck-m is-whole is-idle">
            <Blank icon="camera" say="选一位看看" more="一样一样答，答完一次发给本人。" />
          </View>
        )}
      </View>
      <KeysLine keys={keys} end="预审不是受理，只说材料行不行" />
    </Page>
  )
}

interface WaitingRowProps {
  row: WaitingPrecheck
  today: Day
  on: boolean
  onPick: () => void
}

const sinceWords = (submittedAt: string, today: Day): string => {
  const at = new Date(submittedAt)
  return chinaDay(at) === today ? clockWords(chinaClock(at)) : shortDay(chinaDay(at))
}

function WaitingRow({ row, today, on, onPick }: WaitingRowProps) {
  const { name, serviceName, submittedAt, round, fileCount } = row
  return (
    <Press className={on ? 'pck-row is-on' : 'pck-row'} onPress={onPick}>
      <View className="pck-row-main">
        <View className="pck-row-who">
          <Text className="t-b">{name}</Text>
          {round > 1 && <Tag kind="warn">{`第${round}次`}</Tag>}
        </View>
        <View className="t-1 c-2">{serviceName}</View>
      </View>
      <View className="pck-row-side t-1 c-2 num">
        <View>{fileCount}张</View>
        <View>{sinceWords(submittedAt, today)}</View>
      </View>
    </Press>
  )
}
