import { View } from '@tarojs/components'
import { useState } from 'react'
import { listTasks } from '@one-window/shared/follow-ups/endpoints'
import type { FollowUpTask } from '@one-window/shared/follow-ups/follow-up'
import type { Role } from '@one-window/shared/foundation/roles'
import { chinaDay } from '@one-window/shared/foundation/time'
import { Blank } from '@/components/blank/blank'
import { Notice } from '@/components/notice/notice'
import { SkelCard } from '@/components/skeleton/skeleton'
import { WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { OversightPage } from '@/features/oversight/oversight-page'
import { TaskCard } from '@/features/oversight/task-card'
import { TaskSheet, type TaskAct } from '@/features/oversight/task-sheet'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'

const keys = [
  ['F2', '办最上面的一件'],
  ['Esc', '返回'],
] as const

/** What waits for the caller in the loop of poor ratings: to rectify, to approve, to agree, to sign, to hurry. */
export default function Tasks() {
  return (
    <StaffGate title="等我办的差评" roles={['supervisor', 'director', 'approver', 'leader', 'inspector']}>
      {(staff) => <Waiting staff={staff} />}
    </StaffGate>
  )
}

interface Asking {
  task: FollowUpTask
  act: TaskAct
}

/** What pressing a task does for a role; nothing for what one only has to know. */
const wayOf = (task: FollowUpTask, role: Role, ask: (asking: Asking) => void): (() => void) | undefined => {
  switch (task.kind) {
    case 'rectify':
    case 'extension':
    case 'exclusion':
      return () => ask({ task, act: task.kind as TaskAct })
    case 'appeal':
      return () => go.followUpAtWork(task.followUpId)
    case 'dossier':
      return () => go.dossier(task.followUpId)
    case 'reminder':
      return role === 'supervisor' ? () => go.followUpAtWork(task.followUpId) : undefined
  }
}

const order = ({ finishBy, since }: FollowUpTask): string => `${finishBy.day ?? '9999'} ${since}`

function Waiting({ staff }: { staff: Staff }) {
  const at = useNow()
  const today = chinaDay(at)
  const { role } = staff.session
  const loaded = useLoad(listTasks, { hallId: staff.hallId }, { fresh: true })
  const tasks = [...(valueOf(loaded)?.tasks ?? [])].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const [asking, setAsking] = useState<Asking>()
  const [told, setTold] = useState('')
  const first = tasks.find((task) => wayOf(task, role, setAsking))
  useKeys({
    F2: asking || !first ? undefined : wayOf(first, role, setAsking),
    Escape: asking ? undefined : go.mine,
  })
  return (
    <OversightPage
      title="等我办的差评"
      staff={staff}
      on="tasks"
      at={at}
      count={valueOf(loaded) && tasks.length}
      loaded={loaded}
      keys={keys}
      over={
        asking && (
          <TaskSheet
            {...asking}
            today={today}
            onClose={() => setAsking(undefined)}
            onDone={(words) => {
              setAsking(undefined)
              setTold(words)
              loaded.reload()
            }}
          />
        )
      }
    >
      <View className="ov-tasks" {...{ role: 'list' }}>
        {told && <Notice kind="done">{told}</Notice>}
        <WhenLoaded loaded={loaded} loading={<SkelCard lines={4} />}>
          {() =>
            tasks.length === 0 ? (
              <Blank
                icon="shield"
                kind="done"
                say="没有等您办的"
                more="要您整改、批准、会签、签收的，和超期要催的，会出现在这里。"
                way={{ words: '再看一次', onPress: loaded.reload }}
                otherWay={{ words: '回我的', onPress: go.mine }}
              />
            ) : (
              <>
                {tasks.map((task) => (
                  <TaskCard
                    key={`${task.kind} ${task.followUpId}`}
                    task={task}
                    today={today}
                    on={task === first}
                    onAct={wayOf(task, role, setAsking)}
                    actWords={task.kind === 'reminder' ? '去办' : undefined}
                    other={
                      role === 'director' &&
                      task.kind === 'rectify' &&
                      task.appealUntil &&
                      task.appealUntil >= today
                        ? { words: '申诉', onPress: () => setAsking({ task, act: 'unit-appeal' }) }
                        : undefined
                    }
                  />
                ))}
              </>
            )
          }
        </WhenLoaded>
      </View>
    </OversightPage>
  )
}
