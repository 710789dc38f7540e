import type { WorkTab } from '@/components/work/work-bar'
import { go } from '@/gateways/go'
import type { Session } from '@/gateways/session'

export type DeskScreen =
  'queue' | 'cases' | 'prechecks' | 'hand-over' | 'calls' | 'village' | 'hall' | 'guides'

/** True for a clerk of a village station, who reaches nothing of the hall. */
export const isAtStation = ({ hallIds, stationIds }: Session): boolean =>
  hallIds.length === 0 && stationIds.length > 0

/** The work screens of the desk; places and guides are the director's, a station only books. */
export const deskTabs = (session: Session, on: DeskScreen, count?: number): WorkTab[] => {
  const tab = (screen: DeskScreen, words: string, onPress: () => void): WorkTab => ({
    words,
    on: on === screen,
    count: on === screen ? count : undefined,
    onPress,
  })
  if (isAtStation(session)) return [tab('village', '代约', go.deskVillage)]
  return [
    tab('queue', '窗口', go.deskQueue),
    tab('cases', '在办件', go.deskCases),
    tab('prechecks', '预审', go.deskPrechecks),
    tab('hand-over', '移交', go.deskHandOver),
    tab('calls', '打电话', go.deskCalls),
    tab('village', '代约', go.deskVillage),
    ...(session.role === 'director'
      ? [tab('hall', '号段', go.deskHall), tab('guides', '指南', go.deskGuides)]
      : []),
  ]
}
