/** Posts (岗位): what a staff member does, where, and for how long; rotation (轮岗) and deputies are posts with dates. */
import * as z from 'zod/mini'
import { Id } from '../foundation/id'
import { Role } from '../foundation/roles'
import { Day } from '../foundation/time'
import { offices, type OfficeId } from '../halls/offices'

/** A role of staff. */
export const StaffRole = z.enum(
  Role.options.filter((role) => role !== 'resident') as [Exclude<Role, 'resident'>],
)
export type StaffRole = Exclude<Role, 'resident'>

const OfficeName = z.enum(offices.map(({ officeId }) => officeId) as [OfficeId], '没有这个办公室，请重新选')

export const Post = z
  .object({
    role: StaffRole,
    hallId: Id,
    /** A village station of the hall: the post reaches that station and nothing else. */
    stationId: z.optional(Id),
    /** The office an approver decides for, or whose cases a leader is in charge of (分管); a leader without one has all. */
    officeId: z.optional(OfficeName),
    /** The first day. */
    from: Day,
    /** The last day; open when absent. */
    until: z.optional(Day),
    /** The person this post stands in for (代理). */
    deputyFor: z.optional(Id),
  })
  .check(
    z.refine(({ from, until }) => until === undefined || from <= until, {
      error: '最后一天不能早于第一天',
      path: ['until'],
    }),
    z.refine(({ deputyFor, until }) => deputyFor === undefined || until !== undefined, {
      error: '代理要写到哪一天为止',
      path: ['until'],
    }),
    z.refine(({ role, officeId }) => role !== 'approver' || officeId !== undefined, {
      error: '审批人要选是哪个办公室',
      path: ['officeId'],
    }),
  )
export type Post = z.infer<typeof Post>

/** True on the days the post is held. */
export const isHeld = ({ from, until }: Pick<Post, 'from' | 'until'>, today: Day): boolean =>
  from <= today && (until === undefined || today <= until)

/** What the posts of a day reach: halls, stations, and offices as `officeKey` writes them. */
export interface Reach {
  hallIds: string[]
  stationIds: string[]
  offices: string[]
}

/** One office of one hall. */
export const officeKey = (hallId: string, officeId: string): string => `${hallId}/${officeId}`

/** What the posts of a day in one role reach; undefined when the person has no such post that day. */
export function reachOf(posts: readonly Post[], role: Role, today: Day): Reach | undefined {
  const held = posts.filter((post) => post.role === role && isHeld(post, today))
  if (held.length === 0) return undefined
  const distinct = (ids: string[]): string[] => [...new Set(ids)]
  return {
    hallIds: distinct(held.filter(({ stationId }) => stationId === undefined).map(({ hallId }) => hallId)),
    stationIds: distinct(held.flatMap(({ stationId }) => (stationId === undefined ? [] : [stationId]))),
    offices: distinct(
      held.flatMap(({ hallId, officeId }) => (officeId ? [officeKey(hallId, officeId)] : [])),
    ),
  }
}

/** True when two posts are held on the same day at some time. */
export const overlap = (one: Post, other: Post): boolean =>
  (one.until === undefined || other.from <= one.until) &&
  (other.until === undefined || one.from <= other.until)
