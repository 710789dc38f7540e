import { isDay } from '@one-window/shared/foundation/time'
import type { Post, StaffRole } from '@one-window/shared/staff/post'

/** A post while it is being written: an empty `until` is open, an empty `from` is not a day yet. */
export interface WrittenPost {
  role: StaffRole
  /** Absent: the hall of who writes. */
  hallId?: string
  stationId?: string
  from: string
  until: string
  deputyFor?: string
}

/** The posts as they are sent; undefined while a day is not one, or ends before it begins. */
export const postsOf = (written: readonly WrittenPost[], hallId: string): Post[] | undefined => {
  const right = written.every(
    ({ from, until, deputyFor }) =>
      isDay(from) && (until === '' ? !deputyFor : isDay(until) && until >= from),
  )
  if (!right || written.length === 0) return undefined
  return written.map(({ role, hallId: own, stationId, from, until, deputyFor }) => ({
    role,
    hallId: own ?? hallId,
    from,
    ...(stationId && { stationId }),
    ...(until && { until }),
    ...(deputyFor && { deputyFor }),
  }))
}

/** A post that stands, to be changed. */
export const writtenOf = ({ role, hallId, stationId, from, until, deputyFor }: Post): WrittenPost => ({
  role,
  hallId,
  stationId,
  from,
  until: until ?? '',
  deputyFor,
})
