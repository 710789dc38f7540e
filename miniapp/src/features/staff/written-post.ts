import { isDay } from '@one-window/shared/foundation/time'
import type { OfficeId } from '@one-window/shared/halls/offices'
import type { Post, StaffRole } from '@one-window/shared/staff/post'

/** A post while it is being written: an empty `until` is open, an empty `from` is not a day yet. */
export interface WrittenPost {
  role: StaffRole
  /** Absent: the hall of who writes. */
  hallId?: string
  stationId?: string
  officeId?: OfficeId
  from: string
  until: string
  deputyFor?: string
}

/** The posts as they are sent; undefined while a day is not one, or ends before it begins. */
export const postsOf = (written: readonly WrittenPost[], hallId: string): Post[] | undefined => {
  const right = written.every(
    ({ role, officeId, from, until, deputyFor }) =>
      isDay(from) &&
      (role !== 'approver' || officeId !== undefined) &&
      (until === '' ? !deputyFor : isDay(until) && until >= from),
  )
  if (!right || written.length === 0) return undefined
  return written.map(({ role, hallId: own, stationId, officeId, from, until, deputyFor }) => ({
    role,
    hallId: own ?? hallId,
    from,
    ...(stationId && { stationId }),
    ...(officeId && { officeId }),
    ...(until && { until }),
    ...(deputyFor && { deputyFor }),
  }))
}

/** A post that stands, to be changed. */
export const writtenOf = ({
  role,
  hallId,
  stationId,
  officeId,
  from,
  until,
  deputyFor,
}: Post): WrittenPost => ({
  role,
  hallId,
  stationId,
  officeId,
  from,
  until: until ?? '',
  deputyFor,
})
