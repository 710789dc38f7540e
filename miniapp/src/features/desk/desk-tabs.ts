import type { WorkTab } from '@/components/work/work-bar'
import { go } from '@/gateways/go'
import type { Session } from '@/gateways/session'

export type DeskScreen =
  | 'queue'
  | 'cases'
  | 'approvals'
  | 'prechecks'
  | 'entries'
  | 'hand-over'
  | 'calls'
  | 'village'
  | 'hall'
  | 'guides'

/** True for a clerk of a village station, who reaches nothing of the hall. */
export const isAtStation = ({ hallIds, stationIds }: Session): boolean =>
  hallIds.length === 0 && stationIds.length > 0

/**
 * The work screens of the hall, side by side: an office only approves, a station only books; approving and changing the
 * hall's places and guides are the director's beside the desk.
 */
export const deskTabs = (session: Session, on: DeskScreen, count?: number): WorkTab[] => {
  const tab = (screen: DeskScreen, words: string, onPress: () => void): WorkTab => ({
    words,
    on: on === screen,
    count: on === screen ? count : undefined,
    onPress,
  })
  const approvals = tab('approvals', '待我审批', go.approvalsList)
  if (isAtStation(session)) return [tab('village', '代约', go.deskVillage)]
  if (session.role === 'approver' || session.role === 'leader') return [approvals]
  const isDirector = session.role === 'director'
  return [
    tab('queue', '窗口', go.deskQueue),
    tab('cases', '在办件', go.deskCases),
    ...(isDirector ? [approvals] : []),
    tab('prechecks', '预审', go.deskPrechecks),
    tab('entries', '二次录入', go.deskEntries),
    tab('hand-over', '移交', go.deskHandOver),
    tab('calls', '打电话', go.deskCalls),
    tab('village', '代约', go.deskVillage),
    ...(isDirector ? [tab('hall', '号段', go.deskHall), tab('guides', '指南', go.deskGuides)] : []),
  ]
}
