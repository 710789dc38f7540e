import type { WorkTab } from '@/components/work/work-bar'
import { go } from '@/gateways/go'
import type { Session } from '@/gateways/session'

export type DeskScreen = 'queue' | 'cases' | 'hall'

/** The work screens of the desk; changing a hall's places is the director's. */
export const deskTabs = (session: Session, on: DeskScreen, count?: number): WorkTab[] => [
  {
    words: '窗口',
    on: on === 'queue',
    count: on === 'queue' ? count : undefined,
    onPress: go.deskQueue,
  },
  {
    words: '在办件',
    on: on === 'cases',
    count: on === 'cases' ? count : undefined,
    onPress: go.deskCases,
  },
  ...(session.role === 'director' ? [{ words: '号段', on: on === 'hall', onPress: go.deskHall }] : []),
]
