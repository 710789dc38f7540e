/** A case as it is kept, and the keys it is found by. */
import type { Agent, Ask, Case, CaseEvent } from '@one-window/shared/cases/case'
import { deskListOf, type DeskList } from '@one-window/shared/cases/lifecycle'
import type { CaseRoute } from '@one-window/shared/cases/route'
import type { RequestMark } from '../platform/implement'

/** An event as it is kept: with who did it, and by which request. */
export type KeptEvent = CaseEvent & {
  /** Opaque id of the person; absent for the calendar. */
  byId?: string
  request?: RequestMark
  /** What each missing material needs, of a supplement notice. */
  lacks?: { materialId: string; what: string }[]
  /** Ids of the photos and papers that came with it. */
  files?: string[]
}

/** A case as it is kept: without what depends on who looks, or follows from its events. */
export type KeptCase = Omit<
  Case,
  | 'hallName'
  | 'applicantName'
  | 'queryCode'
  | 'pickUpCode'
  | 'route'
  | 'supplement'
  | 'gaps'
  | 'invited'
  | 'contacts'
  | 'trips'
  | 'actions'
  | 'events'
  | 'ask'
> & {
  /** The number of events so far: whoever read an older one changes nothing. */
  seq: number
  /** Absent for a walk-in, who has no account. */
  ownerId?: string
  /** Who accepted it; opaque. */
  acceptedBy?: string
  route: CaseRoute
  /** The place of the present step; absent before acceptance. */
  step?: number
  /** When it came to the present step. */
  since?: string
  /** How often somebody urged. */
  urged?: number
  agent?: Agent
  events: KeptEvent[]
  ask?: Ask
  /** Offices invited to a meeting that have not given their opinion. */
  invited: string[]
}

/** Where a sealed value of a case's item lives. */
export const place = (caseId: string, part: string, field: string) => ({
  table: 'cases',
  key: `${caseId}.${part}`,
  field,
})
/** The key of a hall's list of cases. */
export const deskQueue = (hallId: string, list: DeskList): string => `${hallId}#${list}`
/** The key of the list a case stands in until it is filed. */
export const queueOf = ({ hallId, status }: Pick<KeptCase, 'hallId' | 'status'>): string =>
  deskQueue(hallId, deskListOf[status])

/** Where days not yet known stand: after every known day of their year. */
const pendingOrder = (year: number): string => `${year}-99-99`

/** Due first: received ones by their arrival, accepted ones by their promised day, days not yet known last of their year. */
export const dueOrder = ({
  receivedAt,
  promisedDay,
  promisedDayPending,
}: Pick<KeptCase, 'receivedAt' | 'promisedDay' | 'promisedDayPending'>): string =>
  promisedDay !== undefined || promisedDayPending !== undefined
    ? `${promisedDay ?? pendingOrder(promisedDayPending ?? 9999)}#${receivedAt}`
    : receivedAt

/** The key of an inbox: that of an office, of the leaders of an office's cases, or of the director. */
export const inboxOf = (
  hallId: string,
  of: 'director' | { office: string } | { leaderOf: string },
): string =>
  of === 'director'
    ? `${hallId}#director`
    : 'office' in of
      ? `${hallId}#office#${of.office}`
      : `${hallId}#leader#${of.leaderOf}`

/** Cases that pass through no office have a leader of their own list. */
export const NO_OFFICE = 'none'

/** The inbox the present step of a case stands in; undefined for one outside the township, or at the window. */
export function inboxOfStep({ hallId, status, route, step }: KeptCase): string | undefined {
  const present = status === 'in-review' && step !== undefined ? route.steps[step] : undefined
  switch (present?.kind) {
    case 'office':
      return inboxOf(hallId, { office: present.officeId ?? NO_OFFICE })
    case 'leader':
      return inboxOf(hallId, {
        leaderOf: route.steps.find(({ officeId }) => officeId)?.officeId ?? NO_OFFICE,
      })
    case 'director':
      return inboxOf(hallId, 'director')
    default:
      return undefined
  }
}
