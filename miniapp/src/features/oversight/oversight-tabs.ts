import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import type { Allow, Role } from '@one-window/shared/foundation/roles'
import type { WorkTab } from '@/components/work/work-bar'
import { go } from '@/gateways/go'

export type OversightScreen = 'follow-ups' | 'tasks' | 'month' | 'suspicions'

const screens: readonly {
  screen: OversightScreen
  words: string
  allow: Allow
  onPress: () => void
}[] = [
  { screen: 'follow-ups', words: '差评', allow: matrix.followUps, onPress: go.oversightInbox },
  { screen: 'tasks', words: '等我办', allow: matrix.followUpTasks, onPress: go.oversightTasks },
  { screen: 'month', words: '指标', allow: matrix.monthSheet, onPress: go.oversightMonth },
  { screen: 'suspicions', words: '刷评', allow: matrix.suspicions, onPress: go.oversightSuspicions },
]

/** The screens of oversight that a role has. */
export const oversightTabs = (role: Role, on: OversightScreen, count?: number): WorkTab[] =>
  screens
    .filter(({ allow }) => mayDo(allow, role))
    .map(({ screen, words, onPress }) => ({
      words,
      onPress,
      on: screen === on,
      count: screen === on ? count : undefined,
    }))
